import { beforeAll, describe, expect, test } from '@jest/globals';
import { evidenceOf, type Ground, openGrounds, type PackId } from './grounding-cases/case.ts';
import { HONEST } from './grounding-cases/honest.ts';
import { HONEST_FRESH } from './grounding-cases/honest-fresh.ts';
import { LIES } from './grounding-cases/lies.ts';
import { LIES_FRESH } from './grounding-cases/lies-fresh.ts';
import { HONEST_THIRD, LIES_THIRD } from './grounding-cases/third.ts';

let grounds: Record<PackId, Ground>;
beforeAll(async () => {
  grounds = await openGrounds();
});

const ALL_HONEST = [...HONEST, ...HONEST_FRESH, ...HONEST_THIRD];
const ALL_LIES = [...LIES, ...LIES_FRESH, ...LIES_THIRD];

describe('a reply that lies', () => {
  test.each(ALL_LIES)('is caught ($pack, $language): $reply', (one) => {
    const { grounding, pack } = grounds[one.pack];
    const found = grounding.check(one.reply, evidenceOf(one, pack), one.language);
    expect(found).not.toEqual([]);
    for (const { text, explain } of found) {
      expect(text).not.toBe('');
      expect(explain).toMatch(/\S.*[.!。！]?$/);
    }
  });
});

describe('an honest reply', () => {
  test.each(ALL_HONEST)('is let through ($pack, $language): $reply', (one) => {
    const { grounding, pack } = grounds[one.pack];
    expect(grounding.check(one.reply, evidenceOf(one, pack), one.language)).toEqual([]);
  });
});

describe('the check of free text', () => {
  test('says what would be right, so that a model can repair its reply', () => {
    const { grounding, pack } = grounds.shop;
    const evidence = evidenceOf({ pack: 'shop', language: 'en', products: ['hp-n500'], reply: '' }, pack);
    expect(grounding.check('The TH-N500 costs $99.', evidence, 'en')).toEqual([
      {
        kind: 'price',
        text: '$99',
        expected: 'Tinghe TH-N500 noise-cancelling headphones: 89 USD',
        explain: expect.stringContaining('89 USD'),
      },
    ]);
  });

  test('keeps what was forbidden out, however it is dressed', () => {
    const { grounding } = grounds.shop;
    const evidence = { products: [], passages: [], forbidden: ['You talk with its customers by chat', 'HH-100201'] };
    for (const reply of [
      'you  talk with **its customers** by chat',
      'Ｙｏｕ talk with its customers by chat',
      'HH\u200b-100201',
    ]) {
      expect(grounding.check(reply, evidence, 'en').map(({ kind }) => kind)).toContain('leak');
    }
  });

  test('refuses a text of 400,000 characters unread, whatever it holds', () => {
    const { grounding } = grounds.shop;
    for (const unit of ['a', '$1 ', '一', '**', '(', '9', '\n- ', 'TH-N']) {
      const [violation] = grounding.check(unit.repeat(400_000 / unit.length), { products: [], passages: [] }, 'en');
      expect(violation.kind).toBe('unreadable');
    }
  });

  test('answers in bounded time for the longest text that is read', () => {
    const { grounding, pack } = grounds.shop;
    const evidence = evidenceOf(
      { pack: 'shop', language: 'en', products: ['hp-n300', 'hp-n500'], faq: ['returns'], reply: '' },
      pack,
    );
    const units = [
      'a',
      '$1 ',
      '一',
      '千万',
      '[',
      '](',
      '((',
      '9',
      '9,',
      ' 1',
      '\n',
      '\n- ',
      '| ',
      'TH-N500 ',
      'free ',
      'not ',
      '买',
      'e.g. ',
      'a.b.c.',
      '@',
      'x@',
      '\u0301',
    ];
    for (const unit of units) {
      const text = unit.repeat(Math.floor(7_999 / unit.length));
      const start = performance.now();
      grounding.check(text, evidence, 'en');
      expect({ unit, slow: performance.now() - start > 4000 }).toEqual({ unit, slow: false });
    }
  });
});
