import type { AttributeFilter, AttributeVocabulary, Filters, NumberRange } from '../understanding.ts';
import { type Bound, boundOf, isNoLimit } from './bounds.ts';
import { isSum } from './charges.ts';
import { ENDURES_AFTER, ENDURES_BEFORE, isEndurance, readLasting } from './lasting.ts';
import type { Mention } from './mentions.ts';
import type { Quantity } from './ranges.ts';
import type { UnitReading } from './units.ts';
import type { VocabularyIndex } from './vocabulary-index.ts';

const NAME_GAP =
  /^(?:\s|no more than|not more than|no higher than|no less than|not over|is|of|are|with|at|be|has|have|should|must|the|to|a|:|：|=|要|有|是|为|在|能|得|达到|至少|最少|起码|不低于|不少于|大于|超过|小于|低于|不高于|不超过|不超|别超过|最多|最大|at least|at most|more than|less than|over|under|above|below|bigger than|larger than|minimum|min|max|up to|about|around|大概|大约|约|差不多|就)*$/;

/** Attributes said as numbers, with their bounds, in the attribute's own unit; marks the numbers it read as used. */
export function readMeasures(
  text: string,
  quantities: readonly Quantity[],
  mentions: readonly Mention[],
  index: VocabularyIndex,
): NonNullable<Filters['attributes']> {
  const found: NonNullable<Filters['attributes']> = {};
  readMemoryPair(text, quantities, index, found);
  readLasting(text, index, found);
  // A name after one number ("12GB RAM 512GB") does not belong to the next one.
  const bound = new Set<Mention>();
  for (const quantity of quantities) {
    if (quantity.tokens.some((token) => token.used)) continue;
    const named = namedBefore(text, quantity, mentions, bound, index);
    if (quantity.currency && !(named && isSum(named))) continue;
    const unit = unitAfter(text, quantity, index);
    const end = unit?.end ?? quantity.end;
    // "2000流明 4k到6k": the unit names what stands before it, and nothing after.
    for (const mention of mentions) if (mention.start >= quantity.end && mention.end <= end) bound.add(mention);
    const choice = unit
      ? chooseByUnit(text, quantity, unit, named, mentions, index, bound)
      : bareNamed(named, text, quantity);
    if (!choice?.far && isPerUnit(text, quantity, unit)) {
      for (const token of quantity.tokens) token.used = true;
      continue;
    }
    if (unit && !named && !choice?.named && index.units.isTime(unit.word) && isElapsed(text, quantity, unit.end)) {
      for (const token of quantity.tokens) token.used = true;
      continue;
    }
    if (unit && !named && isNoLimit(text, quantity.start, unit.end)) {
      for (const token of quantity.tokens) token.used = true;
      continue;
    }
    if (choice && !(choice.attribute.id in found)) found[choice.attribute.id] = limitOf(text, quantity, end, choice);
    if (choice || unit) for (const token of quantity.tokens) token.used = true;
  }
  return found;
}

/** "broke after 14 months", "3 year warranty", 买了两年: time that passes, no property of a thing. */
function isElapsed(text: string, quantity: Quantity, end: number): boolean {
  return (
    /^\s*(?:warrant|guarantee|ago|later|contract|now\b|delivery|shipping|return|old (?:phone|laptop|tv|one)|(?:之|以)?[前后]|(?:之|以)?内(?!的)|保|质保|了|多|就|还没|没|还)/.test(
      text.slice(end, end + 12),
    ) ||
    /(?:\b(?:after|(?:been|was|hold|wait(?:ed|ing)?|used it|had it|owned it|using it)\b[a-z ]{0,12}for|past|last|within|been|only|just|every|warranty of|broke in|lasted|waited|waiting|wait)\s(?:about |around |over |the |only )?|(?:(?<!能|可以)用了?|买了?|(?<!超)过了?|才|保修期?|质保期?|等了?|每|已经|快|不到|满|提前|未来|最近)\s?)$/.test(
      text.slice(Math.max(0, quantity.start - 32), quantity.start),
    )
  );
}

/** "8+128": how phones are named in China, memory and storage in gigabytes. */
function readMemoryPair(
  text: string,
  quantities: readonly Quantity[],
  index: VocabularyIndex,
  found: NonNullable<Filters['attributes']>,
): void {
  for (const [at, first] of quantities.entries()) {
    const second = quantities[at + 1];
    const sizes = [64, 128, 256, 512, 1024, 1];
    if (!second || first.tokens[0]!.loose !== 'plus' || text[first.end - 1] !== '+' || second.start !== first.end)
      continue;
    if (first.low > 32 || !sizes.includes(second.low)) continue;
    const candidates = index.units.attributesOf('gb');
    const memory = byHabit(candidates, first, undefined);
    const storage = candidates.find((one) => one !== memory);
    if (!memory || !storage) continue;
    found[memory.attribute.id] = first.low;
    found[storage.attribute.id] = second.low === 1 ? 1024 : second.low;
    for (const token of [...first.tokens, ...second.tokens]) token.used = true;
  }
}

