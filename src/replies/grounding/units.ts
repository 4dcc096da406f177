/** Units by dimension: factor to the dimension's base, and the words in both languages. */
const TABLE: Record<string, readonly (readonly [factor: number, words: string])[]> = {
  bytes: [
    [1, 'gb gig gigs gigabyte gigabytes'],
    [1024, 'tb terabyte terabytes'],
    [1 / 1024, 'mb megabyte megabytes'],
  ],
  length: [
    [1, 'cm centimeter centimeters centimetre centimetres 厘米 公分'],
    [100, 'm meter meters metre metres 米'],
    [0.1, 'mm millimeter millimeters millimetre millimetres 毫米'],
    [30.48, 'ft feet foot 英尺'],
    [100_000, 'km kilometer kilometers kilometre kilometres 公里 千米'],
    [160_934, 'mile miles 英里'],
  ],
  inch: [[1, 'inch inches in " ″ 英寸 寸 吋']],
  mass: [
    [1, 'g gram grams gramme grammes 克'],
    [1000, 'kg kgs kilo kilos kilogram kilograms 公斤 千克'],
    [500, '斤'],
    [453.6, 'lb lbs'],
    [28.35, 'oz ounce ounces'],
  ],
  volume: [
    [1, 'l liter liters litre litres 升'],
    [0.001, 'ml millilitre millilitres 毫升'],
  ],
  frequency: [[1, 'hz hertz 赫兹 赫']],
  charge: [
    [1, 'mah 毫安时 毫安'],
    [1000, 'ah 安时'],
  ],
  energy: [[1, 'wh 瓦时']],
  power: [
    [1, 'w watt watts 瓦'],
    [1000, 'kw 千瓦'],
  ],
  voltage: [[1, 'v volt volts 伏']],
  pixels: [
    [1, 'mp megapixel megapixels'],
    [0.01, '万像素'],
    [1e-6, '像素'],
  ],
  rate: [
    [1, 'mbps 兆'],
    [1000, 'gbps'],
  ],
  area: [[1, 'm2 m² sqm 平方米 平米']],
  pressure: [[1, 'pa 帕']],
  noise: [[1, 'db decibel decibels 分贝']],
  light: [[1, 'lm lumen lumens 流明']],
  bar: [[1, 'bar bars 巴']],
  dpi: [[1, 'dpi']],
  degrees: [[1, '° °c degree degrees 摄氏度 度']],
  time: [
    [60, 'h hr hrs hour hours 小时 个小时 个钟头 钟头'],
    [1, 'min mins minute minutes 分钟'],
    [1 / 60, 'second seconds sec secs 秒 秒钟'],
  ],
  days: [
    [1, 'day days 天 日'],
    [7, 'week weeks wk wks 周 个星期 星期 个礼拜'],
  ],
  working: [[1, '个工作日 工作日 个营业日 营业日']],
  nights: [[1, 'night nights 晚 夜 个晚上']],
  months: [
    [1, 'month months mth mths 个月'],
    [12, 'year years yr yrs 年'],
    [1200, 'century centuries'],
    [120, 'decade decades'],
  ],
  percent: [[1, '% percent per-cent pct 个点 个百分点']],
  times: [[1, 'x times 倍']],
  people: [
    [
      1,
      'people persons person guests guest travellers travelers adults players participants customers 人 位客人 名 位',
    ],
  ],
  stars: [[1, 'star stars -star 星 星级 颗星']],
  points: [[1, 'points point 积分 分']],
  pieces: [[1, 'pieces piece pcs pack-of 块积木 颗粒 颗 片']],
  age: [[1, '岁 周岁 years-old year-olds']],
  parts: [[1, 'instalments installments instalment installment parts 期']],
};

export interface Unit {
  dimension: string;
  factor: number;
}

const UNITS = new Map<string, Unit>();
for (const [dimension, rows] of Object.entries(TABLE))
  for (const [factor, words] of rows) for (const word of words.split(' ')) UNITS.set(word, { dimension, factor });

const escaped = (word: string) => word.replace(/[.*+?^$()|[\]{}\\]/g, '\\$&');
const WORKING =
  'percentage[ -]points?|working days?|business days?|workdays?|banking days?|working-days?|business-days?';
const PATTERN = new RegExp(
  `[ -]?(?:(${WORKING})(?![a-z])|(${[...UNITS.keys()]
    .sort((a, b) => b.length - a.length)
    .map((word) => `${escaped(word)}${/[a-z]$/.test(word) ? '(?![a-z])' : ''}`)
    .join('|')}))`,
  'y',
);

/** The unit that is written at `at` of a lower-case text (a space or hyphen may stand before it), and where it ends. */
export function unitAt(text: string, at: number): (Unit & { word: string; end: number }) | undefined {
  PATTERN.lastIndex = at;
  const match = PATTERN.exec(text);
  if (!match) return undefined;
  const end = at + match[0].length;
  if (match[1])
    return { dimension: match[1].startsWith('percentage') ? 'percent' : 'working', factor: 1, word: match[1], end };
  const word = match[2];
  // "in" is inches only right behind the digits ("13.3in"), "m" and the like not before a hyphenated word.
  if (word === 'in' && text[at] !== 'i') return undefined;
  if (/^["″]$/.test(word) && !/\d/.test(text[at - 1] ?? '')) return undefined;
  if (word === '"' && !/^["″](?=\s|$|[,.;:)]|-)/.test(text.slice(end - 1))) return undefined;
  return { ...UNITS.get(word)!, word, end };
}

/** Attributes are few, and asked for with every number. */
const read = new Map<string, Unit | undefined>();

/** The dimension of a unit as a pack writes it ("GB", "h", "CNY" = undefined), or of the first unit word in an attribute's name. */
export function unitOf(unit: string | undefined, names: readonly string[]): Unit | undefined {
  const key = `${unit} ${names.join(' ')}`;
  if (!read.has(key)) read.set(key, readUnit(unit, names));
  return read.get(key);
}

function readUnit(unit: string | undefined, names: readonly string[]): Unit | undefined {
  const own = UNITS.get((unit ?? '').toLowerCase());
  if (own) return own;
  const words = names.join(' ').toLowerCase();
  if (/working days|工作日/.test(words)) return { dimension: 'working', factor: 1 };
  const found = words.split(/[^a-z]+/).find((word) => word.length > 3 && UNITS.has(word));
  return found === undefined ? undefined : UNITS.get(found);
}
