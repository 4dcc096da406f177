import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { topK } from '../../../src/knowledge/lexical/top-k.ts';

test('the best k are those of a full sort, equal scores by id', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 60 }),
      fc.integer({ min: 0, max: 70 }),
      (scores, k) => {
        const ids = scores.map((_, id) => id);
        const sorted = [...ids].sort((a, b) => scores[b] - scores[a] || a - b);
        expect(topK(ids, scores, k)).toEqual(sorted.slice(0, k));
      },
    ),
  );
});
