import { segment } from '../text/segmenter.ts';
import { DOUBTFUL_COLORS, EDIBLE_COLORS, NO_COLOR_AFTER } from './color-names.ts';
import { AMBIGUOUS_BRANDS } from './known-brands.ts';
import { isDigit, isLatinLetter } from './phrase-trie.ts';
import type { Term, TermKind, VocabularyIndex } from './vocabulary-index.ts';

/** A phrase of the vocabulary in a text; one phrase may stand for several terms ("camera": a category and an attribute). */
export interface Mention {
  start: number;
  end: number;
  terms: readonly Term[];
  /** The customer says he does not want it. */
  negated: boolean;
  /** Recognised in spite of a typing mistake. */
  fuzzy: boolean;
}

/** The term of a kind that a mention stands for. */
export function termOf(mention: Mention, kind: TermKind): Term | undefined {
  return mention.terms.find((term) => term.kind === kind);
}

/** No message names more; a pasted catalogue does. */
const MOST_MENTIONS = 300;

/** The first 300 vocabulary phrases of a lower-case text, longest first from the left, none overlapping. Linear in the text. */
export function findMentions(text: string, index: VocabularyIndex): Mention[] {
  const mentions: Mention[] = [];
  let boundaries: Set<number> | undefined;
  for (let at = 0; at < text.length && mentions.length < MOST_MENTIONS; ) {
    const code = text.charCodeAt(at);
    const latin = isLatinLetter(code) || isDigit(code);
    if (latin && at > 0 && continuesWord(text.charCodeAt(at - 1), code)) {
      at++;
      continue;
    }
    const match = index.trie.longestAt(text, at);
    if (match) {
      const terms = withBrand(
        match.entries.filter((term) => isMeant(term, text, match.start, match.end)),
        text,
        at,
        index,
      );
      if (match.end - at === 1 && code > 0x3000) boundaries ??= boundariesOf(text);
      if (terms.length > 0 && (!boundaries || match.end - at > 1 || isOwnWord(text, at, boundaries))) {
        const tail = kindAtEnd(terms, text, at, match.end, index);
        mentions.push({ start: at, end: tail?.start ?? match.end, terms, negated: false, fuzzy: false });
        if (tail) mentions.push(tail);
        at = tail?.end ?? match.end;
        const bare = bareKindAt(text, at, index);
        if (bare) {
          mentions.push(bare);
          at = bare.end;
        }
        continue;
      }
    }
    if (isLatinLetter(code)) {
      const end = wordEnd(text, at);
      const terms = index.fuzzy.find(text.slice(at, end));
      if (terms) mentions.push({ start: at, end, terms, negated: false, fuzzy: true });
      at = end;
    } else at++;
  }
  return mentions;
}

/** The kind of goods that a value's or flag's name ends with: "index fund", 5G手机. */
function kindAtEnd(
  terms: readonly Term[],
  text: string,
  start: number,
  end: number,
  index: VocabularyIndex,
): Mention | undefined {
  if (!terms.every((term) => term.kind === 'value' || term.attribute?.type === 'boolean')) return undefined;
  for (let at = start + 1; at < end; at++) {
    if (isLatinLetter(text.charCodeAt(at)) && isLatinLetter(text.charCodeAt(at - 1))) continue;
    const kind = index.kinds.longestAt(text, at);
    if (!kind || kind.end < end) continue;
    // 胶囊咖啡机: the value's longer name takes the kind's first half.
    if (kind.end > end && index.trie.longestAt(text.slice(0, at), start)?.end !== at) continue;
    return { start: at, end: kind.end, terms: kind.entries, negated: false, fuzzy: false };
  }
  return undefined;
}

/** A kind named by its first character after a trait: 乳胶枕 is a 枕头, 实木桌 a 桌子. */
function bareKindAt(text: string, at: number, index: VocabularyIndex): Mention | undefined {
  const character = text[at];
  if (!character || !/[\u4e00-\u9fff]{2}/.test(text.slice(at - 1, at + 1)) || index.trie.longestAt(text, at))
    return undefined;
  for (const ending of '子头') {
    const kind = index.kinds.longestAt(character + ending, 0);
    if (kind?.end === 2) return { start: at, end: at + 1, terms: kind.entries, negated: false, fuzzy: false };
  }
  return undefined;
}

