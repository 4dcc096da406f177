import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeIntentClassifier, encodeIntentClassifier } from './classifier-file.ts';
import type { IntentClassifier } from './intent-classifier.ts';
import { type PackIntentExamples, trainPackIntents } from './pack-intents.ts';

/**
 * The base classifier extended by a pack's intents, learnt once and kept in `folder` under a hash of what it was learnt
 * from: another base or another example makes another file, so a stale one is never read.
 */
export function cachedPackIntents(
  folder: string,
  base: IntentClassifier,
  packIntents: readonly PackIntentExamples[],
): IntentClassifier {
  if (packIntents.length === 0) return base;
  const key = createHash('sha256')
    .update(encodeIntentClassifier(base))
    .update(JSON.stringify(packIntents.map(({ name, examples }) => [name, examples])))
    .digest('hex')
    .slice(0, 16);
  const file = join(folder, `intents-${key}.bin`);
  if (existsSync(file)) {
    try {
      return decodeIntentClassifier(readFileSync(file), file);
    } catch {
      // Damaged: learnt and written again below.
    }
  }
  const classifier = trainPackIntents(base, [...packIntents]);
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${file}.part`, encodeIntentClassifier(classifier));
  renameSync(`${file}.part`, file);
  return classifier;
}
