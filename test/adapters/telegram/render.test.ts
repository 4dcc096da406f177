import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { renderTelegram, TELEGRAM_LIMITS, visibleText } from '../../../adapters/telegram/render.ts';
import type { ProductCard, Reply } from '../../../src/replies/reply.ts';
import { parseFragment } from './telegram-html.ts';

const say = (text: string, more: Partial<Reply> = {}): Reply => ({ text, language: 'en', by: 'built-in', ...more });
const card = (more: Partial<ProductCard> = {}): ProductCard => ({
  productId: 'l1',
  title: 'Desk lamp <3 & more',
  price: '$39',
  listPrice: '$49',
  reason: 'Under your "budget"',
  facts: ['black', '5 left'],
  image: 'https://shop.example/l1.jpg',
  url: 'https://shop.example/l1?a=1&b=2',
  ...more,
});

describe('rendering for Telegram', () => {
  test('Markdown becomes Telegram HTML', () => {
    const { text, plain } = renderTelegram(
      say('**Bold** _it_ `a<b` [page](https://x.example/?a=1&b="2")\n\n- one\n- two'),
    );
    expect(text).toBe(
      '<b>Bold</b> <i>it</i> <code>a&lt;b</code> <a href="https://x.example/?a=1&amp;b=%222%22">page</a>\n\n• one\n• two'.replace(
        '%222%22',
        '&quot;2&quot;',
      ),
    );
    expect(plain).toBe('Bold it a<b page\n\n• one\n• two');
  });

  test('a card is a photo with its caption and buttons', () => {
    expect(renderTelegram(say('', { language: 'zh', products: [card()] }))).toMatchObject({
      photo: 'https://shop.example/l1.jpg',
      text: '<b>Desk lamp &lt;3 &amp; more</b>\n$39 <s>$49</s>\n<i>Under your &quot;budget&quot;</i>\nblack · 5 left',
      keyboard: [
        [
          { text: '详情', callback_data: 'details:l1' },
          { text: '查看商品', url: 'https://shop.example/l1?a=1&b=2' },
        ],
      ],
    });
  });

  test('a card without a picture Telegram can fetch is text', () => {
    expect(renderTelegram(say('', { products: [card({ image: '/images/l1.jpg' })] }))).not.toHaveProperty('photo');
  });

  test('choices share a row when they are short', () => {
    const choices = [
      { id: 'cheaper', text: 'Cheaper' },
      { id: 'more', text: '更多' },
      { id: 'human', text: 'Talk to a person of the shop' },
      { id: 'compare', text: 'Compare' },
    ];
    const { keyboard } = renderTelegram(say('Here', { choices }));
    expect(keyboard?.map((row) => row.map(({ text }) => text))).toEqual([
      ['Cheaper', '更多'],
      ['Talk to a person of the shop'],
      ['Compare'],
    ]);
  });

  test('a choice whose id is longer than 64 bytes has no button', () => {
    const choices = [
      { id: `only:brand:${'品'.repeat(20)}`, text: 'long' },
      { id: 'more', text: 'More' },
    ];
    expect(renderTelegram(say('Here', { choices })).keyboard).toEqual([[{ text: 'More', callback_data: 'more' }]]);
  });

  const pieces = fc.array(
    fc.oneof(
      fc.constantFrom(
        '**',
        '_',
        '`',
        '~~',
        '[a](https://x.example)',
        '<b>',
        '</i>',
        '&amp;',
        '&',
        '"',
        '> ',
        '- ',
        '\n',
        '\n\n',
        '# ',
        '```\n',
        '😀',
        '👩‍👩‍👧‍👦',
        '价格：',
        '39元',
        '<script>',
        '| a | b |\n|---|---|\n| c | d |\n',
        '1. ',
        '![i](https://x.example/i.png)',
        '\\*',
        '@everyone',
        '![',
        '](',
      ),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    ),
    { maxLength: 40 },
  );

  test('whatever is said, the HTML is well-formed and of the tags Telegram knows', () => {
    fc.assert(
      fc.property(pieces, (list) => {
        const { text, plain } = renderTelegram(say(list.join('')));
        expect(() => parseFragment(text)).not.toThrow();
        expect(parseFragment(text)).toBe(visibleText(text));
        expect(plain.length).toBeLessThanOrEqual(TELEGRAM_LIMITS.text);
      }),
      { numRuns: 500 },
    );
  });

  test('a card stays within the caption, whatever its product is called', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 1500 });
    fc.assert(
      fc.property(text, text, fc.array(text, { maxLength: 4 }), (title, reason, facts) => {
        const payload = renderTelegram(say('', { products: [card({ title, reason, facts })] }));
        expect(visibleText(payload.text).length).toBeLessThanOrEqual(TELEGRAM_LIMITS.caption);
        expect(() => parseFragment(payload.text)).not.toThrow();
      }),
      { numRuns: 100 },
    );
  });
});
