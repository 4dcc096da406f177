import { describe, expect, test } from '@jest/globals';
import { inPackCurrency, type Spoken } from '../../../src/conversation/dialogue/currency.ts';

const pack = { currency: 'USD', exchange: { CNY: 7, GBP: 0.8 } };
const spoken = (parts: Partial<Spoken> = {}): Spoken => ({
  language: 'zh',
  prices: [50, 400, 900],
  shown: false,
  ...parts,
});

describe('the currency of an amount said without one', () => {
  test('is yuan for who writes Chinese and has seen no price yet, and that is told', () => {
    expect(inPackCurrency({ maxPrice: 700 }, pack, spoken())).toEqual({
      filters: { maxPrice: 100, currency: 'USD' },
      converted: { amount: 700, currency: 'CNY', meant: 100 },
      spoken: 'CNY',
    });
  });

  test('is the shop’s own for who writes English', () => {
    expect(inPackCurrency({ maxPrice: 700 }, pack, spoken({ language: 'en' }))).toEqual({ filters: { maxPrice: 700 } });
  });

  test('is the shop’s own after its prices were shown, unless it would limit nothing', () => {
    expect(inPackCurrency({ maxPrice: 700 }, pack, spoken({ shown: true })).converted).toBeUndefined();
    expect(inPackCurrency({ maxPrice: 3000 }, pack, spoken({ shown: true })).converted?.meant).toBe(429);
  });

  test('is the shop’s own where nothing costs so little in the other', () => {
    expect(inPackCurrency({ maxPrice: 300 }, pack, spoken()).converted).toBeUndefined();
  });

  test('is the one named earlier in the conversation', () => {
    expect(inPackCurrency({ maxPrice: 80 }, pack, spoken({ language: 'en', currency: 'GBP' })).converted?.meant).toBe(
      100,
    );
    expect(inPackCurrency({ maxPrice: 700 }, pack, spoken({ currency: 'USD' })).converted).toBeUndefined();
  });

  test('is the shop’s own where the shop counts in yuan, or knows no rate', () => {
    expect(inPackCurrency({ maxPrice: 700 }, { currency: 'CNY' }, spoken()).converted).toBeUndefined();
    expect(inPackCurrency({ maxPrice: 700 }, { currency: 'EUR' }, spoken()).converted).toBeUndefined();
  });
});
