import { createRandom } from '../../understanding/models/random.ts';
import { learnFrom, type Parts, type PartWeights, shareOf } from '../learning/part-weights.ts';

interface Row {
  name: string;
  ours: number;
  baseline?: number;
  baselineName: string;
  target?: number;
  unit: string;
}

const SEEDS = [31, 32, 33, 34, 35];
const CUSTOMERS = 1_500;
const SESSIONS = 4_500;
/** Of the lists the ranking chooses from, and of what is shown. */
const CANDIDATES = 10;
const SHOWN = 3;
/** Customers look at the second and third of a list less often than at the first. */
const LOOKED_AT = [1, 0.7, 0.5];
const JUDGED = 4_000;
/** How far each part may reach, as in a real score; and what simulated customers make of it, unknown to the ranking. */
const REACH: Parts = { relevance: 0.2, price: 0.16, rating: 0.12, popular: 0.08 };
const TASTE: Parts = { relevance: 0.7, price: 1.1, rating: 1.9, popular: 0.6 };
const WHIM = 0.02;
/** Clicks of the one who wants the worst on top. */
const SPOILING = 10_000;

/**
 * Simulated customers choose from shown lists by a taste of their own, looking less at what stands lower. Does the ranking come
 * nearer to their taste, and can one customer who chooses against it lead it astray?
 */
export function* evaluateLearning(seeds: readonly number[] = SEEDS): Generator<Row> {
  const runs = seeds.map((seed) => {
    const learnt = simulate(seed);
    return { plain: firstShare({}, seed), learnt: firstShare(learnt, seed), spoilt: firstShare(spoil(learnt), seed) };
  });
  const mean = (name: keyof (typeof runs)[number]) => runs.reduce((sum, run) => sum + run[name], 0) / runs.length;
  const choices = `${SESSIONS} choices of ${CUSTOMERS} simulated customers`;
  yield {
    name: `what is liked best of ${CANDIDATES} comes first, after ${choices}`,
    ours: 100 * mean('learnt'),
    baseline: 100 * mean('plain'),
    baselineName: 'weights as shipped',
    unit: '%',
  };
  yield {
    name: `the same after ${SPOILING} more by one who wants the worst`,
    ours: 100 * mean('spoilt'),
    baseline: 100 * mean('plain'),
    baselineName: 'weights as shipped',
    unit: '%',
  };
}

function simulate(seed: number): PartWeights {
  const random = createRandom(seed);
  const earlier = new Map<number, number>();
  let weights: PartWeights = {};
  for (let session = 0; session < SESSIONS; session++) {
    const customer = Math.floor(random() * CUSTOMERS);
    const shown = ranked(drawList(random), weights).slice(0, SHOWN);
    const seen = shown.filter((_, place) => random() < LOOKED_AT[place]);
    const liked = shown.indexOf(best(seen, (parts) => worth(parts) + WHIM * (random() - 0.5)));
    const before = earlier.get(customer) ?? 0;
    earlier.set(customer, before + 1);
    weights = learnFrom(
      weights,
      shown.map((parts) => weighed(parts, weights)),
      liked,
      shareOf(before),
    );
  }
  return weights;
}

/** Always the worst of what is shown, without end. */
function spoil(learnt: PartWeights): PartWeights {
  const random = createRandom(99);
  let weights = learnt;
  for (let n = 0; n < SPOILING; n++) {
    const shown = ranked(drawList(random), weights).slice(0, SHOWN);
    const worst = shown.indexOf(best(shown, (parts) => -worth(parts)));
    weights = learnFrom(
      weights,
      shown.map((parts) => weighed(parts, weights)),
      worst,
      shareOf(n),
    );
  }
  return weights;
}

/** How often the product of a new list that customers like best is ranked first. */
function firstShare(weights: PartWeights, seed: number): number {
  const random = createRandom(seed + 1_000);
  let first = 0;
  for (let n = 0; n < JUDGED; n++) {
    const list = drawList(random);
    if (ranked(list, weights)[0] === best(list, worth)) first++;
  }
  return first / JUDGED;
}

const drawList = (random: () => number): Parts[] =>
  Array.from({ length: CANDIDATES }, () =>
    Object.fromEntries(Object.entries(REACH).map(([part, reach]) => [part, reach * random()])),
  );

const weighed = (parts: Parts, weights: PartWeights): Parts =>
  Object.fromEntries(Object.entries(parts).map(([part, value]) => [part, value * Math.exp(weights[part] ?? 0)]));

const total = (parts: Parts): number => Object.values(parts).reduce((sum, value) => sum + value, 0);

const ranked = (list: readonly Parts[], weights: PartWeights): Parts[] =>
  list.toSorted((a, b) => total(weighed(b, weights)) - total(weighed(a, weights)));

const worth = (parts: Parts): number =>
  Object.entries(parts).reduce((sum, [part, value]) => sum + TASTE[part] * value, 0);

function best(list: readonly Parts[], value: (parts: Parts) => number): Parts {
  return list.reduce((top, parts) => (value(parts) > value(top) ? parts : top));
}
