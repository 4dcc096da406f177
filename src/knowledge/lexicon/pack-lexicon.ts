import { teachWords } from '../lexical/han.ts';
import type { Pack } from '../pack.ts';
import { GOODS } from './goods.ts';
import { createLexicon, type Lexicon, type LexiconGroup } from './lexicon.ts';
import { QUESTIONS } from './questions.ts';
import { NEEDS, TRAITS } from './traits.ts';

const PACK_STRENGTH = 0.9;
const GENERAL_STRENGTH = 0.75;
const NEED_STRENGTH = 0.45;

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
      words: [name.en, name.zh, ...synonyms].filter((word) => word !== undefined),
      strength: GENERAL_STRENGTH,
    })),
    ...generalGroups(),
  ];
}

/** A pack's lexicon. Its Chinese words are also taught to the segmenter, so that texts and queries are cut alike. */
export function createPackLexicon(pack: Pick<Pack, 'synonyms' | 'categories' | 'attributes' | 'colors'>): Lexicon {
  const groups = packGroups(pack).filter(({ words, leadsTo }) => words.length > 1 || leadsTo);
  teachWords(groups.flatMap(({ words }) => words));
  return createLexicon(groups);
}

function generalGroups(): LexiconGroup[] {
  const same = [GOODS, QUESTIONS]
    .flatMap(linesOf)
    .map((line) => ({ words: wordsOf(line), strength: GENERAL_STRENGTH }));
  const traits = linesOf(TRAITS).map((line) => ({ words: wordsOf(line), strength: GENERAL_STRENGTH, traits: true }));
  const needs = linesOf(NEEDS).map((line) => {
    const [wants, goods] = line.split('>');
    return { words: wordsOf(wants), leadsTo: wordsOf(goods), strength: NEED_STRENGTH };
  });
  return [...same, ...traits, ...needs];
}

const linesOf = (text: string) => text.split('\n').filter((line) => line.trim() !== '');
const wordsOf = (line: string) => line.split(',').map((word) => word.trim());
