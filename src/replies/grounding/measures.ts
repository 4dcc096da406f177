import type { PackAttribute } from '../../knowledge/pack.ts';
import { agrees, isRound } from './amounts.ts';
import { readDiscounts } from './discounts.ts';
import type { Measure, ProductFacts } from './product-facts.ts';
import type { Quantity } from './quantities.ts';
import type { Reading, Subjects } from './reading.ts';
import { isSaidBy } from './support.ts';
import type { TurnFacts } from './turn-facts.ts';
import { unitOf } from './units.ts';
import type { Violation } from './violation.ts';

const COMPARED =
  /\b(?:more|less|longer|shorter|bigger|smaller|larger|extra|lighter|heavier|higher|lower|difference|faster|slower|another|additional|twice|times|double|quieter|louder)\b|多|少|长|短|大|小|轻|重|高|低|差|快|慢|倍/;
const ECHO =
  /\b(?:you (?:asked|said|wanted|mentioned|need|want|set|have|were)|your|need(?:ed)?|looking for|as requested|for (?:a|an|the|your)|budget|unfortunately|not|no|isn't|doesn't|don't|nothing|without|short of|instead of)\b|\?|您|你|不|没|需要|想要|要求|预算|？/;
/** What only the customer can know: how many they are, how old, for how many nights. */
const THEIRS = new Set(['people', 'pieces', 'age', 'nights']);
const SUM = /\b(?:comes? to|would be|in total|altogether|makes)\b|一共|总共|合计/;
const ASSERTS = /\b(?:yes|indeed|correct|that's right|absolutely)\b|是的|没错|对的|当然/;

/** Checks numbers that have a unit: what a product's record holds, a text says, or a difference between products. */
export function checkMeasures(reading: Reading, facts: TurnFacts): Violation[] {
  const discounts = readDiscounts(reading.lower);
  return reading.quantities.flatMap((quantity) => {
    if (discounts.some(({ start, end }) => start < quantity.end && quantity.start < end)) return [];
    if (quantity.currency !== undefined || quantity.dimension === undefined) return [];
    const sentence = reading.sentenceAt(quantity.start);
    const scene: Scene = {
      quantity,
      facts,
      reading,
      clause: reading.clause(quantity),
      sentence: reading.lower.slice(sentence.start, sentence.end),
      subjects: reading.subjects(quantity),
    };
    return isGrounded(scene) ? [] : [violationOf(scene)];
  });
}

interface Scene {
  quantity: Quantity;
  facts: TurnFacts;
  reading: Reading;
  clause: string;
  sentence: string;
  subjects: Subjects;
}

function isGrounded(scene: Scene): boolean {
  return (
    isScaleEnd(scene) ||
    isMeasure(scene) ||
    isOfRecord(scene) ||
    isDifference(scene) ||
    isScale(scene) ||
    isText(scene) ||
    isEcho(scene)
  );
}

/** The 5 of "4.6 of 5", "满分 5 分"; "no 5G". */
function isScaleEnd({ quantity, reading, clause }: Scene): boolean {
  const before = reading.lower.slice(Math.max(0, quantity.start - 12), quantity.start);
  if (quantity.value === 5 && /(?:\/|\bof|\bout of|满分(?:是|为)?)\s*$/.test(before)) return true;
  const after = reading.lower.slice(quantity.end, quantity.end + 8);
  return (
    (quantity.dimension === 'network' && /^[^.。]{0,4}[:：]\s?(?:no\b|否)|^ ?网络[:：]否/.test(after)) ||
    (quantity.dimension === 'network' && /\b(?:no|not|without|doesn't|isn't|lacks)\b|不|没|否|无/.test(clause))
  );
}

/** What the description says of the same matter. */
function isOfRecord({ quantity, subjects, clause, sentence }: Scene): boolean {
  const said = ({ text }: ProductFacts) =>
    isSaidBy([text], quantity, { clause, sentence, fits: (one) => one.base === quantity.base, translated: false });
  return subjects.every ? subjects.products.length > 0 && subjects.products.every(said) : subjects.products.some(said);
}

function isMeasure({ quantity, subjects, clause, facts }: Scene): boolean {
  const named = attributesNamed(clause, quantity, facts);
  const holds = ({ measures, product }: ProductFacts) => {
    const meant = named.filter(({ id }) => typeof product.attributes[id] === 'number');
    return measures.some(
      (measure) =>
        fits(measure, quantity) &&
        (meant.length === 0 || measure.attribute === undefined || meant.some(({ id }) => id === measure.attribute)) &&
        (meant.length === 0 ||
          measure.attribute !== undefined ||
          !meant.some(({ id }) => isOtherwise(measures, id, quantity))),
    );
  };
  if (subjects.every && subjects.sure) return subjects.products.length > 0 && subjects.products.every(holds);
  return subjects.products.some(holds);
}

/** Whether the record gives this attribute another value than the one said; a description may repeat the number of another. */
function isOtherwise(measures: readonly Measure[], attribute: string, quantity: Quantity): boolean {
  return measures.some((one) => one.attribute === attribute && !fits(one, quantity));
}

/** Number attributes of the quantity's kind that the clause names. */
function attributesNamed(clause: string, quantity: Quantity, { pack }: TurnFacts): PackAttribute[] {
  return pack.attributes.filter((attribute) => {
    if (attribute.type !== 'number') return false;
    const names = [attribute.name.en, attribute.name.zh].filter((name) => name !== undefined);
    if (unitOf(attribute.unit, names)?.dimension !== quantity.dimension) return false;
    const words = [...names, ...attribute.synonyms].map((word) => word.toLowerCase().replace(/\s*[(（].*$/, ''));
    return words.some(
      (word) =>
        word.length > 2 - Number(word.charCodeAt(0) > 0x3000) &&
        unitOf(word, []) === undefined &&
        hasWord(clause, word),
    );
  });
}

/** Whether a lower-case text has this word or phrase, not as a part of another word. */
export function hasWord(text: string, word: string): boolean {
  if (!text.includes(word)) return false;
  if (word.charCodeAt(0) > 127) return true;
  return new RegExp(`(?<![a-z])${word.replace(/[.*+?^$()|[\]{}\\/]/g, '\\$&')}(?![a-z])`).test(text);
}

/** Dimensions that say the same in another unit. */
const SAME: Record<string, string> = { points: 'stars', nights: 'nights' };
const DAY_MINUTES = 1440;
const CONVERTED: Record<string, { dimension: string; factor: number }> = {
  days: { dimension: 'time', factor: DAY_MINUTES },
  time: { dimension: 'days', factor: 1 / DAY_MINUTES },
  age: { dimension: 'months', factor: 12 },
  months: { dimension: 'age', factor: 1 / 12 },
};

/** Whether a recorded number bears out a written one, as exactly as it claims. */
export function fits({ dimension, base, currency }: Measure, quantity: Quantity): boolean {
  if (currency !== undefined) return false;
  const { hedge } = quantity;
  let value = quantity.base;
  if (dimension === undefined) value = quantity.value;
  else if (quantity.dimension === 'age' && dimension === 'months') value = quantity.value * 12;
  else if (quantity.dimension === 'months' && dimension === 'age') value = quantity.base / 12;
  else if (dimension !== quantity.dimension && SAME[quantity.dimension ?? ''] !== dimension) {
    const days = dimension === 'days' && quantity.dimension === 'time';
    const hours = dimension === 'time' && quantity.dimension === 'days';
    if (!days && !hours) return false;
    value = days ? value / DAY_MINUTES : value * DAY_MINUTES;
  }
  if (Math.abs(base - value) <= 1e-6 * Math.max(1, base)) return true;
  // 1 TB is 1000 GB to some, 1024 to others.
  if (dimension === 'bytes' && Math.abs(base - value) <= 0.025 * base && value >= 1000) return true;
  if (hedge === 'about') return agrees(base, { value, hedge }) || Math.abs(base - value) <= 0.03 * base;
  if (hedge === 'most') return value >= base && value <= base * 1.25 && isRound(quantity.value);
  if (hedge === 'least') return value <= base && value >= base * 0.8 && isRound(quantity.value);
  return false;
}

function isDifference({ quantity, facts, clause }: Scene): boolean {
  if (!COMPARED.test(clause)) return false;
  const measures = facts.products.flatMap(({ measures: own }) =>
    own.filter(({ dimension }) => dimension === quantity.dimension),
  );
  return (
    measures.some((one) =>
      measures.some(
        (other) =>
          one.attribute === other.attribute &&
          one.base > other.base &&
          fits({ dimension: one.dimension, base: one.base - other.base }, quantity),
      ),
    ) ||
    (quantity.dimension === 'percent' && isRelative(quantity, facts))
  );
}

/** "20% cheaper", "15% lighter": between two prices or measures, either taken as the whole. */
function isRelative(quantity: Quantity, { products }: TurnFacts): boolean {
  const series = new Map<string, number[]>();
  const push = (key: string, value: number) => series.set(key, [...(series.get(key) ?? []), value]);
  for (const { price, measures } of products) {
    if (price !== null) push('price', price);
    for (const { attribute, base } of measures) if (attribute !== undefined) push(attribute, base);
  }
  return [...series.values()].some((values) =>
    values.some((one) =>
      values.some((other) => {
        if (one <= other) return false;
        return [(one - other) / one, (one - other) / other].some(
          (share) => Math.abs(share * 100 - quantity.value) <= (quantity.hedge === 'about' ? 2.5 : 0.51),
        );
      }),
    ),
  );
}

/** "Twice the battery", "3 times": between two products. */
function isScale({ quantity, facts }: Scene): boolean {
  if (quantity.dimension !== 'times') return false;
  const measures = facts.products.flatMap(({ measures: own }) =>
    own.filter(({ attribute }) => attribute !== undefined),
  );
  return measures.some((one) =>
    measures.some(
      (other) =>
        one.attribute === other.attribute &&
        other.base > 0 &&
        Math.abs(one.base / other.base - quantity.value) <= (quantity.hedge === 'exact' ? 0.02 : 0.15) * quantity.value,
    ),
  );
}

function isText({ quantity, facts, clause, sentence }: Scene): boolean {
  // A rule is told exactly: "within 8 days" is no 7 days.
  const fits = (one: Quantity) => one.dimension === quantity.dimension && Math.abs(one.base - quantity.base) < 1e-6;
  return (
    isSaidBy(facts.texts, quantity, { clause, sentence, fits }) || isConverted({ quantity, facts, clause, sentence })
  );
}

/** "48 hours" where the text says two days, and the like. */
function isConverted({
  quantity,
  facts,
  clause,
  sentence,
}: Pick<Scene, 'quantity' | 'facts' | 'clause' | 'sentence'>): boolean {
  const { dimension, base } = quantity;
  const other = CONVERTED[dimension ?? ''];
  if (!other) return false;
  const value = base * other.factor;
  return isSaidBy(
    facts.texts,
    { ...quantity, dimension: other.dimension, base: value },
    { clause, sentence, fits: (one) => one.base === value },
  );
}

/** The customer's own number, told back as theirs or denied; never as an assertion about a product. */
function isEcho({ quantity, facts, clause, sentence, reading, subjects }: Scene): boolean {
  const { start } = reading.sentenceAt(quantity.start);
  const ofProduct = subjects.sure && reading.mentions.some((one) => one.start >= start && one.end <= quantity.start);
  const limit =
    quantity.hedge !== 'exact' &&
    /\bwith\b|以上|以下|以内/.test(clause) &&
    !/\b(?:has|have|lasts?|offers?|gives?|comes|runs)\b|有|可/.test(clause);
  const theirs = limit || (THEIRS.has(quantity.dimension ?? '') && (!ofProduct || SUM.test(clause)));
  if (ASSERTS.test(sentence) || !(theirs || ECHO.test(clause.length > 14 ? clause : sentence))) return false;
  return facts.customer.quantities.some(
    (one) =>
      (one.dimension === quantity.dimension || one.dimension === undefined) &&
      (one.base === quantity.base || one.value === quantity.value),
  );
}

function violationOf({ quantity, facts, reading, subjects }: Scene): Violation {
  const text = reading.text.slice(quantity.start, quantity.end).trim();
  const known = subjects.products.slice(0, 2).flatMap(({ product, measures }) => {
    const own = measures.filter(
      ({ dimension, attribute }) => dimension === quantity.dimension && attribute !== undefined,
    );
    return own.map(({ attribute }) => {
      const { unit, name } = facts.pack.attributes.find(({ id }) => id === attribute) ?? {};
      return `${product.name.en ?? product.name.zh}, ${name?.en ?? attribute}: ${product.attributes[attribute!] ?? product.rating} ${unit ?? ''}`.trim();
    });
  });
  if (known.length > 0) {
    const expected = known.join('; ');
    return { kind: 'attribute', text, expected, explain: `"${text}" is not in the facts, which say ${expected}.` };
  }
  const kind = subjects.sure && subjects.products.length > 0 && reading.mentions.length > 0 ? 'attribute' : 'policy';
  return { kind, text, explain: `"${text}" does not stand in the facts, or not of this matter; leave it out.` };
}
