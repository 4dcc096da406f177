import { isAppError, messageOf } from '../errors.ts';
import type { Brief, Tone } from '../replies/brief.ts';
import type { TurnContext } from './context.ts';
import type { Turn } from './turn-record.ts';

/** What the turn's handlers decided to say, in order. */
export function briefsOf({ handled }: TurnContext): Brief[] {
  return handled.map(({ brief }) => brief).filter((brief) => brief !== undefined);
}

/** How the customer is spoken to about a brief: by the mood of their message. */
export function toneOf({ understanding }: TurnContext, brief: Brief): Tone {
  const { angry, label } = understanding.sentiment;
  if (angry || (label === 'negative' && brief.kind !== 'recommend')) return 'sorry';
  return label === 'positive' ? 'warm' : 'plain';
}

/** Takes down what went wrong without costing the answer. */
export function noteFault(turn: Turn, stage: string, error: unknown): void {
  turn.faults = [
    ...(turn.faults ?? []),
    { stage, code: isAppError(error) ? error.code : 'UNEXPECTED', message: messageOf(error).slice(0, 300) },
  ];
}

/** A stage that notes its milliseconds in the turn's record. */
export function timed<I extends { turn: Turn }, O>(
  name: string,
  stage: (input: I) => O | Promise<O>,
): (input: I) => Promise<O> {
  return async (input) => {
    const start = performance.now();
    try {
      return await stage(input);
    } finally {
      const { turn } = input;
      turn.timings = { ...turn.timings, [name]: Math.round((performance.now() - start) * 100) / 100 };
    }
  };
}
