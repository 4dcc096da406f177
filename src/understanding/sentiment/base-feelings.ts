import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { projectRoot } from '../../paths.ts';
import type { SentimentExample } from './polarity.ts';

const fileSchema = z.object({ positive: z.array(z.coerce.string()), negative: z.array(z.coerce.string()) });
/** Each of our own sentences counts as much as this many of the public sets', whose labels are often wrong. */
const OWN_WEIGHT = 3;

/** Our own sentences of feeling in one language. */
export function loadBaseFeelings(language: 'en' | 'zh'): SentimentExample[] {
  const path = join(projectRoot, 'models', 'base-sentiment', `train.${language}.yaml`);
  const { positive, negative } = fileSchema.parse(parse(readFileSync(path, 'utf8')));
  const examples = (texts: string[], valence: number) =>
    texts.map((text) => ({ text, valence, coloured: true, weight: OWN_WEIGHT }));
  return [...examples(positive, 0.75), ...examples(negative, -0.75)];
}
