/** A stretch of a text. */
export interface Span {
  start: number;
  end: number;
}

const ABBREVIATION = /(?:^|[\s(])(?:mr|mrs|ms|dr|st|vs|etc|e\.g|i\.e|no|approx|inc|ltd|co|prof|min|max|fig)$/;
const END = /[。！？；;]+["')）]*|[!?]+["')]*(?=\s|$)|\.+["')]*(?=\s|$|[\u4e00-\u9fff])|…+|\n+/g;

/** The sentences of a lower-case text, in order; together they cover it. */
export function sentenceSpans(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(END)) {
    const before = text.slice(Math.max(start, match.index - 12), match.index);
    if (match[0] === '.' && (ABBREVIATION.test(before) || /(?:^|\n)\s*\d{1,2}$/.test(before))) continue;
    const end = match.index + match[0].length;
    if (text.slice(start, end).trim() !== '') spans.push({ start, end });
    start = end;
  }
  if (text.slice(start).trim() !== '') spans.push({ start, end: text.length });
  return spans;
}

const CLAUSE_BREAK =
  /[,，、:：()（）]|\s[–—-]\s|\s(?:but|while|whereas|although|though|and|so|because|plus)\s|(?:但是?|而且?|不过|所以|因为|并且?)/g;

/** The part of a sentence around a stretch, between commas, colons, brackets and conjunctions. */
export function clauseAround(text: string, sentence: Span, at: Span): Span {
  let { start, end } = sentence;
  CLAUSE_BREAK.lastIndex = start;
  for (let match = CLAUSE_BREAK.exec(text); match && match.index < sentence.end; match = CLAUSE_BREAK.exec(text)) {
    const past = match.index + match[0].length;
    if (past <= at.start) start = past;
    else if (match.index >= at.end) {
      end = match.index;
      break;
    }
  }
  return { start, end };
}
