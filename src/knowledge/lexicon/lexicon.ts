import { analyze } from '../lexical/analyzer.ts';
import { fold } from '../lexical/fold.ts';
import { isStopWord } from '../lexical/stop-words.ts';

/** Words that may stand for each other. `strength` 0..1 says how surely: 1 = the same thing. */
export interface LexiconGroup {
  words: readonly string[];
  strength: number;
  /** What the words lead to without meaning it ("listen to music" leads to headphones); never the other way. */
  leadsTo?: readonly string[];
  /** The words say what the goods are for. */
  need?: boolean;
  /** The words are traits (colours, materials), not names of goods. */
  traits?: boolean;
  /** The words name goods. */
  goods?: boolean;
}

/** Another way to say the words `from .. to` (exclusive) of a query. */
export interface Expansion {
  from: number;
  to: number;
  /** Main terms of the other wording. */
  terms: string[];
  strength: number;
  /** Its place among the wordings of its group: of what does something, the likeliest comes first. */
  place: number;
  /** The words say what for; the other wording names goods that do it. */
  need: boolean;
}

export interface Lexicon {
  /** Every other wording of the phrases in a query, given its tokens' main terms. */
  expand(terms: readonly string[]): Expansion[];
  /** Whether a phrase is in the lexicon at all: a word people use, whatever the pack holds. */
  knows(term: string): boolean;
  /** Whether a main term is a colour, a material or another trait, not the name of goods. */
  isTrait(term: string): boolean;
  /** Names of goods among main terms, with their group: the same group is the same goods. */
  goodsIn(terms: readonly string[]): { from: number; to: number; group: number }[];
  /** What main terms say the goods are for, where they name no goods beside it: "charge phone", but not "phone to listen to music". */
  needsIn(terms: readonly string[]): { from: number; to: number }[];
  /** Groups that main terms speak of, whatever they hold. */
  groupsIn(terms: readonly string[]): number[];
  /** Those whose words mean one another, and do not only lead to something. */
  meaningsIn(terms: readonly string[]): number[];
}

interface Entry {
  terms: string[];
  group: number;
  goods: boolean;
  need: boolean;
  leads: boolean;
  strength: number;
  others: string[][];
}

/** Synonyms and translations, matched as phrases of main terms (stems, Chinese words). */
export function createLexicon(groups: readonly LexiconGroup[]): Lexicon {
  const byFirst = new Map<string, Entry[]>();
  const known = new Set<string>();
  const traitTerms = new Set<string>();
  for (const [group, { words, strength, leadsTo, traits, goods = false, need = false }] of groups.entries()) {
    const phrases = phrasesOf(words);
    const targets = leadsTo ? phrasesOf(leadsTo) : phrases;
    for (const terms of phrases) {
      for (const term of terms) {
        known.add(term);
        if (traits) traitTerms.add(term);
      }
      const entry: Entry = {
        terms,
        group,
        goods,
        need,
        leads: leadsTo !== undefined,
        strength,
        others: targets.filter((other) => other.join(' ') !== terms.join(' ')),
      };
      const entries = byFirst.get(terms[0]);
      if (entries) entries.push(entry);
      else byFirst.set(terms[0], [entry]);
    }
  }
  const entriesAt = (terms: readonly string[], from: number): Entry[] =>
    (byFirst.get(terms[from]) ?? []).filter((entry) => entry.terms.every((term, at) => terms[from + at] === term));

  const spansOf = (terms: readonly string[], wanted: (entry: Entry) => boolean) =>
    terms.flatMap((_, from) =>
      entriesAt(terms, from)
        .filter(wanted)
        .map((entry) => ({ from, to: from + entry.terms.length, group: entry.group })),
    );

  return {
    knows: (term) => known.has(term),
    isTrait: (term) => traitTerms.has(term),
    goodsIn: (terms) => spansOf(terms, ({ goods }) => goods),
    needsIn(terms) {
      const needs = spansOf(terms, ({ need }) => need);
      const goods = spansOf(terms, (entry) => entry.goods);
      const beside = goods.some((one) => !needs.some(({ from, to }) => from <= one.from && one.to <= to));
      return beside ? [] : needs;
    },
    groupsIn: (terms) => [...new Set(terms.flatMap((_, from) => entriesAt(terms, from).map((entry) => entry.group)))],
    meaningsIn: (terms) => [...new Set(spansOf(terms, ({ leads }) => !leads).map(({ group }) => group))],
    expand: (terms) =>
      terms.flatMap((_, from) =>
        entriesAt(terms, from).flatMap((entry) =>
          entry.others.map((other, place) => ({
            from,
            to: from + entry.terms.length,
            terms: other,
            strength: entry.strength,
            place,
            need: entry.need,
          })),
        ),
      ),
  };
}

/** A Chinese word is taught to the segmenter as it is, so it is one term. */
const HAN_WORD = /^[\u3400-\u9fff]{1,16}$/;

/** The phrases as they are written, and as they stand in a query whose stop words are gone ("listen to music", "listen music"). */
function phrasesOf(words: readonly string[]): string[][] {
  const phrases = new Map<string, string[]>();
  for (const word of words) {
    const tokens = HAN_WORD.test(word) ? [{ surface: fold(word), forms: [fold(word)] }] : analyze(word);
    const content = tokens.filter(({ surface }) => !isStopWord(surface));
    for (const kept of content.length > 1 ? [tokens, content] : [tokens]) {
      const terms = kept.map(({ forms }) => forms[0]);
      if (terms.length > 0) phrases.set(terms.join(' '), terms);
    }
  }
  return [...phrases.values()];
}
