import type { Product } from '../../knowledge/pack.ts';
import type { Reference } from '../../understanding/understanding.ts';

/** The products that references point at, among those shown; [] when they point nowhere. */
export function resolveReferences(
  references: readonly Reference[],
  shown: readonly Product[],
  focus: Product | undefined,
): Product[] {
  const found = references.flatMap((reference) => resolveOne(reference, shown, focus));
  return [...new Set(found)];
}

function resolveOne(reference: Reference, shown: readonly Product[], focus: Product | undefined): Product[] {
  if (reference.kind === 'ordinal') {
    const product = shown.at(reference.position > 0 ? reference.position - 1 : reference.position);
    return product ? [product] : [];
  }
  if (reference.kind === 'superlative') {
    const [best] = shown.toSorted((a, b) => rankOf(b, reference.by) - rankOf(a, reference.by));
    return best ? [best] : [];
  }
  if (reference.plural) return [...shown];
  if (focus) return [focus];
  return shown.length > 0 ? [shown[0]] : [];
}

function rankOf(product: Product, by: Extract<Reference, { kind: 'superlative' }>['by']): number {
  switch (by) {
    case 'cheapest':
      return -(product.price ?? Number.POSITIVE_INFINITY);
    case 'most_expensive':
      return product.price ?? Number.NEGATIVE_INFINITY;
    case 'best_rated':
      return product.rating ?? 0;
    case 'newest':
      return Date.parse(product.since ?? '') || 0;
  }
}
