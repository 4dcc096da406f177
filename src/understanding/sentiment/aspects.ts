import type { Aspect } from '../understanding.ts';
import { ASPECT_WORDS } from './aspect-words.ts';

const entries = Object.entries(ASPECT_WORDS) as [Exclude<Aspect, 'other'>, { en: string; zh: string }][];
const ENGLISH = new Map<string, Aspect[]>();
const CHINESE: [Aspect, RegExp][] = [];
for (const [aspect, { en, zh }] of entries) {
  for (const word of en.split(' ')) ENGLISH.set(word, [...(ENGLISH.get(word) ?? []), aspect]);
  CHINESE.push([aspect, new RegExp(zh.split(' ').join('|'))]);
}

/** "Sound quality" speaks of the sound. */
const QUALITY_OF = /\b(sound|audio|picture|screen|display|image|battery|service|design) quality\b/g;

/** The aspects that a clause speaks of, in either language. */
export function aspectsOf(clause: string): Aspect[] {
  const found = new Set<Aspect>();
  const read = clause.toLowerCase().replace(QUALITY_OF, '$1');
  for (const [word] of read.matchAll(/[a-z]+(?:-[a-z]+)*/g)) {
    for (const aspect of ENGLISH.get(word) ?? []) found.add(aspect);
  }
  for (const [aspect, words] of CHINESE) if (words.test(clause)) found.add(aspect);
  return [...found];
}

const CLAUSE_END =
  /[,，;；:：~～]+|\s+(?=(?:but|however|although|though|yet|while|whereas|except)\b)|(?=但是|但(?!愿|凡)|不过|可是|然而|只是|就是(?=.{2}))/i;

/** Parts of a sentence that may each speak well or badly of something else. */
export function opinionClauses(sentence: string): string[] {
  return sentence
    .split(CLAUSE_END)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
