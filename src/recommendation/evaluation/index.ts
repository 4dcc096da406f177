import { createReadStream, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import { addRow, binaryRows, fitEase, fitKnn, type ItemWeights } from '../models/item-models.ts';
import { bestOf, fitNextBasket, scoreNext } from '../models/next-basket.ts';
import { createPurchaseLog, dayOf, type History, historyOf, type Purchase, summarize } from '../models/purchases.ts';
import { evaluateLearning } from './learning.ts';

const SHOWN = 10;
/** The first month that is predicted; every later one in the data is too, each from all that came before it. */
const FIRST_MONTH = '2011-10';
const EASE_RIDGE = 200;

interface Row {
  name: string;
  ours: number;
  baseline?: number;
  baselineName: string;
  target?: number;
  unit: string;
}

/**
 * Learning from choices on simulated customers, and next-basket recommendation on the Online Retail invoices: the first basket of
 * each returning customer in a month.
 */
export async function* evaluateRecommendation({ dataDir }: { dataDir: string }): AsyncGenerator<Row> {
  yield* evaluateLearning();
  const folder = join(dataDir, 'events');
  const file = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => /^online-retail.*\.csv\.gz$/.test(name))
        .sort()
        .at(-1)
    : undefined;
  if (file === undefined) return;
  const purchases = await readInvoices(join(folder, file));
  const months = [...new Set(purchases.map(({ at }) => at.toISOString().slice(0, 7)))].sort();
  for (const month of months.filter((name) => name >= FIRST_MONTH)) yield* evaluateMonth(purchases, month);
}

type Scorer = (history: History) => Float32Array;

function* evaluateMonth(all: readonly Purchase[], month: string): Generator<Row> {
  const start = new Date(`${month}-01T00:00:00Z`);
  const log = createPurchaseLog();
  for (const purchase of all) if (purchase.at < start) log.add(purchase);
  const past = log.build();
  const day = dayOf(start);
  const cases = casesOf(all, month, past);
  const began = performance.now();
  const model = fitNextBasket(past, day);
  const fitted = performance.now() - began;
  const binary = binaryRows(past);
  const size = past.products.length;
  const ease = fitEase(binary, size, EASE_RIDGE);
  const knn = fitKnn(binary, size);
  const engines: [string, Scorer][] = [
    ['popularity', () => model.items.buyers],
    ['recency-frequency', (history) => recencyFrequency(history, size, day, model.items.buyers)],
    ['item-kNN', (history) => overItems(knn, history)],
    ['EASE', (history) => overItems(ease, history)],
  ];
  const scored = performance.now();
  const ours = measure(cases, (history) => scoreNext(model, history, day), model.items.buyers);
  const perCustomer = (performance.now() - scored) / cases.length;
  for (const [name, scorer] of engines) {
    const theirs = measure(cases, scorer, model.items.buyers);
    for (const key of Object.keys(ours) as (keyof Figures)[]) {
      yield {
        name: `${month} ${LABELS[key].name}`,
        ours: ours[key],
        baseline: theirs[key],
        baselineName: name,
        target: LABELS[key].target,
        unit: LABELS[key].unit,
      };
    }
  }
  yield {
    name: `${month} fitting ${size} products, ${past.customers.length} customers`,
    ours: fitted / 1000,
    baselineName: '',
    unit: 's',
  };
  yield {
    name: `${month} scoring and measuring one customer`,
    ours: perCustomer,
    target: 5,
    baselineName: '',
    unit: 'ms',
  };
}

interface Case {
  history: History;
  truth: Set<number>;
  bought: Set<number>;
}

/** Returning customers of the month with the products of their first invoice in it. */
function casesOf(
  all: readonly Purchase[],
  month: string,
  past: ReturnType<ReturnType<typeof createPurchaseLog>['build']>,
): Case[] {
  const items = new Map(past.products.map((id, item) => [id, item]));
  const customers = new Map(past.customers.map((id, number) => [id, number]));
  const first = new Map<string, string>();
  const truths = new Map<number, Set<number>>();
  for (const { customerId, productId, at, invoice } of all as Invoiced[]) {
    const customer = customers.get(customerId);
    const item = items.get(productId);
    if (!at.toISOString().startsWith(month) || customer === undefined || item === undefined) continue;
    if (!first.has(customerId)) first.set(customerId, invoice);
    if (first.get(customerId) === invoice) truths.set(customer, (truths.get(customer) ?? new Set()).add(item));
  }
  return [...truths].map(([customer, truth]) => {
    const history = historyOf(past, customer);
    return { history, truth, bought: new Set(history.items) };
  });
}

