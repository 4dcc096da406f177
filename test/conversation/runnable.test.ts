import { describe, expect, test } from '@jest/globals';
import { RunnableBranch, RunnableParallel, RunnableSequence } from '@langchain/core/runnables';
import { stage } from '../../src/conversation/runnable.ts';

describe('a stage', () => {
  const chain = () =>
    RunnableSequence.from<number, string>([
      RunnableParallel.from({ half: stage((n: number) => n / 2), twice: stage(async (n: number) => n * 2) }),
      RunnableBranch.from<{ half: number; twice: number }, number>([
        [stage(({ half }) => half > 10), stage<{ half: number }, number>(({ half }) => half)],
        stage<{ twice: number }, number>(({ twice }) => twice),
      ]),
      stage((n: number) => `= ${n}`),
    ]);

  test('runs in sequences, in parallel and in branches', async () => {
    expect(await chain().invoke(3)).toBe('= 6');
    expect(await chain().invoke(30)).toBe('= 15');
  });

  test('is seen by callbacks as any runnable is', async () => {
    const started: string[] = [];
    const handleChainStart = (_chain: unknown, _input: unknown, id: string) => void started.push(id);
    expect(await chain().invoke(3, { callbacks: [{ handleChainStart }] })).toBe('= 6');
    // The sequence, the parallel and its two stages, the branch with a condition and its default, the last stage.
    expect(new Set(started).size).toBe(8);
  });

  test('passes on what it throws', async () => {
    const failing = RunnableSequence.from<number, number>([
      stage((n: number) => n),
      stage(() => {
        throw new Error('no');
      }),
    ]);
    await expect(failing.invoke(1)).rejects.toThrow('no');
  });
});
