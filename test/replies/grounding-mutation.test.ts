import { beforeAll, expect, test } from '@jest/globals';
import { evidenceOf, type Ground, openGrounds, type PackId } from './grounding-cases/case.ts';
import { HONEST } from './grounding-cases/honest.ts';
import { HONEST_FRESH } from './grounding-cases/honest-fresh.ts';

let grounds: Record<PackId, Ground>;
beforeAll(async () => {
  grounds = await openGrounds();
});

/** Mulberry32: the same changes in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Amounts, measures and model names, as they are written; list numbers, dates and times are left out. */
const AMOUNT = /(?<=[$¥])\d[\d,.]*\d|\d[\d,.]*(?= ?(?:美元|元|dollars))/g;
const MEASURE =
  /(?<![\d.,:/-])\d[\d,.]*(?= ?(?:%|GB|TB|mAh|W\b|Hz|hours|小时|days|天|working days|个工作日|months|个月|g\b|kg|inches|nights|晚))/g;
const MODEL = /\b(?:TH-N\d+|N\d00|Field \d+|Feather \d+|Kivastra|Tinghe|Elmstrand|Quorvane|Halvorsett)\b/g;

/** Another number of the same length. */
function otherNumber(written: string, random: () => number): string {
  const places = [...written.matchAll(/\d/g)].map(({ index }) => index);
  const at = places[Math.floor(random() * places.length)];
  const digit = Number(written[at]);
  const other = (digit + 1 + Math.floor(random() * 8)) % 10;
  const changed = `${written.slice(0, at)}${other}${written.slice(at + 1)}`;
  return /^0\d/.test(changed) ? otherNumber(written, random) : changed;
}

/** One letter or digit replaced. */
function otherName(written: string, random: () => number): string {
  const places = [...written.matchAll(/[a-z\d]/g)].map(({ index }) => index).filter((index) => index > 0);
  const at = places[Math.floor(random() * places.length)];
  const from = /\d/.test(written[at]) ? '123456789' : 'abcdefghijklmnopqrstuvwxyz';
  const others = [...from].filter((one) => one !== written[at]);
  return `${written.slice(0, at)}${others[Math.floor(random() * others.length)]}${written.slice(at + 1)}`;
}

test('an honest reply with one price, number or name altered is caught in at least 99 of 100 cases', () => {
  const random = seeded(20261124);
  const missed: string[] = [];
  let tried = 0;
  // What is denied stays denied whatever the number.
  for (const one of [...HONEST, ...HONEST_FRESH].filter(({ reply }) => !/can’t offer/.test(reply))) {
    const { pack, grounding } = grounds[one.pack];
    const evidence = evidenceOf(one, pack);
    for (const [pattern, alter] of [
      [AMOUNT, otherNumber],
      [MEASURE, otherNumber],
      [MODEL, otherName],
    ] as const) {
      for (const match of one.reply.matchAll(pattern)) {
        for (let round = 0; round < 4; round++) {
          const altered = alter(match[0], random);
          const reply = one.reply.slice(0, match.index) + altered + one.reply.slice(match.index + match[0].length);
          tried += 1;
          if (grounding.check(reply, evidence, one.language).length === 0)
            missed.push(`${match[0]} -> ${altered}: ${reply}`);
        }
      }
    }
  }
  expect(tried).toBeGreaterThan(1000);
  expect({ missed: missed.length <= tried / 100 ? [] : missed, tried }).toEqual({ missed: [], tried });
}, 120_000);
