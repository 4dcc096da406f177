import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { projectRoot } from '../../paths.ts';
import type { SentimentLabel } from '../understanding.ts';
import type { SentimentExample } from './polarity.ts';

const texts = z.array(z.coerce.string());
const sidesSchema = z.object({ positive: texts, negative: texts, neutral: texts.default([]) });
const unseenSchema = z.record(z.string(), sidesSchema);
/** Each of our own sentences counts as much as this many of the public sets', whose labels are often wrong. */
const OWN_WEIGHT = 3;

/** Our own sentences of feeling in one language, and plain ones near to them in their words. */
export function loadBaseFeelings(language: 'en' | 'zh'): SentimentExample[] {
  const { positive, negative, neutral } = sidesSchema.parse(readYaml(`train.${language}.yaml`));
  const examples = (texts: string[], valence?: number) =>
    texts.map((text) => ({ text, valence, coloured: valence !== undefined, weight: OWN_WEIGHT }));
  return [...examples(positive, 0.75), ...examples(negative, -0.75), ...examples(neutral)];
}

/** Our own texts by kind of goods, held back: measure with them, never train on them. */
export function loadUnseenFeelings(language: 'en' | 'zh'): { kind: string; text: string; sentiment: SentimentLabel }[] {
  return Object.entries(unseenSchema.parse(readYaml(`test.${language}.yaml`))).flatMap(([kind, sides]) =>
    (['positive', 'negative', 'neutral'] as const).flatMap((sentiment) =>
      sides[sentiment].map((text) => ({ kind, text, sentiment })),
    ),
  );
}

function readYaml(name: string): unknown {
  return parse(readFileSync(join(projectRoot, 'models', 'base-sentiment', name), 'utf8'));
}
