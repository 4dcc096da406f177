import { isEnglish } from '../../understanding/text/english-words.ts';
import { stem } from '../../understanding/text/stem.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { analyze, type Token } from './analyzer.ts';
import { askedFor } from './asked-for.ts';
import { createCompany } from './company.ts';
import { documentFrequency, type LexicalIndex } from './lexical-index.ts';
import type { Speller, SpellingCandidate } from './spelling.ts';
import { isStopWord, isWeakWord } from './stop-words.ts';

/** A way to satisfy a slot: every term must be in the document. `partial` gives credit for some of them. */
export interface Alternative {
  terms: number[];
  /** 0..1: how surely this is what was asked. */
  weight: number;
  partial?: boolean;
  /** How many terms there were, those no document has included. Default: as many as `terms`. */
  of?: number;
}

/** One word of a query with everything that may stand for it. */
export interface Slot {
  surface: string;
  alternatives: Alternative[];
  /** Words that say little in a shop ("good", "gift") count little and are not missed. */
  weak: boolean;
  /** Whether the index, as written or corrected, knows the word at all. */
  known: boolean;
  /** Names the goods, as far as one can tell: an unknown word here is what the shop has not, elsewhere it is mostly chat. */
  head: boolean;
  /** Says what for, read as the goods that do it: as telling as a name of goods, however many there are. */
  met?: boolean;
  /** Stands in the part of the query that names the goods, not in what it says about them. */
  asked: boolean;
}

export interface QueryPlan {
  slots: Slot[];
  /** [written, read as]. */
  corrections: [string, string][];
}

export interface QueryPlanner {
  /** `unread` words (as written) are taken for words no document has: calibration asks what is found without them. */
  plan(text: string, unread?: ReadonlySet<string>): QueryPlan;
}

const JOINED = 0.95;
const PARTS = 0.9;
const CORRECTED = 0.9;
const SUGGESTIONS = 6;
/** Titles with a word that may be a slip, at most, and how many more must have the word it may stand for. */
const MOST_SLIPS = 3;
const PROOF = 5;
/** A word of which a letter was written apart. */
const APART = 0.6;
/** Of words that say what the goods are for ("charge my phone"): the goods that do it, and what merely has the words. */
const MET = 0.9;
const LESS_LIKELY = 0.03;
const PURPOSE = 0.5;

