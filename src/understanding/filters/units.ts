import type { AttributeVocabulary } from '../understanding.ts';

/** Unit words by dimension: factor to the dimension's base, and the words, in both languages. */
const DIMENSIONS: Record<string, [factor: number, words: string][]> = {
  bytes: [
    [1, 'gb g gig gigs gigabyte gigabytes'],
    [1024, 'tb t terabyte terabytes'],
    [1 / 1024, 'mb'],
  ],
  length: [
    [1, 'cm centimeter centimeters centimetre centimetres 厘米 公分'],
    [100, 'm meter meters metre metres 米'],
    [0.1, 'mm millimeter millimeters 毫米'],
    [30.48, 'ft feet foot 英尺'],
    [100_000, 'km kilometer kilometers 公里'],
  ],
  inch: [[1, `inch inches in " ″ ” '' ′′ 寸 英寸 吋`]],
  mass: [
    [1, 'g gram grams gr 克'],
    [1000, 'kg kgs kilo kilos kilogram kilograms 公斤 千克'],
    [500, '斤'],
    [453.6, 'lb lbs'],
    [28.35, 'oz ounce ounces'],
  ],
  volume: [
    [1, 'l liter liters litre litres 升'],
    [0.001, 'ml 毫升'],
  ],
  frequency: [
    [1, 'hz hertz 赫兹 赫'],
    [1e9, 'ghz'],
  ],
  charge: [
    [1, 'mah 毫安时 毫安'],
    [1000, 'ah 安时'],
  ],
  time: [
    [1, 'h hr hrs hour hours 小时 个小时 钟头 个钟头'],
    [1 / 60, 'min mins minute minutes 分钟'],
  ],
  days: [
    [1, 'day days 天 日'],
    [7, 'week weeks 周 个星期 星期 个礼拜'],
  ],
  nights: [[1, 'night nights 晚 夜 个晚上 晚上']],
  months: [
    [1, 'month months mo 个月'],
    [12, 'year years yr yrs 年'],
  ],
  pixels: [
    [1, 'mp megapixel megapixels mpx'],
    [1e-6, '像素'],
  ],
  power: [
    [1, 'w watt watts 瓦'],
    [1000, 'kw'],
  ],
  rate: [
    [1, 'mbps 兆'],
    [1000, 'gbps'],
  ],
  area: [[1, 'm2 m² sqm 平方米 平米 平方 平']],
  pressure: [
    [1, 'pa 帕'],
    [1000, 'kpa'],
  ],
  noise: [[1, 'db decibel decibels 分贝']],
  light: [[1, 'lm lumen lumens 流明']],
  bar: [[1, 'bar bars 巴']],
  percent: [[1, '% percent 个点']],
  age: [[1, '岁 years-old']],
};
/** Counters and nouns after a number that make it no price, whatever the shop sells. */
const COUNTERS =
  'people persons person adults adult kids children guests travellers travelers times x stars star pages miles steps % percent ° v volts dpi ppi fps rpm nm mile ' +
  '人 位 大人 小孩 个人 口 次 遍 倍 星 分 页 层 楼 号线 路 度 口人 年级 期 集 点 集 室 房';

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

export interface UnitIndex {
  /** The unit word that starts at `at` (a space may stand before it), with where it ends. */
  wordAt(text: string, at: number): { word: string; end: number } | undefined;
  /** Whether a unit word counts time: such numbers are often ages, waits and warranties. */
  isTime(word: string): boolean;
  /** Number attributes that a unit word can belong to, with the factor to the attribute's own unit. Nearest unit first. */
  attributesOf(word: string): readonly { attribute: AttributeVocabulary; factor: number; exact: boolean }[];
}

const UNIT_WORDS = new Map<string, Unit[]>();
for (const [dimension, rows] of Object.entries(DIMENSIONS))
  for (const [factor, words] of rows)
    for (const word of words.split(' ')) UNIT_WORDS.set(word, [...(UNIT_WORDS.get(word) ?? []), { dimension, factor }]);

/** Units of the vocabulary's number attributes and of the world; nothing after a number but these makes it a price. */
export function createUnitIndex(attributes: readonly AttributeVocabulary[]): UnitIndex {
  const numbers = attributes.filter((attribute) => attribute.type === 'number');
  const own = new Map<string, AttributeVocabulary[]>();
  for (const attribute of numbers)
    for (const unit of attribute.units ?? [])
      own.set(unit.toLowerCase(), [...(own.get(unit.toLowerCase()) ?? []), attribute]);
  const words = new Set([...UNIT_WORDS.keys(), ...own.keys(), ...COUNTERS.split(' ')]);
  const pattern = new RegExp(
    `\\s?-?(${[...words]
      .sort((a, b) => b.length - a.length)
      .map((word) => word.replace(/[.*+?^$()|[\]{}\\]/g, '\\$&') + endOf(word))
      .join('|')})`,
    'y',
  );
  const cache = new Map<string, { attribute: AttributeVocabulary; factor: number; exact: boolean }[]>();
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
        .map((attribute) => ({ attribute, ...conversion(attribute, word) }))
        .filter(
          (one): one is { attribute: AttributeVocabulary; factor: number; exact: boolean } => one.factor !== undefined,
        )
        // Months of a thing counted in years (an age) are mostly how long the customer has had it.
        .filter(({ attribute, exact }) => exact || !isYears(attribute))
        .sort((a, b) => Number(b.exact) - Number(a.exact));
      cache.set(word, found);
      return found;
    },
  };
}

function isYears(attribute: AttributeVocabulary): boolean {
  return (
    UNIT_WORDS.get(attribute.units?.[0]?.toLowerCase() ?? '')?.some(
      ({ dimension, factor }) => dimension === 'months' && factor === 12,
    ) ?? false
  );
}

/** The first unit of an attribute is the one its values are in. */
function conversion(attribute: AttributeVocabulary, word: string): { factor?: number; exact: boolean } {
  const units = (attribute.units ?? []).map((unit) => unit.toLowerCase());
  if (units.length === 0) return { exact: false };
  const bases = UNIT_WORDS.get(units[0]!) ?? [];
  for (const from of UNIT_WORDS.get(word) ?? []) {
    const base = bases.find((one) => one.dimension === from.dimension);
    if (base) return { factor: from.factor / base.factor, exact: from.factor === base.factor };
  }
  return units.includes(word) ? { factor: 1, exact: true } : { exact: false };
}