/** A product named with its brand names the brand too. */
function withBrand(terms: Term[], text: string, at: number, index: VocabularyIndex): Term[] {
  if (!terms.some((term) => term.kind === 'product') || terms.some((term) => term.kind === 'brand')) return terms;
  return [...terms, ...(index.brands.longestAt(text, at)?.entries ?? [])];
}

function continuesWord(before: number, code: number): boolean {
  if (isLatinLetter(code)) return isLatinLetter(before) || (isDigit(before) && code !== 120);
  return isDigit(before) || before === 46;
}

function wordEnd(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && isLatinLetter(text.charCodeAt(end))) end++;
  return end;
}

/** Where jieba ends words: a colour or name of one character counts only as a word of its own, or as the tone of one ("深蓝"). */
function boundariesOf(text: string): Set<number> {
  const ends = new Set<number>([0]);
  let at = 0;
  for (const word of segment(text)) {
    at += word.length;
    ends.add(at);
  }
  return ends;
}

function isOwnWord(text: string, at: number, boundaries: ReadonlySet<number>): boolean {
  const startsWord = boundaries.has(at) || /[深浅亮暗纯哑大正天宝湖墨淡酒]/.test(text[at - 1] ?? '');
  return startsWord && (boundaries.has(at + 1) || /[色的款]/.test(text[at + 1] ?? ''));
}

/** Idioms with a word that is a thing elsewhere: "a fan of", "in case", "watch out". */
function isIdiom(text: string, start: number, end: number): boolean {
  const word = text.slice(start, end);
  const before = text.slice(Math.max(0, start - 12), start);
  const after = text.slice(end, end + 12);
  if (word === 'fan' || word === 'fans') return /^ of\b/.test(after);
  if (word === 'case')
    return (
      /\b(?:in|this|that|which|any|my|the) $/.test(before) &&
      /^(?:[,.!?]|$| (?:i|you|it|of|the|we|they|is|was|about)\b)/.test(after)
    );
  if (word === 'watch') return /^ (?:out|movies?|videos?|films?|tv|netflix|youtube|shows?)\b/.test(after);
  if (word === 'desk') return /\b(?:help|service|front|support) $/.test(before);
  return word === 'display' && /\bto $/.test(before);
}

/** Colours and brands that are ordinary words as well count only where a colour or a brand would stand. */
function isMeant(term: Term, text: string, start: number, end: number): boolean {
  if (term.kind === 'category') return !isIdiom(text, start, end);
  if (term.kind === 'color') {
    const after = text.slice(end, end + 16);
    if (NO_COLOR_AFTER.test(after)) return false;
    const word = text.slice(start, end);
    const before = text.slice(Math.max(0, start - 24), start);
    if (EDIBLE_COLORS.test(word))
      return /(?:\bin|\bcolou?r(?: is|:)?|颜色)\s*$/.test(before) || /^[\s-]?(?:colou?r|色)/.test(after);
    return !DOUBTFUL_COLORS.test(word) || isColorPlace(before, after);
  }
  if (term.kind === 'brand' && term.foreign && AMBIGUOUS_BRANDS.has(term.id) && isLatinLetter(text.charCodeAt(start))) {
    if (term.id === 'Apple')
      return !/^\s?(?:juice|pie|tree|cider|pay|id\b|watch band|汁|树|派|醋)/.test(text.slice(end, end + 12));
    return (
      /(?:from|by|not|no|an?|the|any|like|brand|except|but|or|and|,)\s$/.test(
        text.slice(Math.max(0, start - 8), start),
      ) && !/^\s(?:image|picture|screen|sound|display|your|the|my)/.test(text.slice(end, end + 9))
    );
  }
  return true;
}

function isColorPlace(before: string, after: string): boolean {
  return (
    /(?:\bin|\bcolou?rs?|\bthe|\ba|\ban|\bor|\band|\bnot|\bno|\bexcept|\bany|\bsome|\bwant|\bneed|\blike|\bprefer|\bhave|\bgot|,|颜色|^)\s*(?:a\s|the\s|light\s|dark\s|rose\s)?$/.test(
      before,
    ) &&
    /^\s*(?:$|[,.!?;，。！？]|one|colou?r|or\b|and\b|please|if\b|version|model|but\b|edition|finish|phone|laptop|watch|headphone|earbud|speaker|case|bag|chair|lamp|dress|shirt|色)/.test(
      after,
    )
  );
}