const LABELS = {
  again: { name: 'nDCG@10, re-buying allowed', target: 0.29, unit: '' },
  recallAgain: { name: 'recall@10, re-buying allowed', target: undefined, unit: '' },
  fresh: { name: 'nDCG@10, new items', target: 0.09, unit: '' },
  recallFresh: { name: 'recall@10, new items', target: undefined, unit: '' },
  coverage: { name: 'products that are shown to somebody', target: undefined, unit: '%' },
  popularity: { name: 'popularity of what is shown (mean share of buyers)', target: undefined, unit: '%' },
} as const;

type Figures = Record<keyof typeof LABELS, number>;

function measure(cases: readonly Case[], score: Scorer, buyers: Float32Array): Figures {
  const sums = { again: 0, recallAgain: 0, fresh: 0, recallFresh: 0, popularity: 0 };
  const shown = new Set<number>();
  const nothing = new Set<number>();
  let withFresh = 0;
  let places = 0;
  const most = buyers.reduce((max, count) => Math.max(max, count), 1);
  for (const { history, truth, bought } of cases) {
    const scores = score(history);
    const list = bestOf(scores, SHOWN, nothing);
    sums.again += ndcg(list, truth);
    sums.recallAgain += hits(list, truth) / truth.size;
    for (const item of list) {
      shown.add(item);
      sums.popularity += buyers[item] / most;
      places++;
    }
    const news = new Set([...truth].filter((item) => !bought.has(item)));
    if (news.size === 0) continue;
    withFresh++;
    const fresh = bestOf(scores, SHOWN, bought);
    sums.fresh += ndcg(fresh, news);
    sums.recallFresh += hits(fresh, news) / news.size;
  }
  return {
    again: sums.again / cases.length,
    recallAgain: sums.recallAgain / cases.length,
    fresh: sums.fresh / Math.max(1, withFresh),
    recallFresh: sums.recallFresh / Math.max(1, withFresh),
    coverage: (100 * shown.size) / buyers.length,
    popularity: (100 * sums.popularity) / Math.max(1, places),
  };
}

function hits(list: readonly number[], truth: ReadonlySet<number>): number {
  return list.filter((item) => truth.has(item)).length;
}

function ndcg(list: readonly number[], truth: ReadonlySet<number>): number {
  const gain = (at: number) => 1 / Math.log2(at + 2);
  const found = list.reduce((sum, item, at) => sum + (truth.has(item) ? gain(at) : 0), 0);
  let ideal = 0;
  for (let at = 0; at < Math.min(SHOWN, truth.size); at++) ideal += gain(at);
  return found / ideal;
}

/** How often, with the recent counting more; what others buy breaks ties. */
function recencyFrequency(history: History, size: number, day: number, buyers: Float32Array): Float32Array {
  const scores = buyers.map((count) => count * 1e-6);
  for (const { item, decayed } of summarize(history, day).bought) scores[item] += decayed;
  return scores.subarray(0, size);
}

function overItems(model: ItemWeights, { items }: History): Float32Array {
  const scores = new Float32Array(model.size);
  for (const item of new Set(items)) addRow(model, item, 1, scores);
  return scores;
}

type Invoiced = Purchase & { invoice: string };

/** Sales to known customers; cancellations and what costs nothing are no purchases. */
async function readInvoices(path: string): Promise<Invoiced[]> {
  const found: Invoiced[] = [];
  const rows = createReadStream(path)
    .pipe(createGunzip())
    .pipe(parse({ columns: true }));
  for await (const row of rows as AsyncIterable<Record<string, string>>) {
    if (row.customer === '' || !(Number(row.quantity) > 0) || !(Number(row.unit_price_gbp) > 0)) continue;
    if (row.invoice.startsWith('C')) continue;
    found.push({
      customerId: row.customer,
      productId: row.product,
      at: new Date(`${row.time.replace(' ', 'T')}Z`),
      invoice: row.invoice,
    });
  }
  return found;
}
