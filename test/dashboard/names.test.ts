import { describe, expect, test } from '@jest/globals';
import { drawLines } from '../../src/dashboard/charts/lines.ts';
import { formatNumber } from '../../src/dashboard/format.ts';
import { wantedText } from '../../src/dashboard/names.ts';
import { findPack } from '../../src/knowledge/packs/find-pack.ts';
import { loadPack } from '../../src/knowledge/packs/load-pack.ts';

describe('what is shown of conversations', () => {
  test('is named in the reader’s language, also where the pack has intents of its own', async () => {
    const pack = await loadPack(findPack('shop'));
    const own = pack.intents.map(({ name }) => name);
    expect(own.length).toBeGreaterThan(0);
    for (const intent of own) {
      expect(wantedText([intent], 1, pack, 'zh')).toMatch(/\p{Script=Han}/u);
      expect(wantedText([intent], 1, pack, 'zh')).not.toMatch(/[a-z]{3}/);
      expect(wantedText([intent], 1, pack, 'en')).toMatch(/^\p{Lu}/u);
    }
  });

  test('leaves politeness out where something was wanted', async () => {
    const pack = await loadPack(findPack('shop'));
    expect(wantedText(['greet', 'recommend', 'unsure', 'complaint'], 2, pack, 'en')).toBe(
      'Wants a recommendation, Complaint',
    );
    expect(wantedText(['recommend', 'complaint'], 2, pack, 'zh')).toMatch(/^[^,]+、[^,]+$/);
    expect(wantedText(['greet'], 2, pack, 'en')).toBe('Greeting');
  });

  test('has no minus before nothing', () => {
    expect(formatNumber(-0.001, 'en', 2)).toBe('0');
    expect(formatNumber(-0.5, 'en', 2)).toBe('-0.5');
  });

  test('a line that runs along another one is told from it: that one is drawn as columns', async () => {
    const values = [3, 5, 2];
    const chart = (columns?: true) =>
      drawLines({
        labels: ['1', '2', '3'],
        lines: [
          { name: 'conversations', values, ...(columns && { columns }) },
          { name: 'customers', values },
        ],
        format: String,
      });
    const strokes = (svg: string) => new Set(svg.match(/stroke="var\(--series-\d\)"/g));
    expect(strokes(await chart(true))).toEqual(new Set(['stroke="var(--series-2)"']));
    expect(strokes(await chart()).size).toBe(2);
  });
});
