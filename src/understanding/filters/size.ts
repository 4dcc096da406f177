const LETTERS = 'xxxs|xxs|xs|s|m|l|xl|xxl|xxxl|xxxxl|2xl|3xl|4xl|5xl';
const LETTER_SIZE = new RegExp(
  `(?:\\bsize\\b\\s*(?:is|:|=)?\\s*|\\bin (?:an? |size )?|尺码\\s*(?:是|要|:|：)?\\s*|(?:要|穿|买|来)\\s*)(${LETTERS})(?![a-z\\d'’&])|(?<![a-z\\d])(${LETTERS})\\s?(?:码|号(?!线)|尺码| size\\b)|(?<![a-z\\d-])(xxs|xs|xl|xxl|xxxl|xxxxl|2xl|3xl|4xl|5xl)(?![a-z\\d])`,
);
const NUMBER_SIZE =
  /(?:\bsize\s*(?:is|:|=|eu|us|uk)?\s*|尺码\s*(?:是|:|：)?\s*|鞋码\s*(?:是|:|：)?\s*)(\d{1,2}(?:\.5)?)(?![\d.])(?!\s?(?:inch|寸|cm|gb|l\b))|(?<![\d.])(\d{2}(?:\.5)?)\s?码/;
const WORD_SIZE =
  /\bsize (small|medium|large)\b|\b(?:in|a) (small|medium|large|extra large)(?: size|$|[,.!?]| please)|\b(small|medium|large|extra[ -]large)(?= size\b| (?:t-?shirts?|tees?|shirts?|dress(?:es)?|jackets?|hoodies?|coats?|jeans|pants)\b)|(加大号|特大号|大号|中号|小号|均码|加大码|大码|中码|小码)/;
const BED_SIZE = /\b(twin|full|queen|king)[ -]?size\b|\b(queen|king)\b(?= (?:bed|duvet|mattress|sheet|bedding))/;
const WORDS: Record<string, string> = {
  small: 'S',
  medium: 'M',
  large: 'L',
  'extra large': 'XL',
  'extra-large': 'XL',
  小号: 'S',
  中号: 'M',
  大号: 'L',
  小码: 'S',
  中码: 'M',
  大码: 'L',
  加大号: 'XL',
  加大码: 'XL',
  特大号: 'XXL',
  均码: 'one size',
};

export interface SizeReading {
  id: string;
  start: number;
  end: number;
}

/** The size wanted: "XL", "42", "queen"; letters upper-case, words as letters ("大号" = L). */
export function readSize(text: string): SizeReading | undefined {
  for (const [pattern, idOf] of FORMS) {
    const match = pattern.exec(text);
    const word = match?.slice(1).find((group) => group !== undefined);
    if (match && word) return { id: idOf(word), start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}

const FORMS: readonly (readonly [RegExp, (word: string) => string])[] = [
  [LETTER_SIZE, (word) => word.toUpperCase()],
  [NUMBER_SIZE, (word) => word],
  [WORD_SIZE, (word) => WORDS[word]!],
  [BED_SIZE, (word) => word],
];