/** "800 a night", "一晚800": what a price is for, no attribute. */
function isPerUnit(text: string, quantity: Quantity, unit: { word: string; end: number } | undefined): boolean {
  if (!unit || quantity.low !== 1 || quantity.tokens[0]!.script === 'digits') return false;
  if (boundOf(text, quantity.start, unit.end) !== undefined) return false;
  if (/^(?:期|的?定|的?存|半)/.test(text.slice(unit.end, unit.end + 2))) return false;
  return (
    /^(?:晚|天|日|夜|个月|年|night|day|month|year|week)/.test(unit.word) && text.length > unit.end - quantity.start
  );
}

function unitAfter(
  text: string,
  quantity: Quantity,
  index: VocabularyIndex,
): { word: string; end: number } | undefined {
  const last = quantity.tokens.at(-1)!;
  const unit = index.units.wordAt(text, last.end);
  if (!unit) return undefined;
  if (
    unit.word === 'w' &&
    last.bare < 1000 &&
    /[\u4e00-\u9fff]/.test(text) &&
    boundOf(text, quantity.start, unit.end) &&
    index.units.attributesOf('w').length === 0
  )
    return undefined;
  return unit;
}

function namedBefore(
  text: string,
  quantity: Quantity,
  mentions: readonly Mention[],
  bound: ReadonlySet<Mention>,
  { units }: VocabularyIndex,
): AttributeVocabulary | undefined {
  const before = mentions.findLast((mention) => mention.end <= quantity.start);
  const attribute = before && !bound.has(before) ? numberTerm(before) : undefined;
  if (!before || !attribute) return undefined;
  // "How much a month is 15000": a time that something is counted by.
  const time = units.wordAt(text, before.start);
  if (time && units.isTime(time.word) && /(?:\b(?:an?|per|each|every)\s|[每一/]\s?)$/.test(text.slice(0, before.start)))
    return undefined;
  const gap = text.slice(before.end, quantity.start);
  return gap.length <= 30 && NAME_GAP.test(gap) ? attribute : undefined;
}

const numberTerm = (mention: Mention) =>
  mention.terms.find((term) => term.kind === 'attribute' && term.attribute?.type === 'number')?.attribute;

/** The largest number a customer may mean in an attribute's own unit; beyond it a bare number is a price. */
const LARGEST: Record<string, number> = {
  inch: 130,
  gb: 2048,
  h: 200,
  mp: 250,
  kg: 500,
  l: 1000,
  hz: 600,
  w: 5000,
  cm: 500,
  mm: 5000,
  db: 150,
  bar: 50,
  x: 200,
  '%': 100,
  mah: 60_000,
};

/** A number without unit after an attribute's name: "screen at least 6", "内存16"; "good screen under 500" is a price. */
function bareNamed(named: AttributeVocabulary | undefined, text: string, quantity: Quantity): Choice | undefined {
  if (!named || (!isSum(named) && /^\s*(?:块|元|dollars|bucks)/.test(text.slice(quantity.end, quantity.end + 10))))
    return undefined;
  // "A quiet one".
  if (quantity.low === 1 && quantity.tokens[0]!.script === 'english') return undefined;
  if (isSum(named)) return { attribute: named, factor: 1, far: false, named: true };
  const unit = named.units?.[0]?.toLowerCase() ?? '';
  // "像素至少2000万" counts pixels, the attribute millions of them.
  if (unit === 'mp' && quantity.low >= 1e6) return { attribute: named, factor: 1e-6, far: false, named: true };
  const value = quantity.high ?? quantity.low;
  if (value > (LARGEST[unit] ?? 20_000)) return undefined;
  if (value >= 50 && boundOf(text, quantity.start, quantity.end) === 'max') return undefined;
  return { attribute: named, factor: 1, far: false, named: true };
}

interface Choice {
  attribute: AttributeVocabulary;
  factor: number;
  shift?: number;
  far: boolean;
  /** The text names the attribute. */
  named: boolean;
  /** A number without a bound is the least that is wanted. */
  least?: boolean;
}

