import type { Filters } from '../understanding.ts';
import { readAlternatives } from './alternatives.ts';
import { chooseCategory } from './category.ts';
import { readFlags } from './flags.ts';
import { readMeasures } from './measures.ts';
import { findMentions, type Mention, termOf } from './mentions.ts';
import { markNegations } from './negation.ts';
import { findNumbers, type NumberToken } from './numbers.ts';
import { isOwnedBrand } from './owned-brands.ts';
import { readPrice } from './price.ts';
import { readQuantity } from './quantity.ts';
import { findQuantities } from './ranges.ts';
import { readSize } from './size.ts';
import { readInStock, readSort } from './sort.ts';
import { isTooDear } from './too-dear.ts';
import type { TermKind, VocabularyIndex } from './vocabulary-index.ts';

/** A part of the text that is read already: a date, an order number, a phone number. */
export interface Span {
  start: number;
  end: number;
}

export interface FilterReading {
  filters: Filters;
  /** Whether the category is plainly what is asked for. */
  kindSure: boolean;
  mentions: readonly Mention[];
}

/** What a cleaned text limits the goods to. Numbers within `taken` spans are no prices. Never throws; linear in the text. */
export function readFilters(text: string, index: VocabularyIndex, taken: readonly Span[] = []): FilterReading {
  const lower = text.toLowerCase();
  const found = findMentions(lower, index);
  const numbers = findNumbers(lower, index.currency);
  const mentions = found.filter((mention) => !isMoney(lower, mention));
  markNegations(lower, mentions);
  const size = readSize(lower);
  blockNumbers(numbers, mentions, size ? [...taken, size] : taken);
  const filters: Filters = {};

  const quantity = readQuantity(lower, numbers, mentions, (end) => index.units.wordAt(lower, end) !== undefined);
  const quantities = findQuantities(lower, numbers, (end) => index.units.wordAt(lower, end)?.end ?? end);
  const category = chooseCategory(lower, mentions);
  const id = otherSort(lower, category.id, mentions, index) ?? category.id;
  if (id !== undefined) filters.category = id;
  const flags = readFlags(lower, mentions, id);
  const attributes = { ...readMeasures(lower, quantities, mentions, index), ...flags.wanted };
  Object.assign(filters, readPrice(lower, quantities));

  const asked = mentions.filter(
    (mention) =>
      !(termOf(mention, 'brand') && isTooDear(lower, mention, mentions)) &&
      (id === undefined || !isOwnedBrand(lower, mention, mentions, category.aside)),
  );
  const brandInclude = idsOf(asked, 'brand', false);
  const brandExclude = idsOf(mentions, 'brand', true);
  const wanted = brandInclude.filter((brand) => !brandExclude.includes(brand));
  if (wanted.length > 0) filters.brandInclude = wanted;
  if (brandExclude.length > 0) filters.brandExclude = brandExclude;
  const colorExclude = idsOf(
    mentions.filter((mention) => !isOtherShade(lower, mention, mentions)),
    'color',
    true,
  );
  const color = idsOf(mentions, 'color', false).find((one) => !colorExclude.includes(one));
  if (color !== undefined) filters.color = color;
  if (colorExclude.length > 0) filters.colorExclude = colorExclude;
  if (size !== undefined) filters.size = size.id;
  if (quantity !== undefined) filters.quantity = quantity;
  const sort = readSort(lower);
  if (sort !== undefined) filters.sort = sort;
  if (Object.keys(attributes).length > 0) filters.attributes = attributes;
  if (Object.keys(flags.refused).length > 0) filters.attributesExclude = flags.refused;
  const alternatives = readAlternatives(lower, mentions, filters);
  if (alternatives) filters.alternatives = alternatives;
  if (readInStock(lower)) filters.inStock = true;
  return { filters, kindSure: category.sure, mentions };
}

/** "Headphones but not over-ear": one sort of the kind is refused, so the other that goes by the same noun is wanted. */
function otherSort(
  text: string,
  id: string | undefined,
  mentions: readonly Mention[],
  { categories }: VocabularyIndex,
): string | undefined {
  const isOf = (mention: Mention) => id !== undefined && termOf(mention, 'category')?.id === id;
  if (!mentions.some((mention) => mention.negated && isOf(mention))) return undefined;
  const wanted = mentions.find((mention) => !mention.negated && isOf(mention));
  const noun = wanted && text.slice(wanted.start, wanted.end);
  const other = noun && categories.find((one) => one.id !== id && one.names.some((name) => endsWith(name, noun)));
  return other ? other.id : undefined;
}

const endsWith = (name: string, noun: string): boolean =>
  name.toLowerCase().endsWith(/^[a-z]/.test(noun) ? ` ${noun}` : noun);

/** "blue but not navy", where both are the shop's blue: the colour is wanted. */
function isOtherShade(text: string, refused: Mention, mentions: readonly Mention[]): boolean {
  const id = termOf(refused, 'color')?.id;
  if (id === undefined || !refused.negated) return false;
  const said = text.slice(refused.start, refused.end);
  return mentions.some(
    (mention) =>
      !mention.negated && termOf(mention, 'color')?.id === id && text.slice(mention.start, mention.end) !== said,
  );
}

/** Ids of one kind, each once; a phrase that names a category or a value too is no colour. */
function idsOf(mentions: readonly Mention[], kind: TermKind, negated: boolean): string[] {
  const ids = mentions
    .filter(
      (mention) =>
        mention.negated === negated && !(kind === 'color' && (termOf(mention, 'category') || termOf(mention, 'value'))),
    )
    .map((mention) => termOf(mention, kind)?.id)
    .filter((id) => id !== undefined);
  return [...new Set(ids)];
}

/** "4k" is a resolution, but not in "under 4k" and "4k以内". */
function isMoney(text: string, mention: Mention): boolean {
  if (!/^\d+k?$/.test(text.slice(mention.start, mention.end))) return false;
  return (
    /(?:under|below|within|less than|up to|over|above|around|about|budget(?: of| is)?|for|预算|价格|不超过|低于|最多|[$¥£€]|\d\s?k?\s?(?:-|~|到|至|to))\s*$/.test(
      text.slice(Math.max(0, mention.start - 14), mention.start),
    ) ||
    /^\s*(?:(?:-|~|到|至|to)\s?\d|以内|以下|以上|内(?!存)|左右|块|元|刀|预算|的预算|budget|dollars|bucks|or less|usd|rmb)/.test(
      text.slice(mention.end, mention.end + 10),
    )
  );
}

function blockNumbers(numbers: readonly NumberToken[], mentions: readonly Mention[], taken: readonly Span[]): void {
  // 5000万像素: the measure's name takes the end of its number.
  const isName = ({ terms }: Mention) =>
    terms.every(({ kind, attribute }) => kind === 'attribute' && attribute?.type === 'number');
  const spans = [...mentions.filter((mention) => !isName(mention)), ...taken].sort((a, b) => a.start - b.start);
  let at = 0;
  for (const number of numbers) {
    while (at < spans.length && spans[at]!.end <= number.start) at++;
    const span = spans[at];
    if (span && span.start < number.end && span.end > number.start) number.used = true;
  }
}
