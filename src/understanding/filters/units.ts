import type { AttributeVocabulary } from '../understanding.ts';
import { UNIT_TABLE, type UnitTable } from './unit-table.ts';

/** Words that customers use for units, and replies do not. */
const SPOKEN: UnitTable = {
  bytes: [
    [1, 'g'],
    [1024, 't'],
  ],
  inch: [[1, `” '' ′′`]],
  mass: [[1, 'gr']],
  pixels: [[1, 'mpx']],
  pressure: [[1000, 'kpa']],
  area: [[1, '平方 平']],
  nights: [[1, '晚上']],
  months: [[1, 'mo']],
};
/** Counters and nouns after a number that make it no price, whatever the shop sells. */
const COUNTERS =
  'people persons person adults adult kids children guests travellers travelers times x stars star pages steps ppi fps rpm nm ' +
  '人 位 大人 小孩 个人 口 次 遍 倍 星 分 页 层 楼 号线 路 口人 年级 期 集 点 集 室 房';

/** "in" is a unit only where nothing follows it that makes it the preposition ("iPhone 15 in pink"). */
function endOf(word: string): string {
  if (word === 'in')
    return '(?![a-z])(?:(?<=\\din)|(?!\\s+(?!screens?\\b|displays?\\b|tvs?\\b|monitors?\\b|laptops?\\b|tablets?\\b|phones?\\b)[a-z]))';
  return /[a-z]$/.test(word) ? '(?![a-z]|-[a-z])' : '';
}

const TIMES = new Set(['time', 'days', 'nights', 'months']);

interface Unit {
  dimension: string;
  factor: number;
}

/** An attribute that a unit may count, with the factor to the attribute's own unit. */
export interface UnitReading {
  attribute: AttributeVocabulary;
  factor: number;
  /** The attribute's own unit. */
  exact: boolean;
  /** Only where the text names the attribute: months of a thing counted in years, days of a thing counted in hours. */
  far: boolean;
  /** Added after the factor: five days are four nights. */
  shift?: number;
}

export interface UnitIndex {
  /** The unit word that starts at `at` (a space may stand before it), with where it ends. */
  wordAt(text: string, at: number): { word: string; end: number } | undefined;
  /** Whether a unit word counts time: such numbers are often ages, waits and warranties. */
  isTime(word: string): boolean;
  /** Number attributes that a unit word can belong to, nearest unit first. */
  attributesOf(word: string): readonly UnitReading[];
}

const UNIT_WORDS = new Map<string, Unit[]>();
for (const [dimension, rows] of [...Object.entries(SPOKEN), ...Object.entries(UNIT_TABLE)])
  for (const [factor, words] of rows)
    for (const word of words.split(' ')) UNIT_WORDS.set(word, [...(UNIT_WORDS.get(word) ?? []), { dimension, factor }]);

/** Units of the vocabulary's number attributes and of the world; nothing after a number but these makes it a price. */
export function createUnitIndex(attributes: readonly AttributeVocabulary[]): UnitIndex {
  const numbers = attributes.filter((attribute) => attribute.type === 'number');
  const own = new Map<string, AttributeVocabulary[]>();
  for (const attribute of numbers)
    for (const unit of unitsOf(attribute))
      own.set(unit.toLowerCase(), [...(own.get(unit.toLowerCase()) ?? []), attribute]);
  const words = new Set([...UNIT_WORDS.keys(), ...own.keys(), ...COUNTERS.split(' ')]);
  const pattern = new RegExp(
    `\\s?-?(${[...words]
      .sort((a, b) => b.length - a.length)
      .map((word) => word.replace(/[.*+?^$()|[\]{}\\]/g, '\\$&') + endOf(word))
      .join('|')})`,
    'y',
  );
  const cache = new Map<string, UnitReading[]>();
  return {
    wordAt(text, at) {
      pattern.lastIndex = at;
      const match = pattern.exec(text);
      return match ? { word: match[1]!, end: at + match[0].length } : undefined;
    },
    isTime: (word) => (UNIT_WORDS.get(word) ?? []).some((unit) => TIMES.has(unit.dimension)),
    attributesOf(word) {
      const known = cache.get(word);
      if (known) return known;
      const found = numbers
        .flatMap((attribute): UnitReading[] => {
          const reading = conversion(attribute, word);
          return reading ? [{ attribute, ...reading }] : [];
        })
        .sort((a, b) => Number(b.exact) - Number(a.exact));
      cache.set(word, found);
      return found;
    },
  };
}

/** The words that numbers of an attribute stand before; where it has no unit, its own name: "2 ports". */
function unitsOf({ units = [], names }: AttributeVocabulary): string[] {
  const lower = units.map((unit) => unit.toLowerCase());
  const own = names.map((name) => name.toLowerCase());
  const hasUnit = lower[0] === undefined || UNIT_WORDS.has(lower[0]) || !own.includes(lower[0]);
  const words = hasUnit ? lower : [...lower, ...own.filter((name) => /^[a-z]{3,}s$/.test(name))];
  return words.flatMap((word) => (/ [a-z]{3,}s$/.test(word) ? [word, word.slice(0, -1)] : [word]));
}

function isYears(attribute: AttributeVocabulary): boolean {
  return (
    UNIT_WORDS.get(attribute.units?.[0]?.toLowerCase() ?? '')?.some(
      ({ dimension, factor }) => dimension === 'months' && factor === 12,
    ) ?? false
  );
}

/** The first unit of an attribute is the one its values are in. */
function conversion(attribute: AttributeVocabulary, word: string): Omit<UnitReading, 'attribute'> | undefined {
  const units = unitsOf(attribute);
  if (units.length === 0) return undefined;
  const bases = UNIT_WORDS.get(units[0]!) ?? [];
  const read = UNIT_WORDS.get(word) ?? [];
  for (const from of read) {
    const base = bases.find((one) => one.dimension === from.dimension);
    const exact = base?.factor === from.factor;
    // Months of a thing counted in years (an age) are mostly how long the customer has had it.
    if (base) return { factor: from.factor / base.factor, exact, far: !exact && isYears(attribute) };
  }
  const days = read.find(({ dimension }) => dimension === 'days');
  const nights = bases.some(({ dimension }) => dimension === 'nights');
  if (days && nights) return { factor: days.factor, exact: false, far: false, shift: days.factor === 1 ? -1 : 0 };
  const time = bases.find(({ dimension }) => dimension === 'time');
  if (days && time) return { factor: (days.factor * DAY_MINUTES) / time.factor, exact: false, far: true };
  return units.includes(word) ? { factor: 1, exact: true, far: false } : undefined;
}

const DAY_MINUTES = 1440;
