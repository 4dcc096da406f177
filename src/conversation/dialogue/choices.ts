import type { Filters, Understanding } from '../../understanding/understanding.ts';

/** What a pressed button means. Ids are made by src/replies; see Choice. */
export type ChoiceMeaning =
  | { kind: 'cheaper' | 'more' | 'compare' | 'human' }
  | { kind: 'handoff' | 'consent' | 'erase'; yes: boolean }
  | { kind: 'only'; filters: Filters }
  /** Give up a limit, or take another kind; `cheap` = the cheapest first. */
  | { kind: 'widen'; limit: string; cheap: boolean; to?: string }
  | { kind: 'offers' }
  | { kind: 'details' | 'notify'; productId: string }
  | { kind: 'ask'; topic: 'recommend' | 'order' | 'returns' };

/** Reads a choice's id; undefined for one we never made, which is then treated as text. */
export function parseChoice(id: string): ChoiceMeaning | undefined {
  const [kind, first = '', ...rest] = id.split(':');
  const value = rest.join(':');
  switch (kind) {
    case 'cheaper':
    case 'more':
    case 'compare':
    case 'human':
    case 'offers':
      return { kind };
    case 'widen':
      return first === ''
        ? undefined
        : { kind, limit: first, cheap: rest[0] === 'cheap', ...(rest[1] && { to: rest[1] }) };
    case 'handoff':
    case 'consent':
    case 'erase':
      return first === 'yes' || first === 'no' ? { kind, yes: first === 'yes' } : undefined;
    case 'only':
      return value === '' ? undefined : { kind, filters: facetFilter(first, value) };
    case 'details':
    case 'notify':
      return first === '' ? undefined : { kind, productId: id.slice(`${kind}:`.length) };
    case 'ask':
      return first === 'recommend' || first === 'order' || first === 'returns' ? { kind, topic: first } : undefined;
    default:
      return undefined;
  }
}

function facetFilter(facet: string, value: string): Filters {
  if (facet === 'brand') return { brandInclude: [value] };
  if (facet === 'color' || facet === 'category' || facet === 'size') return { [facet]: value };
  return { attributes: { [facet]: value } };
}

/** The understanding of a message that was a button: what the button means goes before what its text says. */
export function withChoice(understanding: Understanding, meaning: ChoiceMeaning): Understanding {
  const { entities } = understanding;
  switch (meaning.kind) {
    case 'cheaper':
      return { ...understanding, filters: {}, entities: { ...entities, relativePrice: 'cheaper' } };
    case 'more':
      return { ...understanding, filters: {}, entities: { ...entities, more: true } };
    case 'only':
      return { ...understanding, filters: meaning.filters, keywords: [] };
    case 'widen':
    case 'offers':
      return { ...understanding, filters: {}, keywords: [] };
    case 'details':
    case 'notify':
      return { ...understanding, entities: { ...entities, productIds: [meaning.productId] } };
    default:
      return understanding;
  }
}
