import {
  addRow,
  binaryRows,
  fade,
  fitEase,
  fitTogether,
  INPUT_FADE,
  type ItemWeights,
  trainingRows,
} from './item-models.ts';
import { fitHead, type Head } from './logistic.ts';
import { type Bought, before, type History, historyOf, type Purchases, summarize } from './purchases.ts';

/** Names of the features, in order; the first group is of the customer's own purchases of the product. */
export const AGAIN_FEATURES = ['count', 'share', 'due', 'recent30', 'recent120', 'repeat', 'yearly'] as const;
export const SHARED_FEATURES = ['ease', 'together', 'popular', 'trend', 'baskets'] as const;

/** A fitted model of what a customer buys next. Numbers and typed arrays only, so that a thread can hand it over. */
export interface NextBasket {
  products: string[];
  /** Day it was fitted for. */
  day: number;
  /** How many customers it was fitted on. */
  customers: number;
  ease: ItemWeights;
  together: ItemWeights;
  items: ItemFacts;
  /** Chance of buying again what was bought before, and of buying something for the first time. */
  again: Head;
  fresh: Head;
}

interface ItemFacts {
  /** Customers who ever bought it, and shares who bought it more than once. */
  buyers: Float32Array;
  repeat: Float32Array;
  /** log of recent buyers (30-day fading, per 3,000 customers), and of the last two weeks against three months. */
  popular: Float32Array;
  trend: Float32Array;
}

const RIDGE = 60;
/** Days held out to learn how much each feature counts. */
const HELD_OUT_DAYS = 30;
/** With fewer purchases in the held-out days the weights learnt on public shop data are used. */
const LEARNABLE = 300;
const FRESH_CANDIDATES = 150;
/** More of a customer's products than this add nothing but time. */
const INPUT_ITEMS = 400;

/** Learnt by `fitNextBasket` on the Online Retail purchases to September 2011 (UCI, CC BY 4.0). */
const DEFAULT_AGAIN: Head = {
  weights: [2.296, -1.812, 0.303, -0.717, 0.343, 0.368, 0.424, 0.167, 0.098, 0.286, 0.431, -1.926],
  bias: 0.009,
};
const DEFAULT_FRESH: Head = { weights: [0.666, 0.29, 0.147, 0.861, -0.735], bias: 1.664 };

/** Fits on all purchases: first on all but the last month, to learn the blend on it, then on everything. */
export function fitNextBasket(purchases: Purchases, day: number): NextBasket {
  const cut = day - HELD_OUT_DAYS;
  const past = before(purchases, cut);
  const held = heldOut(purchases, cut);
  const bought = held.reduce((sum, { basket }) => sum + basket.size, 0);
  const heads =
    bought >= LEARNABLE && past.items.length >= bought
      ? learnHeads(fitItems(past, cut), past, held)
      : { again: DEFAULT_AGAIN, fresh: DEFAULT_FRESH };
  return { ...fitItems(purchases, day), ...heads };
}

/** Chances for each product known to the model, and, on request, the features behind them. */
export function scoreNext(model: NextBasket, history: History, now: number): Float32Array {
  const scores = new Float32Array(model.products.length);
  const { bought, baskets } = summarize(history, now);
  const shared = sharedScores(model, bought);
  const mine = new Map(bought.map((one) => [one.item, one]));
  for (let item = 0; item < scores.length; item++) {
    const one = mine.get(item);
    const features = featuresOf(model, item, one, baskets, shared);
    scores[item] = chance(one ? model.again : model.fresh, features);
  }
  return scores;
}

/** The parts that sum to a product's log-odds, by feature. */
export function explainNext(model: NextBasket, history: History, now: number, item: number): Record<string, number> {
  const { bought, baskets } = summarize(history, now);
  const one = bought.find((each) => each.item === item);
  const features = featuresOf(model, item, one, baskets, sharedScores(model, bought));
  const names = one ? [...AGAIN_FEATURES, ...SHARED_FEATURES] : SHARED_FEATURES;
  const head = one ? model.again : model.fresh;
  return { ...Object.fromEntries(names.map((name, f) => [name, head.weights[f] * features[f]])), bias: head.bias };
}

type Fitted = Omit<NextBasket, 'again' | 'fresh'>;

function fitItems(purchases: Purchases, day: number): Fitted {
  const size = purchases.products.length;
  return {
    products: purchases.products,
    day,
    customers: purchases.start.length - 1,
    ease: fitEase(trainingRows(purchases, day), size, RIDGE),
    together: fitTogether(binaryRows(purchases), size),
    items: itemFacts(purchases, day),
  };
}

