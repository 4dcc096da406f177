import { isPlain } from './bson-key.ts';

/**
 * What a dotted path leads to in a document. Arrays on the way are walked through, as MongoDB does it; a branch that ends
 * early yields undefined. The leaf itself is not opened: an array there is one value.
 */
export function leavesAt(document: unknown, path: string): unknown[] {
  if (!path.includes('.')) {
    const isThere = isPlain(document) && Object.hasOwn(document, path);
    return [isThere ? document[path] : undefined];
  }
  const leaves: unknown[] = [];
  walk(document, path.split('.'), 0, leaves);
  return leaves;
}

function walk(value: unknown, parts: string[], depth: number, leaves: unknown[]): void {
  if (depth === parts.length) {
    leaves.push(value);
    return;
  }
  const part = parts[depth]!;
  if (Array.isArray(value)) {
    const byIndex = /^\d+$/.test(part) && Number(part) < value.length;
    if (byIndex) walk(value[Number(part)], parts, depth + 1, leaves);
    for (const item of value) if (isPlain(item)) walk(item, parts, depth, leaves);
  } else if (isPlain(value) && Object.hasOwn(value, part)) {
    walk(value[part], parts, depth + 1, leaves);
  } else {
    leaves.push(undefined);
  }
}

/** What a condition on the path is tested against: every leaf, and every item of a leaf that is an array. */
export function candidatesAt(document: unknown, path: string): unknown[] {
  const leaves = leavesAt(document, path);
  if (!leaves.some(Array.isArray)) return leaves;
  return leaves.flatMap((leaf) => (Array.isArray(leaf) ? [leaf, ...leaf] : [leaf]));
}

/** What an index stores for the path: every leaf, arrays as their items, an empty array as nothing. */
export function indexedAt(document: unknown, path: string): { values: unknown[]; multikey: boolean } {
  const leaves = leavesAt(document, path);
  const multikey = leaves.length !== 1 || Array.isArray(leaves[0]);
  if (!multikey) return { values: leaves, multikey };
  const values = leaves.flatMap((leaf) => (Array.isArray(leaf) ? (leaf.length === 0 ? [undefined] : leaf) : [leaf]));
  return { values: values.length === 0 ? [undefined] : values, multikey };
}
