import { join } from 'node:path';
import { projectRoot } from '../../paths.ts';
import { createRetriever } from '../create-retriever.ts';
import { loadPack } from '../packs/load-pack.ts';
import type { Retriever } from '../retriever.ts';
import { type Engine, fuzzyMiniSearchEngine, miniSearchEngine, oramaEngine, rowsOf } from './engines.ts';
import { type JudgedCollection, loadJudgedCollection } from './judged-queries.ts';
import { judgedNdcg10, mean, ndcg10, recall100 } from './metrics.ts';
import { faqFigures, shopFigures } from './shop-questions.ts';

export interface EvaluateRetrievalOptions {
  dataDir: string;
  /** Default 'dev'. */
  split?: string;
  /** Leave out the slow baselines. */
  quick?: boolean;
}

/** One measure, ours beside a baseline of the same run. */
export interface RetrievalRow {
  name: string;
  ours: number;
  baseline?: number | undefined;
  baselineName: string;
  target?: number | undefined;
  unit: string;
}

const DEPTH = 1000;
const QUESTION_SETS = [
  ['shop FAQ', 'shop-faq'],
  ['FAQ of three packs, second set', 'packs-faq'],
  ['FAQ of three packs, third set', 'near-faq'],
] as const;

/** Measures retrieval: the public products beside MiniSearch and Orama, and the shop's own queries and questions. */
export async function* evaluateRetrieval({
  dataDir,
  split = 'dev',
  quick = false,
}: EvaluateRetrievalOptions): AsyncGenerator<RetrievalRow> {
  const collection = await loadJudgedCollection(dataDir, 'icecat', split);
  if (collection) yield* evaluateCollection('icecat', collection, quick);
  yield* evaluateShop();
}

async function* evaluateCollection(
  name: string,
  collection: JudgedCollection,
  quick: boolean,
): AsyncGenerator<RetrievalRow> {
  const ours = ourEngine(await createRetriever(collection.pack));
  const rows = rowsOf(collection.pack);
  const baselines = [
    await miniSearchEngine(rows),
    ...(quick ? [] : [await fuzzyMiniSearchEngine(rows), await oramaEngine(rows)]),
  ];
  const own = await figuresOf(ours, collection);
  for (const engine of baselines) {
    const other = await figuresOf(engine, collection);
    const row = (measure: string, key: keyof typeof own, target: number): RetrievalRow => ({
      name: `${name}: ${measure}`,
      ours: own[key],
      baseline: other[key],
      baselineName: engine.name,
      target,
      unit: '0..1',
    });
    yield row('nDCG@10', 'ndcg', 0.79);
    yield row('nDCG@10, judged products alone', 'judged', 0.84);
    yield row('recall@100', 'recall', 0.91);
  }
}

function ourEngine(retriever: Retriever): Engine {
  return {
    name: 'ours',
    async search(text, limit) {
      const { hits } = await retriever.search({ text, language: 'en', limit, lenient: true });
      return hits.map(({ product }) => product.id);
    },
  };
}

async function figuresOf(
  engine: Engine,
  { queries }: JudgedCollection,
): Promise<{ ndcg: number; judged: number; recall: number }> {
  const rankings: string[][] = [];
  for (const { query } of queries) rankings.push(await engine.search(query, DEPTH));
  const average = (measure: typeof ndcg10) =>
    mean(queries.map(({ judgements }, at) => measure(rankings[at], judgements)));
  return { ndcg: average(ndcg10), judged: average(judgedNdcg10), recall: average(recall100) };
}

const shippedPack = (name: string) => loadPack(join(projectRoot, 'knowledge', name));

async function* evaluateShop(): AsyncGenerator<RetrievalRow> {
  const pack = await shippedPack('shop');
  const retriever = await createRetriever(pack);
  const others = new Map([['shop', retriever]]);
  const retrieverOf = async (name: string) => {
    const known = others.get(name) ?? (await createRetriever(await shippedPack(name)));
    others.set(name, known);
    return known;
  };
  const baseline = await fuzzyMiniSearchEngine(rowsOf(pack));
  const percent = (name: string, ours: number, target: number, other?: number): RetrievalRow => ({
    name,
    ours: 100 * ours,
    baseline: other === undefined ? undefined : 100 * other,
    baselineName: other === undefined ? '' : baseline.name,
    target,
    unit: '%',
  });
  for (const language of ['en', 'zh'] as const) {
    const shop = await shopFigures(pack, retriever, baseline, language);
    if (shop) {
      yield percent(`shop queries (${language}): right product in the top 3`, shop.top3, 92, shop.baselineTop3);
      yield percent(`shop queries (${language}): nothing fits, recognised`, shop.nothing, 90);
    }
    for (const [name, set] of QUESTION_SETS) {
      const faq = await faqFigures(retrieverOf, set, language);
      if (!faq) continue;
      yield percent(`${name} (${language}): right entry first`, faq.first, 90);
      yield percent(`${name} (${language}): questions nothing answers, recognised`, faq.unanswered, 90);
    }
  }
}
