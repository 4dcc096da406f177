/** Adjusted Rand index (Hubert and Arabie 1985) of two labelings: 1 = the same groups, 0 = as by chance. */
export function adjustedRandIndex(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const both = new Map<string, number>();
  const first = new Map<number, number>();
  const second = new Map<number, number>();
  for (let at = 0; at < a.length; at++) {
    const key = `${a[at]}|${b[at]}`;
    both.set(key, (both.get(key) ?? 0) + 1);
    first.set(a[at]!, (first.get(a[at]!) ?? 0) + 1);
    second.set(b[at]!, (second.get(b[at]!) ?? 0) + 1);
  }
  const pairs = (counts: Iterable<number>) => [...counts].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
  const together = pairs(both.values());
  const [inFirst, inSecond] = [pairs(first.values()), pairs(second.values())];
  const expected = (inFirst * inSecond) / Math.max(1, (a.length * (a.length - 1)) / 2);
  const most = (inFirst + inSecond) / 2;
  return most === expected ? 1 : (together - expected) / (most - expected);
}
