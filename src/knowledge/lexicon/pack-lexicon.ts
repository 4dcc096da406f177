import { fold, hasHan } from '../lexical/fold.ts';
import { teachWords } from '../lexical/han.ts';
import type { Pack } from '../pack.ts';
import { GOODS } from './goods.ts';
import { createLexicon, type Lexicon, type LexiconGroup } from './lexicon.ts';
import { CASES, QUESTIONS } from './questions.ts';
import { NEEDS, TRAITS } from './traits.ts';

const PACK_STRENGTH = 0.9;
const GENERAL_STRENGTH = 0.75;
const NEED_STRENGTH = 0.6;

/** The synonyms and translations of a pack (its own groups and the names of its categories, values and colours), then the general ones. */
export function packGroups(pack: Pick<Pack, 'synonyms' | 'categories' | 'attributes' | 'colors'>): LexiconGroup[] {
  const named = [
    ...pack.categories,
    ...pack.colors,
    ...pack.attributes,
    ...pack.attributes.flatMap((attribute) => attribute.values),
  ];
  return [
    ...pack.synonyms.map(({ words }) => ({ words, strength: PACK_STRENGTH })),
    ...named.map(({ name, synonyms }) => ({
      words: distinctNames([name.en, name.zh, ...synonyms].filter((word) => word !== undefined)),
      strength: GENERAL_STRENGTH,
    })),
    ...generalGroups(),
  ];
}

/**
 * Names without those that only narrow another one: "gaming mouse" among the names of mice, or 机械键盘 beside 键盘, helps to tell the
 * category but does not mean every mouse or keyboard.
 */
export function distinctNames(names: readonly string[]): string[] {
  const folded = names.map((name) => fold(name).trim());
  return names.filter(
    (_, at) => !folded.some((other, i) => i !== at && other !== folded[at] && narrows(folded[at], other)),
  );
}

function narrows(name: string, other: string): boolean {
  if (hasHan(name)) return hasHan(other) && name.includes(other);
  return name.endsWith(` ${other}`) || name.endsWith(` ${other}s`) || `${name}s`.endsWith(` ${other}`);
}

/** A pack's lexicon. Its Chinese words are also taught to the segmenter, so that texts and queries are cut alike. */
export function createPackLexicon(pack: Pick<Pack, 'synonyms' | 'categories' | 'attributes' | 'colors'>): Lexicon {
  const groups = packGroups(pack).filter(({ words, leadsTo }) => words.length > 1 || leadsTo);
  teachWords(groups.flatMap(({ words }) => words));
  return createLexicon(groups);
}

function generalGroups(): LexiconGroup[] {
  const goods = linesOf(GOODS).map((line) => ({ words: wordsOf(line), strength: GENERAL_STRENGTH, goods: true }));
  const asked = linesOf(QUESTIONS).map((line) => ({ words: wordsOf(line), strength: GENERAL_STRENGTH }));
  const traits = linesOf(TRAITS).map((line) => ({ words: wordsOf(line), strength: GENERAL_STRENGTH, traits: true }));
  return [...goods, ...asked, ...traits, ...leading(NEEDS, true), ...leading(CASES, false)];
}

/** Lines of words > what they lead to. */
function leading(text: string, need: boolean): LexiconGroup[] {
  return linesOf(text).map((line) => {
    const [wants, goods] = line.split('>');
    return { words: wordsOf(wants), leadsTo: wordsOf(goods), strength: NEED_STRENGTH, need };
  });
}

const linesOf = (text: string) => text.split('\n').filter((line) => line.trim() !== '');
const wordsOf = (line: string) => line.split(',').map((word) => word.trim());
