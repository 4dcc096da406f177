import type { NameIndex } from './name-index.ts';
import { isSaid, type NameFault } from './names.ts';
import type { OrdinaryWords } from './ordinary-words.ts';
import type { Reading } from './reading.ts';
import type { TurnFacts } from './turn-facts.ts';

/** Kinds of things that end a Chinese name; what stands before them must be known. */
const NAMED =
  /(?:推荐|试试|看看|选择?|考虑|了解|办理|购买|买|我们的|店里的|还有|新款|新品|["（(])\s?["]?([\u3400-\u9fff]{2,8}?(?:基金|存款|定存|理财|贷款?|信用卡|借记卡|账户|宝|手机|耳机|电脑|笔记本|平板|手表|音箱|电视|相机|空调|冰箱|酒店|民宿|邮轮|之旅|之行|日游|套餐|礼盒|会员|保险|计划))/g;
const UNKNOWN = 'is a name that stands nowhere in the facts; do not use it.';

/** Finds Chinese names that the evidence does not hold: other brands, one character altered, invented names. */
export function checkHanNames(
  reading: Reading,
  facts: TurnFacts,
  { index, ordinary }: { index: NameIndex; ordinary: OrdinaryWords },
): NameFault[] {
  const { lower } = reading;
  if (!/[\u3400-\u9fff]/.test(lower)) return [];
  const faults: NameFault[] = [];
  for (const brand of [...index.foreignHan, ...index.ownHan]) {
    const at = lower.indexOf(brand);
    if (at < 0 || isSaid(brand, facts) || isWithinWord(brand, lower, at)) continue;
    faults.push({ span: { start: at, end: at + brand.length }, why: 'is a brand that the facts do not name.' });
  }
  for (const name of hanRuns(facts)) {
    const altered = alteredAt(lower, name);
    if (altered >= 0 && !isSaid(lower.slice(altered, altered + name.length), facts)) {
      faults.push({
        span: { start: altered, end: altered + name.length },
        why: 'is misspelt or made up.',
        expected: name,
      });
    }
  }
  for (const brand of index.ownHan) {
    const near = alteredBrand(lower, brand);
    if (near && !isSaid(near.text, facts)) faults.push({ span: near, why: 'is misspelt or made up.', expected: brand });
  }
  for (const match of lower.matchAll(NAMED)) {
    const name = match[1];
    const start = match.index + match[0].length - name.length;
    const pairs = Array.from({ length: name.length - 1 }, (_, at) => name.slice(at, at + 2));
    const unknown = pairs.filter((pair) => !ordinary.hasHanPair(pair));
    if (
      unknown.length === 0 ||
      isSaid(name, facts) ||
      reading.mentions.some((one) => one.start < start + name.length && start < one.end)
    )
      continue;
    if (!ordinary.hasHanPair(pairs[0]) || unknown.length > 1)
      faults.push({ span: { start, end: start + name.length }, why: UNKNOWN });
  }
  return faults;
}

/** "美的" is a brand and a word: behind "很" or before a noun it is the word. Short brands count only where a name stands. */
function isWithinWord(brand: string, lower: string, at: number): boolean {
  if (brand.length > 2) return false;
  const before = lower[at - 1] ?? ' ';
  const after = lower.slice(at + brand.length, at + brand.length + 2);
  return (
    /[\u3400-\u9fff]/.test(before) &&
    !/[的是和与买选比像有用推荐把从款说,，。、]/.test(before) &&
    !/^[\s\da-z的]/.test(after)
  );
}

function hanRuns({ products }: TurnFacts): string[] {
  const runs = products.flatMap(({ names }) => names.flatMap((name) => name.match(/[\u3400-\u9fff]{4,}/g) ?? []));
  return [...new Set(runs)];
}

const PARTICLE = /[的了款个升寸和与是种类在有里等之，、]/;

/** Where a name stands with exactly one character replaced; -1 when nowhere. One half of it is then untouched. */
function alteredAt(text: string, name: string): number {
  const middle = Math.floor(name.length / 2);
  for (const [half, offset] of [
    [name.slice(0, middle), 0],
    [name.slice(middle), middle],
  ] as const) {
    for (let at = text.indexOf(half); at >= 0; at = text.indexOf(half, at + 1)) {
      const start = at - offset;
      const window = text.slice(start, start + name.length);
      if (start < 0 || window.length < name.length || !/^[\u3400-\u9fff]+$/.test(window)) continue;
      let different = 0;
      for (let index = 0; index < name.length; index++) if (window[index] !== name[index]) different += 1;
      const edge = window[0] !== name[0] ? window[0] : window.at(-1) !== name.at(-1) ? window.at(-1) : undefined;
      if (different === 1 && !(edge && PARTICLE.test(edge))) return start;
    }
  }
  return -1;
}

/** A brand with one character replaced, right before a model in Latin letters: "听河 TH-N500". */
function alteredBrand(text: string, brand: string): { start: number; end: number; text: string } | undefined {
  for (const pattern of patternsOf(brand)) {
    for (const match of text.matchAll(pattern)) {
      const before = text[match.index - 1] ?? ' ';
      const within = brand.length < 3 && /[\u3400-\u9fff]/.test(before) && !/[的是和与买选荐款]/.test(before);
      if (match[0] === brand || within) continue;
      return { start: match.index, end: match.index + brand.length, text: match[0] };
    }
  }
  return undefined;
}

const patterns = new Map<string, RegExp[]>();

/** A brand with any one of its characters replaced. */
function patternsOf(brand: string): RegExp[] {
  let own = patterns.get(brand);
  if (!own) {
    own = [...brand].map(
      (_, at) =>
        new RegExp(`${brand.slice(0, at)}[\\u3400-\\u9fff]${brand.slice(at + 1)}(?= ?[a-z]{1,12}[ \\d-])`, 'g'),
    );
    patterns.set(brand, own);
  }
  return own;
}
