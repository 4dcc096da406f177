const ABBREVIATION = /(?:^|[\s(])(?:mr|mrs|ms|dr|st|vs|etc|e\.g|i\.e|no|approx|inc|ltd|co|jr|sr|prof|min|max|fig)$/i;
/** Ends of a sentence, with the marks and closing quotes after them. */
const END = /[。！？；!?;]+["”’'」』）)]*|\.+["”’')]*(?=\s|$|[\u4e00-\u9fff])|…+|\n+/g;

/** The sentences of a text in either language, trimmed, in order; their marks stay with them. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  for (const match of text.matchAll(END)) {
    const before = text.slice(Math.max(start, match.index - 10), match.index);
    if (match[0] === '.' && (ABBREVIATION.test(before) || /(?:^|\s)[A-Z]$/.test(before))) continue;
    const end = match.index + match[0].length;
    push(sentences, text.slice(start, end));
    start = end;
  }
  push(sentences, text.slice(start));
  return sentences;
}

function push(sentences: string[], sentence: string): void {
  const trimmed = sentence.trim();
  if (/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(trimmed)) sentences.push(trimmed);
  else if (trimmed !== '' && sentences.length > 0) sentences[sentences.length - 1] += trimmed;
}
