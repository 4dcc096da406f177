import type { Profile } from '../../customers/profile.ts';
import { createRandom } from '../../understanding/models/random.ts';

/** A made-up customer and the group they were drawn from; -1 = noise, of no group. */
export interface SimulatedCustomer {
  id: string;
  group: number;
  profile: Profile;
}

/** How a latent group behaves: means that its customers scatter around. */
interface Group {
  share: number;
  recencyDays: number;
  baskets: number;
  basketValue: number;
  mood: number;
  turns: number;
  interests: Record<string, number>;
  intents: Record<string, number>;
}

const CATEGORIES = ['phones', 'shoes', 'skincare', 'kitchen', 'toys', 'garden', 'books', 'sports'];

/** Unequal groups as a shop meets them; their names are for reading only. */
const GROUPS: readonly Group[] = [
  // Bargain hunters.
  {
    share: 0.3,
    recencyDays: 25,
    baskets: 6,
    basketValue: 18,
    mood: 0.1,
    turns: 12,
    interests: { kitchen: 3, toys: 2, books: 1 },
    intents: { ask_promotion: 5, recommend: 3 },
  },
  // Families.
  {
    share: 0.24,
    recencyDays: 15,
    baskets: 12,
    basketValue: 70,
    mood: 0.35,
    turns: 8,
    interests: { toys: 5, kitchen: 2 },
    intents: { recommend: 4, order_status: 3 },
  },
  // Technology lovers of means.
  {
    share: 0.18,
    recencyDays: 40,
    baskets: 5,
    basketValue: 420,
    mood: 0.25,
    turns: 18,
    interests: { phones: 6, sports: 1 },
    intents: { compare: 5, product_question: 4 },
  },
  // Beauty regulars.
  {
    share: 0.14,
    recencyDays: 10,
    baskets: 20,
    basketValue: 45,
    mood: 0.55,
    turns: 10,
    interests: { skincare: 7, shoes: 1 },
    intents: { recommend: 6, product_question: 2 },
  },
  // Let down and leaving.
  {
    share: 0.09,
    recencyDays: 150,
    baskets: 3,
    basketValue: 90,
    mood: -0.6,
    turns: 6,
    interests: { shoes: 3, sports: 2 },
    intents: { complaint: 5, order_status: 4 },
  },
  // Lost long ago.
  {
    share: 0.05,
    recencyDays: 420,
    baskets: 2,
    basketValue: 35,
    mood: 0,
    turns: 2,
    interests: { garden: 4, books: 3 },
    intents: { greet: 2, ask_policy: 2 },
  },
];
const INTENTS = [...new Set(GROUPS.flatMap(({ intents }) => Object.keys(intents)))];
const DAY_MS = 86_400_000;

export interface SimulationOptions {
  customers: number;
  seed?: number;
  /** Share of customers of no group, all figures drawn at random. */
  noise?: number;
  /** How far customers scatter from their group, as standard deviation of the logarithm. */
  scatter?: number;
  now: Date;
  /** First number of the ids, so that two draws do not share customers. */
  from?: number;
}

/** Draws customers of six known groups with noise: the truth that found segments are measured by. */
export function simulateCustomers(options: SimulationOptions): SimulatedCustomer[] {
  const { customers, seed = 7, noise = 0.05, scatter = 0.7, now, from = 0 } = options;
  const random = createRandom(seed);
  return Array.from({ length: customers }, (_, at) => {
    const group =
      random() < noise
        ? -1
        : drawn(
            GROUPS.map(({ share }) => share),
            random,
          );
    const behaviour = GROUPS[group] ?? anything(random);
    return { id: `simulated-${from + at}`, group, profile: profileOf(behaviour, scatter, now, random) };
  });
}

function profileOf(group: Group, scatter: number, now: Date, random: () => number): Profile {
  const around = (mean: number) => mean * Math.exp(scatter * normal(random));
  const baskets = Math.max(1, Math.round(around(group.baskets)));
  const recency = around(group.recencyDays);
  const value = around(group.basketValue);
  const lastAt = new Date(now.getTime() - recency * DAY_MS);
  const firstAt = new Date(lastAt.getTime() - baskets * around(20) * DAY_MS);
  const prices = { mean: around(group.basketValue / 2), count: baskets };
  const turns = Math.max(1, Math.round(around(group.turns)));
  return {
    turns,
    interests: counted(group.interests, CATEGORIES, 4 + baskets, random),
    preferences: [],
    price: { ...prices, min: prices.mean * 0.6, max: prices.mean * 1.6 },
    mood: Math.max(-1, Math.min(1, group.mood + 0.25 * normal(random))),
    intents: counted(group.intents, INTENTS, turns, random),
    activity: {
      firstAt,
      lastAt,
      baskets,
      firstBasket: firstAt.toISOString().slice(0, 10),
      lastBasket: lastAt.toISOString().slice(0, 10),
      spent: Math.round(value * baskets * 100) / 100,
      returned: 0,
      events: { purchase: baskets, view: Math.round(around(baskets * 6)) },
    },
  };
}

/** So many draws from the group's likings, one in three from anything. */
function counted(weights: Record<string, number>, all: readonly string[], draws: number, random: () => number) {
  const counts: Record<string, number> = {};
  const liked = Object.keys(weights);
  for (let draw = 0; draw < draws; draw++) {
    const stray = random() < 1 / 3;
    const one = stray ? all[Math.floor(random() * all.length)]! : liked[drawn(Object.values(weights), random)]!;
    counts[one] = (counts[one] ?? 0) + 1;
  }
  return counts;
}

function anything(random: () => number): Group {
  const between = (low: number, high: number) => Math.exp(Math.log(low) + random() * Math.log(high / low));
  const some = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, random() + 0.01]));
  return {
    share: 0,
    recencyDays: between(2, 700),
    baskets: between(1, 30),
    basketValue: between(8, 800),
    mood: random() * 2 - 1,
    turns: between(1, 40),
    interests: some(CATEGORIES),
    intents: some(INTENTS),
  };
}

function drawn(shares: readonly number[], random: () => number): number {
  let left = random() * shares.reduce((sum, share) => sum + share, 0);
  const found = shares.findIndex((share) => {
    left -= share;
    return left <= 0;
  });
  return found < 0 ? shares.length - 1 : found;
}

/** Box-Muller. */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
