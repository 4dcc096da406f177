import type { ProductColumns } from './columns.ts';

const MOST_VALUES = 12;

/** Counts of the values among the documents marked in `inside`, by facet ('brand', 'category', 'color', 'size', attribute ids), most frequent first. */
export function countFacets(
  columns: ProductColumns,
  inside: Uint8Array,
  nameOf: (facet: string, value: string, document: number) => string,
): Record<string, { value: string; count: number }[]> {
  const facets: Record<string, { value: string; count: number }[]> = {};
  for (const [column, set] of Object.entries(columns.sets)) {
    const facet = column.replace(/^attr\./, '');
    const counts: { value: string; count: number }[] = [];
    set.values.forEach((value, at) => {
      let count = 0;
      for (let i = set.offsets[at]; i < set.offsets[at + 1]; i++) count += inside[set.documents[i]];
      if (count > 0) counts.push({ value: nameOf(facet, value, set.documents[set.offsets[at]]), count });
    });
    if (counts.length > 0) facets[facet] = counts.sort((a, b) => b.count - a.count).slice(0, MOST_VALUES);
  }
  return facets;
}
