import { expect, test } from '@jest/globals';
import { emptyProfile } from '../../src/customers/profile.ts';
import { createPortraitCount, meanOfOthers, type Sitter } from '../../src/segments/portrait.ts';

const NOW = new Date('2026-06-10T00:00:00Z');
const sitter = (_id: string, spent: number, mood?: number): Sitter => ({
  _id,
  consent: { marketing: { granted: spent > 0 } },
  profile: {
    ...emptyProfile(),
    turns: 4,
    interests: { phone: 3, kettle: 1 },
    channels: { web: 4 },
    ...(mood !== undefined && { mood }),
    ...(spent > 0 && {
      activity: { firstAt: NOW, lastAt: NOW, baskets: 2, lastBasket: '2026-06-01', spent, returned: 10, events: {} },
    }),
  },
});

test('a portrait tells means of those of whom a figure is known', () => {
  const count = createPortraitCount('s', NOW);
  count.add(sitter('a', 110, 0.5));
  count.add(sitter('b', 0));
  const { customers, figures, interests, channels } = count.portrait();
  expect(customers).toBe(2);
  expect(figures.spent).toEqual({ mean: 50, known: 2 });
  expect(figures.perPurchase).toEqual({ mean: 50, known: 1 });
  expect(figures.recencyDays).toEqual({ mean: 9, known: 1 });
  expect(figures.mood).toEqual({ mean: 0.5, known: 1 });
  expect(figures.marketing).toEqual({ mean: 0.5, known: 2 });
  expect(interests).toEqual([
    ['phone', 0.75],
    ['kettle', 0.25],
  ]);
  expect(channels).toEqual([['web', 1]]);
});

test('everybody else is everybody without the members', () => {
  const [own, all] = [createPortraitCount('s', NOW), createPortraitCount('*', NOW)];
  for (const [spent, isMember] of [
    [110, true],
    [0, true],
    [310, false],
    [10, false],
  ] as const) {
    all.add(sitter(`c${spent}`, spent));
    if (isMember) own.add(sitter(`c${spent}`, spent));
  }
  expect(meanOfOthers(own.portrait(), all.portrait(), 'spent')).toBe(150);
  expect(meanOfOthers(all.portrait(), all.portrait(), 'spent')).toBeUndefined();
});
