import { stemmer } from 'stemmer';

const CACHE_SIZE = 20_000;
const cache = new Map<string, string>();

/** Porter's stem of a lower-case English word; words with anything but a-z, and very long ones, come back as they are. */
export function stem(word: string): string {
  if (word.length < 3 || word.length > 30) return word;
  const known = cache.get(word);
  if (known !== undefined) return known;
  const stemmed = /^[a-z]+$/.test(word) ? stemmer(word) : word;
  if (cache.size >= CACHE_SIZE) cache.clear();
  cache.set(word, stemmed);
  return stemmed;
}