function itemFacts(purchases: Purchases, day: number): ItemFacts {
  const size = purchases.products.length;
  const [buyers, again, p14, p30, p90] = Array.from({ length: 5 }, () => new Float32Array(size));
  const customers = purchases.start.length - 1;
  let active = 0;
  for (let customer = 0; customer < customers; customer++) {
    const { bought } = summarize(historyOf(purchases, customer), day);
    if (bought.length > 0) active++;
    for (const { item, count, last } of bought) {
      buyers[item]++;
      if (count > 1) again[item]++;
      p14[item] += Math.exp(-last / 14);
      p30[item] += Math.exp(-last / 30);
      p90[item] += Math.exp(-last / 90);
    }
  }
  const scale = 3000 / Math.max(1, active);
  return {
    buyers,
    repeat: again.map((count, item) => (count + 2) / (buyers[item] + 10)),
    popular: p30.map((value) => Math.log(value * scale + 0.1)),
    trend: p14.map((value, item) => Math.log((value + 0.3) / (p90[item] + 1))),
  };
}

interface Shared {
  ease: Float32Array;
  together: Float32Array;
}

function sharedScores(model: Fitted, bought: readonly Bought[]): Shared {
  const size = model.products.length;
  const shared = { ease: new Float32Array(size), together: new Float32Array(size) };
  const recent =
    bought.length > INPUT_ITEMS ? bought.toSorted((a, b) => a.last - b.last).slice(0, INPUT_ITEMS) : bought;
  for (const { item, last } of recent) {
    const weight = fade(INPUT_FADE, last);
    addRow(model.ease, item, weight, shared.ease);
    addRow(model.together, item, weight, shared.together);
  }
  return shared;
}

function featuresOf(
  { items }: Fitted,
  item: number,
  one: Bought | undefined,
  baskets: number,
  { ease, together }: Shared,
): number[] {
  const common = [
    Math.log(Math.max(ease[item], 0) + 0.01),
    Math.log(together[item] + 1e-4),
    items.popular[item],
    items.trend[item],
    Math.log(Math.max(1, baskets)),
  ];
  if (one === undefined) return common;
  return [
    Math.log(one.count),
    Math.log(one.count / Math.max(1, baskets) + 0.01),
    dueness(one),
    Math.exp(-one.last / 30),
    Math.exp(-one.last / 120),
    Math.log(items.repeat[item]),
    Math.log(one.decayed / Math.max(1, baskets) + 0.01),
    ...common,
  ];
}

/** How near the next purchase is by the customer's own interval, 0..1; 0 while there is no interval. */
function dueness({ count, first, last }: Bought): number {
  if (count < 2) return 0;
  const gap = (first - last) / (count - 1);
  return Math.exp(-Math.abs(Math.log((last + 15) / (gap + 1))));
}

function chance({ weights, bias }: Head, features: readonly number[]): number {
  let sum = bias;
  for (let f = 0; f < weights.length; f++) sum += weights[f] * features[f];
  return 1 / (1 + Math.exp(-sum));
}

/** The first basket of each customer after `cut`. */
function heldOut(purchases: Purchases, cut: number): { customer: number; basket: Set<number> }[] {
  const held: { customer: number; basket: Set<number> }[] = [];
  for (let customer = 0; customer < purchases.start.length - 1; customer++) {
    const { items, days } = historyOf(purchases, customer);
    const known = days.some((day) => day < cut);
    const first = Math.floor(days.reduce((least, day) => (day >= cut && day < least ? day : least), Infinity));
    if (!known || first === Infinity) continue;
    held.push({
      customer,
      basket: new Set(items.filter((_, at) => days[at] >= cut && Math.floor(days[at]) === first)),
    });
  }
  return held;
}

function learnHeads(
  model: Fitted,
  past: Purchases,
  held: ReturnType<typeof heldOut>,
): Pick<NextBasket, 'again' | 'fresh'> {
  const again: { rows: number[][]; labels: number[] } = { rows: [], labels: [] };
  const fresh: typeof again = { rows: [], labels: [] };
  for (const { customer, basket } of held) {
    const { bought, baskets } = summarize(historyOf(past, customer), model.day);
    const shared = sharedScores(model, bought);
    const mine = new Map(bought.map((one) => [one.item, one]));
    const add = (to: typeof again, item: number) => {
      to.rows.push(featuresOf(model, item, mine.get(item), baskets, shared));
      to.labels.push(basket.has(item) ? 1 : 0);
    };
    for (const { item } of bought) add(again, item);
    for (const item of bestOf(shared.ease, FRESH_CANDIDATES, mine)) add(fresh, item);
  }
  return {
    again: again.rows.length > 0 ? fitHead(again.rows, again.labels) : DEFAULT_AGAIN,
    fresh: fresh.rows.length > 0 ? fitHead(fresh.rows, fresh.labels) : DEFAULT_FRESH,
  };
}

/** Items of the highest scores, best first, without those of `without`. */
export function bestOf(scores: Float32Array, count: number, without: { has(item: number): boolean }): number[] {
  const sorted = scores.slice().sort();
  let reach = Math.min(sorted.length, count);
  for (;;) {
    const least = reach === 0 ? 0 : sorted[sorted.length - reach];
    const found: number[] = [];
    for (let item = 0; item < scores.length; item++) if (scores[item] >= least && !without.has(item)) found.push(item);
    if (found.length >= count || reach >= scores.length) {
      return found.sort((a, b) => scores[b] - scores[a]).slice(0, count);
    }
    reach = Math.min(scores.length, reach * 4);
  }
}
