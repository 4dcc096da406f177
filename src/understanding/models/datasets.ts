import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const intentRow = z.object({ text: z.string(), intent: z.string().nullable() });
const sentimentRow = z.object({
  text: z.string(),
  sentiment: z.enum(['positive', 'neutral', 'negative']).optional(),
  valence: z.number().optional(),
});
export type IntentRow = z.infer<typeof intentRow>;
export type SentimentRow = z.infer<typeof sentimentRow>;

/** Public data sets in a folder laid out as `intent/<set>/<part>.jsonl` and `sentiment/<set>/<part>.jsonl`. What is missing is empty. */
export interface Datasets {
  intent(set: string, part: string): IntentRow[];
  sentiment(set: string, part: string): SentimentRow[];
  /** Names of the sets of a kind that have this part. */
  sets(kind: 'intent' | 'sentiment', part: string): string[];
}

/** Opens a folder of data sets; nothing is read before it is asked for. */
export function openDatasets(folder: string): Datasets {
  return {
    intent: (set, part) => readRows(join(folder, 'intent', set, `${part}.jsonl`), intentRow),
    sentiment: (set, part) => readRows(join(folder, 'sentiment', set, `${part}.jsonl`), sentimentRow),
    sets(kind, part) {
      const root = join(folder, kind);
      if (!existsSync(root)) return [];
      return readdirSync(root)
        .filter((set) => existsSync(join(root, set, `${part}.jsonl`)))
        .sort();
    },
  };
}

/** Rows of a JSON Lines file; lines of another form are left out. */
function readRows<Row>(path: string, schema: z.ZodType<Row>): Row[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line) => {
      if (line.trim() === '') return [];
      try {
        const parsed = schema.safeParse(JSON.parse(line));
        return parsed.success ? [parsed.data] : [];
      } catch {
        return [];
      }
    });
}
