import { z } from 'zod';
import { AppError } from '../../errors.ts';
import type { IntentExample } from '../intent/intent-classifier.ts';
import type { SentimentExample } from '../sentiment/polarity.ts';
import { BASE_INTENTS } from '../understanding.ts';

const correctionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('intent'), text: z.string().min(1), value: z.string().min(1) }),
  z.object({
    kind: z.literal('sentiment'),
    text: z.string().min(1),
    language: z.enum(['en', 'zh']),
    value: z.enum(['positive', 'neutral', 'negative', 'angry']),
  }),
]);

/** What people of the business said the models got wrong, as examples to learn from. */
export interface CorrectedExamples {
  intents: IntentExample[];
  sentiments: Record<'en' | 'zh', SentimentExample[]>;
  /** Intents of a pack's own, by how often they were named: they are learnt from the pack's intents.yaml. */
  ofPacks: Map<string, number>;
}

const BASE: ReadonlySet<string> = new Set(BASE_INTENTS);
const VALENCES = { positive: 0.75, negative: -0.75, angry: -1 };

/** Reads corrections, as the dashboard exports them, one JSON a line. Throws INPUT_INVALID naming the line. */
export function readCorrections(lines: readonly string[]): CorrectedExamples {
  const read: CorrectedExamples = { intents: [], sentiments: { en: [], zh: [] }, ofPacks: new Map() };
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const parsed = correctionSchema.safeParse(jsonOf(line));
    if (!parsed.success) throw new AppError('INPUT_INVALID', `Line ${at + 1} is no correction`);
    const { kind, text, value } = parsed.data;
    if (kind === 'sentiment') {
      const example: SentimentExample =
        value === 'neutral' ? { text, coloured: false } : { text, coloured: true, valence: VALENCES[value] };
      read.sentiments[parsed.data.language].push(example);
    } else if (BASE.has(value)) read.intents.push({ text, intent: value });
    else read.ofPacks.set(value, (read.ofPacks.get(value) ?? 0) + 1);
  }
  return read;
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
