import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { currencyIn, isCurrency, parsePrice } from '../../../src/knowledge/packs/price.ts';

describe('a written price', () => {
  test.each([
    ['1299', 'USD', 1299],
    ['1299.5', 'USD', 1299.5],
    ['1,299', 'USD', 1299],
    ['1,299.00', 'USD', 1299],
    ['1.299,00', 'EUR', 1299],
    ['1 299,00', 'EUR', 1299],
    ['1\u00a0299,00 €', 'EUR', 1299],
    ["1'299.50", 'CHF', 1299.5],
    ['1.234.567', 'EUR', 1234567],
    ['1,29,900', 'INR', 129900],
    ['￥1,299', 'CNY', 1299],
    ['¥1299', 'JPY', 1299],
    ['1299元', 'CNY', 1299],
    ['人民币 1299', 'CNY', 1299],
    ['１２９９．５', 'CNY', 1299.5],
    ['15.00 USD', 'USD', 15],
    ['USD 15', 'USD', 15],
    ['US$15', 'USD', 15],
    ['$15', 'AUD', 15],
    ['0,99', 'EUR', 0.99],
    ['.99', 'USD', 0.99],
    ['EUR24.99', 'EUR', 24.99],
    ['5,5', 'EUR', 5.5],
    ['0.999', 'USD', 1],
    ['19.98999', 'USD', 19.99],
    ['1.299', 'JPY', 1299],
    ['1.299', 'KWD', 1.299],
    [0, 'USD', 0],
    [12.345, 'USD', 12.35],
  ] as const)('%j in %s is %d', (written, currency, amount) => {
    expect(parsePrice(written, currency)).toMatchObject({ amount });
  });

  test.each([
    ['1.299', 'USD', 'ambiguous: write 1299 or 1.30'],
    ['1,299', 'KWD', 'ambiguous'],
    ['€5', 'USD', 'is not in USD'],
    ['5 EUR', 'USD', 'is not in USD'],
    ['-5', 'USD', 'negative'],
    ['−5', 'USD', 'negative'],
    [-1, 'USD', 'negative'],
    [Number.NaN, 'USD', 'is not a price'],
    ['cheap', 'USD', 'is not a price'],
    ['5 apples', 'USD', 'is not a price'],
    ['1,2,3', 'USD', 'is not a price'],
    ['1.2.3', 'USD', 'is not a price'],
    ['12,34.567,8', 'USD', 'is not a price'],
    ['1,2345', 'USD', 'is not a price'],
    ['5-10', 'USD', 'is not a price'],
    ['1e3', 'USD', 'is not a price'],
    ['', 'USD', 'is not a price'],
    ['.', 'USD', 'is not a price'],
  ] as const)('%j in %s is refused: %s', (written, currency, problem) => {
    expect(parsePrice(written, currency)).toEqual({ problem: expect.stringContaining(problem) });
  });

  const cents = fc.integer({ min: 0, max: 1_000_000_000 });
  const grouped = (whole: number, mark: string) => String(whole).replace(/\B(?=(\d{3})+$)/g, mark);

  test('reads back every amount in each grouped style', () => {
    fc.assert(
      fc.property(
        cents,
        fc.constantFrom([',', '.'], ['.', ','], [' ', ','], ["'", '.'], ['', '.'], ['', ',']),
        (amount, [group, decimal]) => {
          const fraction = String(amount % 100).padStart(2, '0');
          const written = `${grouped(Math.floor(amount / 100), group)}${decimal}${fraction}`;
          expect(parsePrice(written, 'EUR')).toEqual({ amount: amount / 100 });
        },
      ),
    );
  });

  test('reads back every plain number', () => {
    fc.assert(
      fc.property(cents, (amount) => {
        expect(parsePrice(amount / 100, 'USD')).toEqual({ amount: amount / 100 });
      }),
    );
  });

  test('answers any text at all with an amount of at least 0 or a problem', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(..."0123456789.,-+ $€¥￥元e'") })),
        (written) => {
          const reading = parsePrice(written, 'USD');
          if ('amount' in reading) expect(reading.amount).toBeGreaterThanOrEqual(0);
          else expect(reading.problem).not.toBe('');
        },
      ),
      { numRuns: 2000 },
    );
  });
});

test('a currency is named by a code, or by a sign that has one meaning more than others', () => {
  expect(['15 USD', '€20', '￥30', '$5', '12', 'five'].map(currencyIn)).toEqual([
    'USD',
    'EUR',
    'CNY',
    'USD',
    undefined,
    undefined,
  ]);
  expect(['USD', 'CNY', 'usd', 'XXXX'].map(isCurrency)).toEqual([true, true, false, false]);
});
