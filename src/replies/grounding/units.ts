import { UNIT_TABLE, type UnitTable } from '../../understanding/filters/unit-table.ts';

/** What replies count beside what goods are measured in. */
const COUNTED: UnitTable = {
  working: [[1, '个工作日 工作日 个营业日 营业日']],
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
  parts: [[1, 'instalments installments instalment installment parts 期']],
  months: [
    [120, 'decade decades'],
    [1200, 'century centuries'],
  ],
};

export interface Unit {
  dimension: string;
  factor: number;
}

const UNITS = new Map<string, Unit>();
for (const [dimension, rows] of [...Object.entries(UNIT_TABLE), ...Object.entries(COUNTED)])
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