/** Reads a query against an index: stop words, model numbers, joined and split words, synonyms and spelling. */
export function createQueryPlanner(index: LexicalIndex, lexicon: Lexicon, speller: Speller): QueryPlanner {
  const company = createCompany(index);
  const idOf = (term: string) => index.termIds.get(term);
  const idsOf = (terms: readonly string[]): number[] | undefined => {
    const ids: number[] = [];
    for (const term of terms) {
      const id = idOf(term);
      if (id === undefined) return undefined;
      ids.push(id);
    }
    return ids;
  };

  const add = (slot: Slot, terms: readonly string[], weight: number) => {
    const ids = idsOf(terms);
    if (!ids || ids.length === 0) return;
    slot.alternatives.push({ terms: ids, weight });
    slot.known = true;
  };

  const slotOf = (token: Token): Slot => {
    const slot: Slot = {
      surface: token.surface,
      alternatives: [],
      weak: isWeakWord(token.surface),
      known: false,
      head: false,
      asked: false,
    };
    add(slot, token.forms.slice(0, 1), 1);
    if (token.han) addHanParts(slot, token);
    else if (/^\d+x\d/.test(token.forms[0])) add(slot, token.forms.slice(1), PARTS);
    else if (token.forms.length > 1 && !/^\d/.test(token.forms[0])) add(slot, longestParts(token), PARTS);
    return slot;
  };

  const addHanParts = (slot: Slot, token: Token) => {
    const pairs = token.forms.filter((form) => form.length === 2 && form !== token.forms[0]);
    const terms = pairs.map(idOf).filter((id) => id !== undefined);
    if (terms.length === 0) return;
    slot.alternatives.push({ terms, weight: PARTS, partial: true, of: pairs.length });
    slot.known = true;
  };

  /** Two words written as one, where titles have them side by side; `anyhow`: or anywhere, what else could it be. */
  const split = (slot: Slot, surface: string, anyhow: boolean) => {
    for (let at = 3; at <= surface.length - 3; at++) {
      const left = idOf(stem(surface.slice(0, at)));
      const right = idOf(stem(surface.slice(at)));
      if (left === undefined || right === undefined || !(anyhow || company.adjacent(left, right))) continue;
      slot.alternatives.push({ terms: [left, right], weight: PARTS });
      slot.known = true;
    }
  };

  /** The likeliest word for a mistyped one: near to it, frequent, and often beside the others of the query. */
  const corrected = (surface: string, beside: readonly number[], not?: number): SpellingCandidate | undefined => {
    const rated = speller
      .suggest(surface, SUGGESTIONS)
      .filter(({ term }) => term !== not)
      .map((one) => ({ one, score: one.score + Math.log1p(company.shared(one.term, beside)) }));
    return rated.sort((a, b) => b.score - a.score)[0]?.one;
  };

  /** Main terms of the words that are known, but for one slot. */
  const othersOf = (slots: readonly Slot[], slot: Slot): number[] =>
    slots.flatMap((other) =>
      other === slot || other.weak || !other.known ? [] : other.alternatives[0].terms.slice(0, 1),
    );

  /** A word that hardly any title has, and none beside the others of the query, may be a slip that titles make as well. */
  const doubt = (slot: Slot, term: string, beside: readonly number[]) => {
    const own = idOf(term);
    if (own === undefined || slot.alternatives.length > 1 || beside.length === 0 || !/^[a-z]+$/.test(slot.surface))
      return;
    const frequency = documentFrequency(index, own);
    if (frequency > MOST_SLIPS || lexicon.knows(term) || isEnglish(slot.surface) || company.shared(own, beside) > 0)
      return;
    const best = corrected(slot.surface, beside, own);
    if (best?.distance === 1 && company.shared(best.term, beside) >= PROOF * frequency)
      slot.alternatives.push({ terms: [best.term], weight: CORRECTED });
  };

  /** "i pad" is read as one word, where the collection has it. */
  const joinLetters = (all: readonly Token[], tokens: readonly Token[], slots: readonly Slot[]) => {
    for (const [at, { surface }] of all.entries()) {
      const next = slots[tokens.indexOf(all[at + 1])];
      if (surface.length > 1 || !/[a-z]/.test(surface) || !next || tokens.includes(all[at])) continue;
      if (idOf(stem(surface + next.surface)) === undefined) continue;
      next.alternatives = next.alternatives.map((one) => ({ ...one, weight: one.weight * APART }));
      add(next, [stem(surface + next.surface)], JOINED);
    }
  };

  /** Positions of what is said to be done with the goods, where the index has goods that do it. */
  const needsMet = (terms: readonly string[]): Set<number> => {
    const spans = lexicon.needsIn(terms);
    const met = lexicon.expand(terms).filter(({ need, terms: others }) => need && idsOf(others) !== undefined);
    return new Set(
      spans
        .filter(({ from, to }) => met.some((one) => one.from === from && one.to === to))
        .flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i)),
    );
  };

  return {
    plan(text, unread) {
      const all = analyze(text);
      const content = all.filter((token) => !isStopWord(token.surface));
      const tokens = content.length > 0 ? content : all;
      const slots = tokens.map(slotOf);
      const asked = askedFor(all, lexicon).map((at) => slots[tokens.indexOf(all[at])]);
      for (const slot of asked) slot.asked = true;
      const head = asked.at(-1);
      if (head) head.head = true;
      const corrections: [string, string][] = [];
      const compounds: { from: number; to: number; term: string }[] = [];
      for (let at = 0; at < tokens.length; at++) {
        for (let size = 2; size <= 3 && at + size <= tokens.length; size++) {
          const span = tokens.slice(at, at + size);
          if (span.some((token) => token.han)) continue;
          const joined = stem(span.map((token) => token.surface.replace(/[^\p{L}\p{N}]/gu, '')).join(''));
          for (let i = at; i < at + size; i++) add(slots[i], [joined], JOINED);
          if (lexicon.knows(joined)) compounds.push({ from: at, to: at + size, term: joined });
        }
      }
      joinLetters(all, tokens, slots);
      const terms = tokens.map((token) => token.forms[0]);
      for (let at = 0; at < tokens.length; at++) {
        const { surface } = tokens[at];
        if (slots[at].known && !tokens[at].han) doubt(slots[at], terms[at], othersOf(slots, slots[at]));
        if (slots[at].known || tokens[at].han) continue;
        split(slots[at], surface, false);
        if (slots[at].known) continue;
        const best =
          lexicon.knows(terms[at]) || isEnglish(surface) ? undefined : corrected(surface, othersOf(slots, slots[at]));
        if (!best) {
          split(slots[at], surface, true);
          continue;
        }
        slots[at].alternatives.push({ terms: [best.term], weight: CORRECTED });
        slots[at].known = true;
        terms[at] = index.vocabulary[best.term];
        corrections.push([tokens[at].surface, index.surfaces[best.term]]);
      }
      const needed = needsMet(terms);
      for (const at of needed) {
        slots[at].met = true;
        slots[at].alternatives = slots[at].alternatives.map((one) => ({ ...one, weight: one.weight * PURPOSE }));
      }
      for (const { from, to, need, place, terms: others, strength } of lexicon.expand(terms)) {
        const met = MET - LESS_LIKELY * place;
        for (let at = from; at < to; at++) add(slots[at], others, need && needed.has(at) ? met : strength);
      }
      for (const { from, to, term } of compounds)
        for (const { terms: others, strength } of lexicon.expand([term]))
          for (let at = from; at < to; at++) add(slots[at], others, strength);
      for (const slot of slots) if (unread?.has(slot.surface)) Object.assign(slot, { alternatives: [], known: false });
      return { slots, corrections };
    },
  };
}

function longestParts(token: Token): string[] {
  const parts = token.surface
    .replace(/['’"”″]/g, '')
    .split(/[-.+/&]/)
    .map(stem);
  return parts.length > 1
    ? parts
    : token.forms
        .slice(1)
        .filter(
          (form) => !token.forms.some((other) => other !== form && other !== token.forms[0] && other.includes(form)),
        );
}
