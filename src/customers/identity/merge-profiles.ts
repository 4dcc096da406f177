import type { Activity } from '../activity.ts';
import type { Profile } from '../profile.ts';

/** One profile of two people's who turn out to be one: sums of what is counted, means by turns of what is measured. */
export function mergeProfiles(a: Profile, b: Profile): Profile {
  const turns = a.turns + b.turns;
  const mean = (x: number | undefined, y: number | undefined) =>
    x === undefined || y === undefined ? (x ?? y) : (x * a.turns + y * b.turns) / Math.max(1, turns);
  return {
    ...b,
    ...a,
    turns,
    interests: sum(a.interests, b.interests),
    dislikes: sum(a.dislikes, b.dislikes),
    preferences: [...a.preferences, ...b.preferences].sort((x, y) => x.at.getTime() - y.at.getTime()).slice(-50),
    price: a.price && b.price ? mergePrices(a.price, b.price) : (a.price ?? b.price),
    mood: mean(a.mood, b.mood),
    moodBase: mean(a.moodBase, b.moodBase),
    intents: sum(a.intents, b.intents),
    languages: sum(a.languages, b.languages),
    channels: sum(a.channels, b.channels),
    hours: Array.from({ length: 24 }, (_, hour) => (a.hours?.[hour] ?? 0) + (b.hours?.[hour] ?? 0)),
    activity: a.activity && b.activity ? mergeActivity(a.activity, b.activity) : (a.activity ?? b.activity),
  };
}

type Prices = NonNullable<Profile['price']>;

function mergePrices(a: Prices, b: Prices): Prices {
  const count = a.count + b.count;
  return {
    mean: (a.mean * a.count + b.mean * b.count) / Math.max(1, count),
    min: Math.min(a.min, b.min),
    max: Math.max(a.max, b.max),
    count,
  };
}

function mergeActivity(a: Activity, b: Activity): Activity {
  const days = (name: 'firstBasket' | 'lastBasket') => [a[name], b[name]].filter((day) => day !== undefined).sort();
  return {
    firstAt: new Date(Math.min(a.firstAt.getTime(), b.firstAt.getTime())),
    lastAt: new Date(Math.max(a.lastAt.getTime(), b.lastAt.getTime())),
    baskets: a.baskets + b.baskets,
    firstBasket: days('firstBasket')[0],
    lastBasket: days('lastBasket').at(-1),
    spent: a.spent + b.spent,
    returned: a.returned + b.returned,
    events: sum(a.events, b.events),
  };
}

function sum(a: Record<string, number> = {}, b: Record<string, number> = {}): Record<string, number> {
  const total = { ...a };
  for (const [key, value] of Object.entries(b)) total[key] = (total[key] ?? 0) + value;
  return total;
}
