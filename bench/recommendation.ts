import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addEvent, emptyProfile, type Profile, updateProfile } from '../src/customers/profile.ts';
import { createRetriever } from '../src/knowledge/create-retriever.ts';
import { findPack } from '../src/knowledge/packs/find-pack.ts';
import { loadPack } from '../src/knowledge/packs/load-pack.ts';
import type { Deed } from '../src/recommendation/history.ts';
import { createOutcomes } from '../src/recommendation/learning/outcomes.ts';
import { createRankingWeights } from '../src/recommendation/learning/ranking-weights.ts';
import {
  AGAIN_FEATURES,
  fitNextBasket,
  type NextBasket,
  SHARED_FEATURES,
  scoreNext,
} from '../src/recommendation/models/next-basket.ts';
import { createPurchaseLog, dayOf, toHistory } from '../src/recommendation/models/purchases.ts';
import { createRecommender } from '../src/recommendation/recommender.ts';
import { createStore } from '../src/store/store.ts';
import { createRandom } from '../src/understanding/models/random.ts';
import { quantile } from './quantile.ts';

const PRODUCTS = 4_000;
const CUSTOMERS = 1_000;
const BOUGHT_EACH = 60;
const NOW = new Date('2026-06-01T00:00:00Z');
const DAY_MS = 86_400_000;

/** What knowing a customer costs: scoring the catalogue, a whole recommendation, a profile's update, a lesson. */
export async function benchRecommendation(): Promise<void> {
  const random = createRandom(7);
  const model = drawModel(random, PRODUCTS);
  const histories = Array.from({ length: 200 }, () => drawHistory(random, PRODUCTS, BOUGHT_EACH));
  const scoring = await timesOf(histories, async (history) => scoreNext(model, history, dayOf(NOW)));
  line(`scoring one customer over ${PRODUCTS} products`, millis(scoring), 'p50 <= 5 ms');
  await benchWhole(random);
  benchProfile();
  await benchLessons();
}

/** A whole recommendation on the demo shop: retrieval, candidates, ranking, diversity and reasons. */
async function benchWhole(random: () => number): Promise<void> {
  const pack = await loadPack(findPack('shop'));
  const retriever = await createRetriever(pack);
  const log = createPurchaseLog();
  for (let customer = 0; customer < CUSTOMERS; customer++) {
    for (let n = 0; n < BOUGHT_EACH; n++) {
      const { id: productId } = pack.products[draw(random, pack.products.length)];
      log.add({ customerId: `c${customer}`, productId, at: new Date(NOW.getTime() - random() * 300 * DAY_MS) });
    }
  }
  const { customers: _, ...purchases } = log.build();
  const started = process.cpuUsage();
  const model = fitNextBasket(purchases, dayOf(NOW));
  line(
    `fitting on ${CUSTOMERS * BOUGHT_EACH} purchases of ${pack.products.length} products`,
    `${(processorMs(started) / 1000).toFixed(1)} s of processor, in a thread of its own`,
  );
  const deeds = Array.from({ length: 100 }, (_, n): Deed => {
    const product = pack.products[Math.floor(random() * pack.products.length)];
    return { type: n % 3 === 0 ? 'purchase' : 'view', productId: product.id, at: new Date(NOW.getTime() - n * DAY_MS) };
  });
  const live = { current: () => ({ ...model, version: 1 }), buyersIn: () => undefined };
  const current = live.current();
  const recommender = createRecommender({
    retriever,
    pack,
    model: { ...live, current: () => current },
    deedsOf: async () => deeds,
    now: () => NOW,
  });
  const activity = { firstAt: NOW, lastAt: NOW, baskets: 20, spent: 900, returned: 0, events: { purchase: 34 } };
  const profile: Profile = { ...emptyProfile(), interests: { kitchen: 3 }, activity };
  const texts = ['a kettle', 'headphones for running', '适合送女朋友的礼物', '便宜的键盘', 'recommend me something'];
  const requests = Array.from({ length: 200 }, (_, n) => texts[n % texts.length]);
  const ask = (text: string) => ({ text, filters: {}, language: /\p{Script=Han}/u.test(text) ? 'zh' : 'en' }) as const;
  const stranger = await timesOf(requests, async (text) => recommender.recommend(ask(text)));
  const known = await timesOf(requests, async (text) =>
    recommender.recommend({ ...ask(text), profile, customerId: 'c' }),
  );
  line(`recommending from ${pack.products.length} products, nobody known`, millis(stranger));
  line('recommending to a customer of 100 doings', millis(known));
}

