import { describe, expect, test } from '@jest/globals';
import { buildLexicalIndex } from '../../../src/knowledge/lexical/lexical-index.ts';
import { createSpeller, distanceOf } from '../../../src/knowledge/lexical/spelling.ts';

describe('edit distance', () => {
  test.each([
    ['phone', 'phone', 0],
    ['pohne', 'phone', 1],
    ['phon', 'phone', 1],
    ['fone', 'phone', 2],
    ['headphnoe', 'headphone', 1],
  ])('%s and %s', (a, b, distance) => {
    expect(distanceOf(a, b, 2)).toBe(distance);
    expect(distanceOf(b, a, 2)).toBe(distance);
  });

  test('beyond the limit it only says so', () => {
    expect(distanceOf('lamp', 'keyboard', 2)).toBe(3);
    expect(distanceOf('abcdef', 'uvwxyz', 1)).toBe(2);
  });
});

describe('suggestions', () => {
  const index = buildLexicalIndex([['wireless keyboard'], ['wireless mouse'], ['power bank'], ['tower fan']], {
    fields: [{ name: 'title', weight: 1, b: 0 }],
    k1: 1,
  });
  const speller = createSpeller(index);
  const first = (word: string) => {
    const [best] = speller.suggest(word);
    return best && index.surfaces[best.term];
  };

  test('the nearest known word is suggested', () => {
    expect(first('keybord')).toBe('keyboard');
    expect(first('wirelss')).toBe('wireless');
  });

  test('short words, numbers and model numbers are left alone, and so is a word of another start', () => {
    for (const word of ['fen', '1234', 'xm4s', 'mower', 'zzzzzz']) expect(first(word)).toBeUndefined();
  });

  test('a word is compared as it is written, too: a slip may leave it another stem', () => {
    const phones = buildLexicalIndex([['phones'], ['coffee'], ...Array.from({ length: 30 }, () => ['core'])], {
      fields: [{ name: 'title', weight: 1, b: 0 }],
      k1: 1,
    });
    const written = (word: string) => phones.surfaces[createSpeller(phones).suggest(word)[0]?.term];
    expect(written('pohne')).toBe('phones');
    expect(written('cofee')).toBe('coffee');
  });
});
