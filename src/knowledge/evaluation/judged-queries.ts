import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Pack } from '../pack.ts';
import { loadPack } from '../packs/load-pack.ts';
import type { Judgements } from './metrics.ts';

const querySchema = z.object({ id: z.union([z.string(), z.number()]), query: z.string() });
const judgementSchema = z.object({ query: z.union([z.string(), z.number()]), product: z.string(), gain: z.number() });

/** A public collection of products with queries and graded judgements. */
export interface JudgedCollection {
  pack: Pack;
  queries: { query: string; judgements: Judgements }[];
}

/** The collection in `retrieval/<name>` of a data folder; undefined when it or the part is not there. */
export async function loadJudgedCollection(
  dataDir: string,
  name: string,
  split: string,
): Promise<JudgedCollection | undefined> {
  const folder = join(dataDir, 'retrieval', name);
  const files = ['products.jsonl', `queries-${split}.jsonl`, `judgements-${split}.jsonl`].map((file) =>
    join(folder, file),
  );
  if (!files.every((file) => existsSync(file))) return undefined;
  const [products, queries, judgements] = files;
  const gains = new Map<string, Map<string, number>>();
  for (const { query, product, gain } of readLines(judgements, judgementSchema)) {
    const known = gains.get(String(query)) ?? new Map<string, number>();
    gains.set(String(query), known.set(product, gain));
  }
  const judged = readLines(queries, querySchema)
    .map(({ id, query }) => ({ query, judgements: gains.get(String(id)) ?? new Map<string, number>() }))
    .filter((one) => [...one.judgements.values()].some((gain) => gain > 0));
  return { pack: await loadPack(products), queries: judged };
}

/** The objects of a JSONL file. */
export function readLines<T>(path: string, schema: z.ZodType<T>): T[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => schema.parse(JSON.parse(line)));
}
