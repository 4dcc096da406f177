import type { Product } from '../../knowledge/pack.ts';
import type { Reference, Understanding } from '../../understanding/understanding.ts';
import type { DialogueState } from './dialogue.ts';

const OTHER = /\bthe other(?: one)?\b|另(?:外)?(?:一|那)?[个款张台只]|另外那?[个款]/i;
const ONLY_POINTS =
  /^(?:and |ok |then |what about |how about )*(?:the )?(?:first|second|third|last|1st|2nd|3rd)(?: one)?(?: please)?[\s.!]*$|^(?:那|就|看看|那就)*(?:第[一二三四五123][个款张台只种]|最后一?[个款])(?:吧)?[。！!\s]*$/i;

/** "The second one", 第二个: nothing is said but which. */
export const pointsOnly = (text: string): boolean => ONLY_POINTS.test(text.trim());

/** "The other one", 另一个呢. */
export const pointsAtOther = (text: string): boolean => OTHER.test(text) && text.length <= 40;

/** Nothing is asked but which of those shown, or the other: whatever the intent seemed. */
export const pointsPlainly = (
  { clean }: Pick<Understanding, 'clean'>,
  { shown }: Pick<DialogueState, 'shown'>,
): boolean => (shown.length > 0 && pointsOnly(clean.text)) || (shown.length > 1 && pointsAtOther(clean.text));

/** Beside the one spoken about last (else the first), the other of those shown. */
export function otherOf(shown: readonly Product[], focus: Product | undefined): Product | undefined {
  const at = focus ? shown.indexOf(focus) : 0;
  return shown.length > 1 ? shown[(at + 1) % shown.length] : undefined;
}

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