/** Constant time: the ten thousandth event costs what the tenth did. */
function benchProfile(): void {
  const event = (n: number) => ({
    id: `e${n}`,
    customerId: 'c',
    type: n % 4 === 0 ? 'purchase' : 'view',
    productId: `p${n % 50}`,
    value: 10,
    at: new Date(NOW.getTime() + n * 60_000),
  });
  const seen = (n: number) => ({
    intent: `intent${n % 30}`,
    sentiment: { label: 'neutral' as const, score: 0 },
    filters: {},
    prices: [10],
    categories: [`category${n % 60}`],
    preferences: [],
    at: new Date(NOW.getTime() + n * 60_000),
    channel: 'web',
    language: 'en',
  });
  let profile = emptyProfile();
  let done = 0;
  for (const events of [1_000, 20_000]) {
    for (; done < events - 1_000; done++)
      profile = addEvent(profile, event(done), { category: `category${done % 60}`, price: 10 }, true);
    const start = performance.now();
    for (; done < events; done++) {
      profile = addEvent(profile, event(done), { category: `category${done % 60}`, price: 10 }, true);
      profile = updateProfile(profile, seen(done));
    }
    const each = (performance.now() - start) / 2_000;
    line(
      `a profile's update, around event ${events}`,
      `${(each * 1000).toFixed(1)} us, ${JSON.stringify(profile).length} bytes`,
    );
  }
}

/** From an event to the stored weights, over the embedded store. */
async function benchLessons(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-recommendation-'));
  const store = await createStore({ folder });
  try {
    const items = ['a', 'b', 'c'].map((productId, n) => ({
      productId,
      parts: { relevance: 0.5 - n / 50, rating: n / 20 },
    }));
    let turn = 0;
    const weights = createRankingWeights(store.connection, () => NOW);
    const outcomes = createOutcomes({
      connection: store.connection,
      weights,
      shownTo: async () => [{ turnId: `t${turn}`, at: NOW, items }],
      now: () => NOW,
    });
    const times = await timesOf(
      Array.from({ length: 200 }, (_, n) => n),
      async (n) => {
        turn = n;
        outcomes.note([{ id: `e${n}`, customerId: `c${n}`, type: 'purchase', productId: 'b', at: NOW }]);
        await outcomes.settled();
      },
    );
    line('learning from one purchase, stored', millis(times));
  } finally {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** A model of so many products with drawn weights: fitting one takes a minute, and scoring does not care. */
function drawModel(random: () => number, size: number): NextBasket {
  const weights = () => Float32Array.from({ length: size * size }, () => (random() < 0.02 ? random() / 10 : 0));
  const column = () => Float32Array.from({ length: size }, random);
  const head = (length: number) => ({ weights: Array.from({ length }, random), bias: -3 });
  return {
    products: Array.from({ length: size }, (_, item) => `p${item}`),
    day: dayOf(NOW),
    customers: CUSTOMERS,
    ease: { size, weights: weights() },
    together: { size, weights: weights() },
    items: { buyers: column(), repeat: column(), popular: column(), trend: column() },
    again: head(AGAIN_FEATURES.length + SHARED_FEATURES.length),
    fresh: head(SHARED_FEATURES.length),
  };
}

function drawHistory(random: () => number, products: number, size: number) {
  const items = Array.from({ length: size }, () => draw(random, products));
  return toHistory(
    items,
    items.map(() => dayOf(NOW) - random() * 300),
  );
}

/** Few products are bought often, most seldom. */
const draw = (random: () => number, products: number): number => Math.floor(random() ** 2 * products);

interface Times {
  walls: number[];
  /** Of the processor, on average: what a busy machine does not stretch. */
  processorMs: number;
}

async function timesOf<T>(items: readonly T[], task: (item: T) => Promise<unknown>): Promise<Times> {
  for (const item of items.slice(0, 20)) await task(item);
  const walls: number[] = [];
  const started = process.cpuUsage();
  for (const item of items) {
    const start = performance.now();
    await task(item);
    walls.push(performance.now() - start);
  }
  return { walls, processorMs: processorMs(started) / items.length };
}

function processorMs(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

const millis = ({ walls, processorMs: each }: Times): string =>
  `p50 ${quantile(walls, 0.5).toFixed(2)} ms, p99 ${quantile(walls, 0.99).toFixed(2)} ms; processor ${each.toFixed(2)} ms`;

function line(what: string, figure: string, limit?: string): void {
  console.log(`  ${what.padEnd(60)} ${figure}${limit ? `   (limit ${limit})` : ''}`);
}
