import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Token } from './analyzer.ts';
import { hasHan } from './fold.ts';
import { isStopWord, isWeakWord } from './stop-words.ts';

/** English words after which a text speaks of what the goods are for, with or beside. */
const ASIDE = new Set(
  `for with without that which who whom where when while because since so to in on at from under over below above around near by of into like than via as
  my your our his her its their the a an is are was can could will would do does and or but if it i you we they he she`.split(
    /\s+/,
  ),
);

/**
 * Where in a text's tokens the goods are named: in English the first part that names anything ("bag" of "a bag for my laptop"), in
 * Chinese what stands after the last 的 (手机 of 适合老人的手机). Positions of content words, in order; the last is the head. The phone
 * of "something to charge my phone" is not asked for.
 */
export function askedFor(tokens: readonly Token[], lexicon: Pick<Lexicon, 'needsIn'>): number[] {
  const needed = neededBy(tokens, lexicon);
  return namedIn(tokens).filter((at) => !needed.has(at));
}

/** Positions that say what the goods are for. */
function neededBy(tokens: readonly Token[], lexicon: Pick<Lexicon, 'needsIn'>): Set<number> {
  const content = [...tokens.keys()].filter((at) => !isStopWord(tokens[at].surface));
  const needs = lexicon.needsIn(content.map((at) => tokens[at].forms[0]));
  return new Set(needs.flatMap(({ from, to }) => content.slice(from, to)));
}

function namedIn(tokens: readonly Token[]): number[] {
  const mostlyHan = tokens.some((token) => token.han && hasHan(token.surface));
  let part: number[] = [];
  let vague = false;
  for (const [at, { surface, han }] of tokens.entries()) {
    if (surface === '的') {
      // "便宜的" ends a request as well: then what stands before it is what is asked for.
      if (tokens.slice(at + 1).some((token) => isContent(token.surface))) part = [];
    } else if (!mostlyHan && !han && ASIDE.has(surface)) {
      // "A gift for a coffee lover" names no goods: what follows only describes.
      if (part.length > 0 || vague) break;
    } else if (isContent(surface)) part.push(at);
    else vague ||= !han && isWeakWord(surface);
  }
  return part;
}

function isContent(word: string): boolean {
  return !isStopWord(word) && !isWeakWord(word);
}
