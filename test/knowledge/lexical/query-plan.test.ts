import { describe, expect, test } from '@jest/globals';
import { buildLexicalIndex } from '../../../src/knowledge/lexical/lexical-index.ts';
import { createQueryPlanner } from '../../../src/knowledge/lexical/query-plan.ts';
import { createSpeller } from '../../../src/knowledge/lexical/spelling.ts';
import { createLexicon } from '../../../src/knowledge/lexicon/lexicon.ts';

const lexicon = createLexicon([{ words: ['earbuds', 'earphones'], strength: 1 }]);

/** How each word of a query is read, best first, over titles. */
function readingsOver(titles: readonly string[]) {
  const index = buildLexicalIndex(
    titles.map((title) => [title]),
    { fields: [{ name: 'title', weight: 1, b: 0 }], k1: 1 },
  );
  const planner = createQueryPlanner(index, lexicon, createSpeller(index));
  return (query: string) =>
    planner
      .plan(query)
      .slots.map(({ alternatives }) =>
        [...alternatives]
          .sort((a, b) => b.weight - a.weight)
          .map(({ terms }) => terms.map((term) => index.surfaces[term])),
      );
}

const many = (title: string) => Array.from({ length: 20 }, () => title);

describe('a query is read as', () => {
  test('the word that stands beside its other words, of those a slip may have been', () => {
    const read = readingsOver([...many('gaming mouse'), ...many('silent mode lamp')]);
    expect(read('gaming moese')[1][0]).toEqual(['mouse']);
    expect(read('silent moede lamp')[1][0]).toEqual(['mode']);
  });

  test('two words where titles have them side by side, and as the slip it is where they do not', () => {
    const read = readingsOver(['laser printer', 'window screen', 'scr holder', 'ene board']);
    expect(read('laserprinter')[0][0]).toEqual(['laser', 'printer']);
    expect(read('screne')[0][0]).toEqual(['screen']);
  });

  test('one word when a letter of it was written apart, or when the lexicon has it', () => {
    const read = readingsOver(['ipad stand', 'mouse pad', 'earphones', 'ear muffs']);
    expect(read('i pad stand')[0][0]).toEqual(['ipad']);
    expect(read('ear buds').flat()).toContainEqual(['earphones']);
  });

  test('the common word beside a slip that a title makes as well', () => {
    const read = readingsOver([...many('wire gauge'), 'odd guage pliers']);
    expect(read('guage wire')[0]).toEqual([['guage'], ['gauge']]);
    expect(read('guage pliers')[0]).toEqual([['guage']]);
  });

  test('both sides where it gives a size', () => {
    expect(readingsOver(['panel 4 ft. x 8 ft.', 'nothing'])('4x8 panel')[0]).toEqual([['4', '8']]);
  });
});