function chooseByUnit(
  text: string,
  quantity: Quantity,
  unit: { word: string; end: number },
  named: AttributeVocabulary | undefined,
  mentions: readonly Mention[],
  index: VocabularyIndex,
  bound: Set<Mention>,
): Choice | undefined {
  const candidates = index.units.attributesOf(unit.word);
  if (named && counts(named, unit.word) && !candidates.some(({ attribute }) => attribute === named))
    return { attribute: named, factor: 1, far: false, named: true };
  if (candidates.length === 0) return undefined;
  if (FITS_BEFORE.test(text.slice(0, quantity.start))) {
    const room = candidates.find(({ attribute, exact }) => exact && attribute.names.some((name) => FITTING.test(name)));
    if (room) return { ...room, named: true };
  }
  if (ENDURES_BEFORE.test(text.slice(0, quantity.start)) || ENDURES_AFTER.test(text.slice(unit.end, unit.end + 24))) {
    const endurance = candidates.find(({ attribute }) => isEndurance(attribute));
    if (endurance) return { ...endurance, named: true, least: endurance.far };
  }
  const byName = (attribute: AttributeVocabulary | undefined) => candidates.find((one) => one.attribute === attribute);
  const after = mentions.find((mention) => mention.start >= unit.end);
  const near =
    after && /^\s*(?:of |or more |or less |以上|以下|的|大|and above )*\s*$/.test(text.slice(unit.end, after.start))
      ? after
      : undefined;
  const nearNames = near?.terms.map((term) => byName(term.attribute)).find((one) => one !== undefined);
  if (near && nearNames && !byName(named)) bound.add(near);
  const byWords = byName(named) ?? nearNames;
  if (byWords) return { ...byWords, named: true };
  const likely = byHabit(
    candidates.filter(({ far }) => !far),
    quantity,
    boundOf(text, quantity.start, unit.end),
  );
  return likely && { ...likely, named: false };
}

/** Whether an attribute without a unit counts something by its name: days of notice, 免息天数. */
const counts = ({ names }: AttributeVocabulary, unit: string): boolean =>
  names.some((name) =>
    /^[a-z]/.test(unit)
      ? name
          .toLowerCase()
          .split(/[^a-z]+/)
          .includes(unit)
      : unit === '天' && name.includes('天数'),
  );

/** "A bag for a 16 inch laptop", 能装16寸电脑: what a thing must hold, not what it measures. */
const FITS_BEFORE =
  /(?:\bfor (?:an? |my |her |his )?|\b(?:fits?|holds?|carr(?:y|ies))(?: an? | my )?|[装放](?:得下|得进|下|进)?(?:我的)?)\s*$/;
const FITTING = /\bfits?\b|compartment|可放|可装/i;

/** Between attributes of one unit: few gigabytes are memory, and an upper bound of mass is weight, not what a thing carries. */
function byHabit(
  candidates: readonly UnitReading[],
  quantity: Quantity,
  bound: string | undefined,
): UnitReading | undefined {
  const called = (pattern: RegExp) =>
    candidates.find((one) => one.attribute.names.some((name) => pattern.test(name.toLowerCase())));
  const memory = called(/^ram$|\bram\b|运行内存|运存/);
  if (memory && candidates.length > 1 && quantity.low * memory.factor <= 24) return memory;
  const weight = called(/^weight|^重量|^重$/);
  if (weight && bound === 'max') return weight;
  return candidates[0];
}

/** "6 inch screen or smaller": the name stands between the number and its bound. */
function boundAfterName(text: string, end: number): Bound | undefined {
  const name =
    /^(?:\s[a-z]{2,12}){1,2}?(?=\s(?:(?:or|and) (?:less|smaller|under|below|more|bigger|larger|above|up|higher|longer|better)|min|max|minimum|maximum|at least|at most)\b(?! spend| price| budget| \$?\d))/.exec(
      text.slice(end, end + 40),
    );
  return name ? boundOf(text, end, end + name[0].length) : undefined;
}

/** `least`: a duration said loosely ("lasts a week") is the least that is wanted. */
function limitOf(
  text: string,
  quantity: Quantity,
  end: number,
  { factor, shift = 0, least = false }: Pick<Choice, 'factor' | 'shift' | 'least'>,
): AttributeFilter {
  const convert = (value: number) => Number((value * factor + shift).toPrecision(6));
  if (quantity.high !== undefined) return { min: convert(quantity.low), max: convert(quantity.high) };
  const bound = boundOf(text, quantity.start, end) ?? boundAfterName(text, end);
  const range: NumberRange = {};
  if (bound === 'max') range.max = convert(quantity.low);
  else if (bound === 'min' || least || quantity.tokens[0]!.loose === 'plus' || text[end] === '+')
    range.min = convert(quantity.low);
  else return convert(quantity.low);
  return range;
}
