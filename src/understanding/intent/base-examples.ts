import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { AppError } from '../../errors.ts';
import { projectRoot } from '../../paths.ts';
import type { IntentExample } from './intent-classifier.ts';

const folder = join(projectRoot, 'models', 'base-intents');
const fileSchema = z.record(z.string(), z.array(z.coerce.string().min(1)));

/** Our own utterances for the base intents. `test` is held back: measure with it, never train on it. */
export function loadBaseExamples(part: 'train' | 'test', languages: ('en' | 'zh')[] = ['en', 'zh']): IntentExample[] {
  return languages.flatMap((language) => {
    const path = join(folder, `${part}.${language}.yaml`);
    if (!existsSync(path)) return [];
    const parsed = fileSchema.safeParse(parse(readFileSync(path, 'utf8')));
    if (!parsed.success) throw new AppError('INPUT_INVALID', `${path}: ${z.prettifyError(parsed.error)}`);
    return Object.entries(parsed.data).flatMap(([intent, texts]) => texts.map((text) => ({ text, intent })));
  });
}
