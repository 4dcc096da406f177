import { type Mention, termOf } from '../filters/mentions.ts';
import type { Entities, Filters } from '../understanding.ts';
import { readDialogueMoves } from './dialogue-moves.ts';
import { readReferences } from './references.ts';

/** What a cleaned text points at and asks the dialogue to do, beside its filters; dates and orders were read before them. */
export function readEntities(
  text: string,
  read: {
    filters: Filters;
    kindSure: boolean;
    mentions: readonly Mention[];
    dates: string[];
    orderNumbers: string[];
  },
): Entities {
  const lower = text.toLowerCase();
  const { filters, mentions, dates, orderNumbers } = read;
  const products = mentions
    .filter((mention) => !mention.negated)
    .flatMap((mention) => mention.terms.filter((term) => term.kind === 'product'));
  const bounded = (filters.minPrice ?? filters.maxPrice ?? filters.aboutPrice) !== undefined;
  return {
    orderNumbers,
    dates,
    references: readReferences(maskProducts(lower, mentions)),
    productIds: [...new Set(products.map((term) => term.id))],
    ...(read.kindSure && { kindSure: true as const }),
    ...readDialogueMoves(lower, bounded),
  };
}

/** A product called "The First One" points at nothing. */
function maskProducts(text: string, mentions: readonly Mention[]): string {
  let masked = text;
  for (const mention of mentions) {
    if (termOf(mention, 'product'))
      masked = masked.slice(0, mention.start) + '·'.repeat(mention.end - mention.start) + masked.slice(mention.end);
  }
  return masked;
}
