/** A group of customers as it was found in a run. */
interface Members {
  id: string;
  members: ReadonlySet<string>;
}

/** Below this overlap two groups are not the same one. */
const LEAST_OVERLAP = 0.2;

/**
 * Which former segment each found cluster continues: pairs of the highest Jaccard overlap among customers that both runs
 * know, each former segment once. Undefined = a new segment.
 */
export function matchSegments(
  found: readonly ReadonlySet<string>[],
  former: readonly Members[],
  least = LEAST_OVERLAP,
): (string | undefined)[] {
  const known = new Set(former.flatMap(({ members }) => [...members]));
  const everyone = new Set(found.flatMap((members) => [...members]));
  const pairs = found.flatMap((members, cluster) => {
    const own = [...members].filter((id) => known.has(id));
    return former.map((segment) => {
      const shared = own.filter((id) => segment.members.has(id)).length;
      const still = [...segment.members].filter((id) => everyone.has(id)).length;
      const union = own.length + still - shared;
      return { cluster, id: segment.id, overlap: union > 0 ? shared / union : 0 };
    });
  });
  const matches: (string | undefined)[] = found.map(() => undefined);
  const taken = new Set<string>();
  for (const { cluster, id, overlap } of pairs.sort((a, b) => b.overlap - a.overlap)) {
    if (overlap < least || matches[cluster] !== undefined || taken.has(id)) continue;
    matches[cluster] = id;
    taken.add(id);
  }
  return matches;
}
