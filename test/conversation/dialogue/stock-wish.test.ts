import { describe, expect, test } from '@jest/globals';
import { asksForStockAlert } from '../../../src/conversation/dialogue/stock-wish.ts';

describe('asking to be told that goods are back', () => {
  test.each([
    'tell me when it is back',
    "Let me know when it's back in stock please",
    'please notify me once the lamp is available again',
    'can you message me as soon as you have it again?',
    'when the kettle comes back in stock, let me know',
    'ping me if it gets restocked',
    'set up a back-in-stock alert',
    '到货通知我',
    '有货了告诉我一声',
    '这款什么时候补货？补货了喊我',
    '等到货提醒一下',
    '麻烦通知我一下，到货的时候',
    '我要到货提醒',
  ])('%s', (text) => {
    expect(asksForStockAlert({ text })).toBe(true);
  });

  test.each([
    'tell me when my order arrives',
    'let me know when the refund is available',
    'tell me when you are available for a call',
    'is it back in stock?',
    'let me know if you have it in blue',
    'tell me about the lamp',
    '我的订单到货了通知我',
    '有货吗？',
    '什么时候到货',
    '告诉我怎么退货',
    '快递到了通知我',
  ])('is not: %s', (text) => {
    expect(asksForStockAlert({ text })).toBe(false);
  });
});
