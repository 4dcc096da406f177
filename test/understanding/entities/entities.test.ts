import { describe, expect, test } from '@jest/globals';
import { readDates } from '../../../src/understanding/entities/dates.ts';
import { readDialogueMoves } from '../../../src/understanding/entities/dialogue-moves.ts';
import { readOrderNumbers } from '../../../src/understanding/entities/orders.ts';
import { readReferences } from '../../../src/understanding/entities/references.ts';

/** A Tuesday. */
const now = new Date(2025, 5, 10, 15);

describe('dates', () => {
  test.each([
    ['2025-07-01', ['2025-07-01']],
    ['2025年7月1日', ['2025-07-01']],
    ['on may 5th', ['2025-05-05']],
    ['5 july 2026', ['2026-07-05']],
    ['tomorrow', ['2025-06-11']],
    ['the day after tomorrow', ['2025-06-12']],
    ['明天或者后天', ['2025-06-11', '2025-06-12']],
    ['大后天', ['2025-06-13']],
    ['ordered 2 weeks ago', ['2025-05-27']],
    ['三天前下的单', ['2025-06-07']],
    ['in 3 days', ['2025-06-13']],
    ['by friday', ['2025-06-13']],
    ['next friday', ['2025-06-20']],
    ['last friday', ['2025-06-06']],
    ['下周三', ['2025-06-18']],
    ['上周三', ['2025-06-04']],
    ['周五之前', ['2025-06-13']],
    ['12月25号', ['2025-12-25']],
    ['1月3日', ['2026-01-03']],
    ['20号', ['2025-06-20']],
    ['this weekend', ['2025-06-14']],
  ])('"%s"', (text, dates) => expect(readDates(text, now).dates).toEqual(dates));

  test.each(['2025-02-31', 'black friday', 'i may buy it', '3号线', 'version 2.0.1'])('no date in "%s"', (text) => {
    expect(readDates(text, now).dates).toEqual([]);
  });
});

describe('order numbers', () => {
  test.each([
    ['where is order #12345', ['12345']],
    ['订单号是20240512001', ['20240512001']],
    ['HH-10023 has not arrived', ['HH-10023']],
    ["it's DW-7671", ['DW-7671']],
    ['my order 40023817 and order 40023818', ['40023817', '40023818']],
    ['查一下 SF1234567890', ['SF1234567890']],
  ])('"%s"', (text, orders) => expect(readOrderNumbers(text).orderNumbers).toEqual(orders));

  test.each(['WH-1000XM5', 'order 2 phones', 'I want to order 3', 'under 3000', '5000mAh'])(
    'no order number in "%s"',
    (text) => {
      expect(readOrderNumbers(text).orderNumbers).toEqual([]);
    },
  );
});

describe('references', () => {
  test.each([
    ['第二个', [{ kind: 'ordinal', position: 2 }]],
    [
      'the first and the third',
      [
        { kind: 'ordinal', position: 1 },
        { kind: 'ordinal', position: 3 },
      ],
    ],
    [
      'compare the first two',
      [
        { kind: 'ordinal', position: 1 },
        { kind: 'ordinal', position: 2 },
      ],
    ],
    [
      '前两款哪个好',
      [
        { kind: 'ordinal', position: 1 },
        { kind: 'ordinal', position: 2 },
      ],
    ],
    ['最后那个', [{ kind: 'ordinal', position: -1 }]],
    ['option 3', [{ kind: 'ordinal', position: 3 }]],
    ['the cheaper one', [{ kind: 'superlative', by: 'cheapest' }]],
    ['便宜的那个', [{ kind: 'superlative', by: 'cheapest' }]],
    ['贵一点的那款', [{ kind: 'superlative', by: 'most_expensive' }]],
    ['both please', [{ kind: 'pronoun', plural: true }]],
    ['这两个有什么区别', [{ kind: 'pronoun', plural: true }]],
    ['how much is it', [{ kind: 'pronoun', plural: false }]],
    ['这款多少钱', [{ kind: 'pronoun', plural: false }]],
  ])('"%s"', (text, references) => expect(readReferences(text)).toEqual(references));

  test.each(['first time here', '第一次来', 'a second hand phone', '这个月', 'wait a second'])(
    'nothing is pointed at by "%s"',
    (text) => {
      expect(readReferences(text)).toEqual([]);
    },
  );
});

describe('moves of the dialogue', () => {
  test.each([
    ['something cheaper', { relativePrice: 'cheaper' }],
    ['有没有便宜一点的', { relativePrice: 'cheaper' }],
    ['太贵了', { relativePrice: 'cheaper' }],
    ['a bit higher end', { relativePrice: 'dearer' }],
    ['再好一点的', { relativePrice: 'dearer' }],
    ["that's too much", { relativePrice: 'cheaper' }],
    ['start over', { reset: true }],
    ['重来', { reset: true }],
    ['重新来', { reset: true }],
    ['show me others', { more: true }],
    ['换一批', { more: true }],
    ['anything else?', { more: true }],
    ['any brand is fine', { lifted: ['brand'] }],
    ['预算不限', { lifted: ['price'] }],
    ['颜色无所谓', { lifted: ['color'] }],
    ['forget the colour', { lifted: ['color'] }],
    ['颜色不管了', { lifted: ['color'] }],
    ['never mind the price', { lifted: ['price'] }],
    ['anything dearer', { relativePrice: 'dearer' }],
  ])('"%s"', (text, moves) =>
    expect(readDialogueMoves(text, false)).toEqual({ reset: false, more: false, lifted: [], ...moves }),
  );

  test.each(['which one is cheaper', '能便宜点吗', 'not too expensive please', '哪个更贵'])(
    '"%s" asks for no other price',
    (text) => {
      expect(readDialogueMoves(text, false).relativePrice).toBeUndefined();
    },
  );

  test('"cheaper than 500" is a bound, no move', () => {
    expect(readDialogueMoves('cheaper than 500', true).relativePrice).toBeUndefined();
  });
});
