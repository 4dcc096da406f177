/** What a character is to the models. */
export const SPACE = 0;
export const LETTER = 1;
export const DIGIT = 2;
export const HAN = 3;
export const MARK = 4;
/** Surrogates and pictographs: each emoji is a token by itself. */
export const SYMBOL = 5;
export type CharacterKind = typeof SPACE | typeof LETTER | typeof DIGIT | typeof HAN | typeof MARK | typeof SYMBOL;

/** Kind of a UTF-16 code unit. */
export function characterKind(code: number): CharacterKind {
  if (code < 128) return ASCII[code] as CharacterKind;
  if ((code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf)) return HAN;
  if (code >= 0xd800 && code <= 0xdfff) return SYMBOL;
  if (code >= 0x2010 && code <= 0x206f) return code === 0x2019 ? LETTER : MARK;
  if (code >= 0x2190 && code <= 0x2bff) return SYMBOL;
  if (code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200f) || code === 0xfe0f) return SPACE;
  if ((code >= 0x3001 && code <= 0x303f) || (code >= 0xff01 && code <= 0xff20)) return MARK;
  return LETTER;
}

/** One past the end of the token that starts at `at`: a run of letters or digits, one emoji, or one other character. */
export function tokenEnd(text: string, at: number): number {
  const kind = characterKind(text.charCodeAt(at));
  let end = at + 1;
  if (kind === LETTER || kind === DIGIT) {
    while (end < text.length && characterKind(text.charCodeAt(end)) === kind) end++;
  } else if (kind === SYMBOL && isHighSurrogate(text, at) && isLowSurrogate(text, end)) end++;
  return end;
}

function isHighSurrogate(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xd800;
}

function isLowSurrogate(text: string, at: number): boolean {
  return at < text.length && (text.charCodeAt(at) & 0xfc00) === 0xdc00;
}

const ASCII = Uint8Array.from({ length: 128 }, (_, code) => {
  if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 39) return LETTER;
  if (code >= 48 && code <= 57) return DIGIT;
  return code <= 32 ? SPACE : MARK;
});
