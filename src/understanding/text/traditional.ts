import { Converter } from 'opencc-js/t2cn';

type Convert = (text: string) => string;

const HAN = /[\u3400-\u9fff]/;
let converters: { characters: Convert; phrases: Convert } | undefined;

/**
 * Traditional Chinese as Simplified, with Taiwanese words as on the mainland (軟體 -> 软件); Simplified comes back as it is.
 * opencc-js builds its dictionary (10 ms) with the first Chinese text.
 */
export function simplify(text: string): string {
  if (!HAN.test(text)) return text;
  converters ??= { characters: Converter({ from: 't', to: 'cn' }), phrases: Converter({ from: 'twp', to: 'cn' }) };
  // A text without Traditional characters keeps its words: 影片 means a film there, a video in Taiwan.
  return converters.characters(text) === text ? text : converters.phrases(text);
}
