import { expect, test } from '@jest/globals';
import { isQuestion, type Wishing, wishFor } from '../../src/insights/wish.ts';

const wish = (keywords: string[], parts: Partial<NonNullable<Wishing['understanding']>> = {}): Wishing => ({
  intent: 'search',
  route: 'recommend',
  understanding: { keywords, ...parts },
});

test('what no category holds is wished for by its name, in both languages', () => {
  expect(wishFor(wish(['sell bicycles']))).toBe('bicycles');
  expect(wishFor(wish(['自行车']))).toBe('自行车');
  expect(wishFor({ ...wish(['delivery']), intent: 'shipping' })).toBeUndefined();
});

test('cheaper, another one, and goods the pack has are no such wishes', () => {
  for (const one of [
    wish(['expensive'], { entities: { relativePrice: 'cheaper' } }),
    wish(['others'], { entities: { more: true } }),
    wish(['phone'], { filters: { category: 'phone' } }),
    wish(['cheap']),
    wish([]),
  ]) {
    expect(wishFor(one)).toBeUndefined();
    expect(isQuestion(one)).toBe(false);
  }
});

test('a question about the second one of a list cannot be answered for everybody', () => {
  const asked = { intent: 'ask_product', route: 'product_question', understanding: { keywords: ['dpi'] } };
  expect(isQuestion(asked)).toBe(true);
  const pointing = { ...asked.understanding, entities: { references: [{ kind: 'ordinal', position: 2 }] } };
  expect(isQuestion({ ...asked, understanding: pointing })).toBe(false);
});
