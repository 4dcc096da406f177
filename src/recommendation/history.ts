import type { Product } from '../knowledge/pack.ts';

/** Something a customer did with a product. */
export interface Deed {
  type: string;
  productId: string;
  at: Date;
  /** A rating 1..5, where the deed is one. */
  value?: number;
}

/** How much a deed says of wanting more like it. */
const WEIGHTS: Record<string, number> = { purchase: 3, cart: 2, click: 1, view: 0.6, return: -3 };
const HALF_LIFE_DAYS = 45;
const DAY_MS = 86_400_000;
/** A customer who came back for a product wants it again. */
const CAME_BACK = 2;
/** What was bought once and so lately is not needed again. */
const STILL_HAS_DAYS = 180;

/** Where a customer's interest points among the pack's products: unit length, from the newest deeds; undefined while there is none. */
export function interestVector(
  deeds: readonly Deed[],
  vectorOf: (productId: string) => Float32Array | undefined,
  now: Date,
): Float32Array | undefined {
  let sum: Float32Array | undefined;
  for (const deed of deeds) {
    const vector = vectorOf(deed.productId);
    if (!vector) continue;
    const age = Math.max(0, now.getTime() - deed.at.getTime()) / DAY_MS;
    const weight = weightOf(deed) * 0.5 ** (age / HALF_LIFE_DAYS);
    sum ??= new Float32Array(vector.length);
    for (let i = 0; i < vector.length; i++) sum[i] += weight * vector[i];
  }
  const length = sum ? Math.hypot(...sum) : 0;
  return length > 1e-6 ? sum!.map((value) => value / length) : undefined;
}

/** The deed of the customer whose product is most like this one, when it is alike enough to be told. */
export function mostAlike(
  vector: Float32Array,
  deeds: readonly Deed[],
  vectorOf: (productId: string) => Float32Array | undefined,
  atLeast: number,
): Deed | undefined {
  let best = atLeast;
  let found: Deed | undefined;
  for (const deed of deeds) {
    const other = weightOf(deed) > 0 ? vectorOf(deed.productId) : undefined;
    const likeness = other ? dot(vector, other) : 0;
    if (likeness >= best) {
      best = likeness;
      found = deed;
    }
  }
  return found;
}

/** The products the customer has and that few come back for: offering them again makes no sense. */
export function stillOwned(
  deeds: readonly Deed[],
  now: Date,
  comesBack: (productId: Product['id']) => boolean,
): Set<string> {
  const times = new Map<string, number>();
  const owned = new Set<string>();
  // Oldest first, so that a product sent back is owned no more.
  for (const { type, productId, at } of deeds.toReversed()) {
    if (type === 'return') owned.delete(productId);
    if (type !== 'purchase') continue;
    times.set(productId, (times.get(productId) ?? 0) + 1);
    if (now.getTime() - at.getTime() < STILL_HAS_DAYS * DAY_MS) owned.add(productId);
  }
  for (const id of owned) if (times.get(id)! >= CAME_BACK || comesBack(id)) owned.delete(id);
  return owned;
}

export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

function weightOf({ type, value }: Deed): number {
  if (type === 'rating' || type === 'review') return ((value ?? 3) - 3) * 1.5;
  return WEIGHTS[type] ?? 0;
}
