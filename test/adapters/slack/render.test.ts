import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  escapeMrkdwn,
  renderSlack,
  SLACK_LIMITS,
  type SlackPayload,
  withoutPictures,
} from '../../../adapters/slack/render.ts';
import { splitReply } from '../../../src/conversation/delivery/split-reply.ts';
import type { ProductCard, Reply } from '../../../src/replies/reply.ts';

const say = (text: string, more: Partial<Reply> = {}): Reply => ({ text, language: 'en', by: 'built-in', ...more });
const card = (more: Partial<ProductCard> = {}): ProductCard => ({
  productId: 'l1',
  title: 'Desk <lamp> & co',
  price: '$39',
  listPrice: '$49',
  reason: 'Under your budget',
  facts: ['black', '5 left'],
  image: 'https://shop.example/l1.jpg',
  url: 'https://shop.example/l1',
  ...more,
});

/** Holds a payload to Slack's documented limits. */
function checkLimits({ text, blocks = [] }: SlackPayload): void {
  expect(text.length).toBeLessThanOrEqual(SLACK_LIMITS.text);
  expect(blocks.length).toBeLessThanOrEqual(50);
  expect(JSON.stringify(blocks).length).toBeLessThanOrEqual(13_200);
  for (const block of blocks) {
    if (block.type === 'section') {
      expect(block.text.text.length).toBeGreaterThan(0);
      expect(block.text.text.length).toBeLessThanOrEqual(3_000);
      expect(block.text.verbatim).toBe(true);
      continue;
    }
    expect(block.elements.length).toBeGreaterThan(0);
    expect(block.elements.length).toBeLessThanOrEqual(25);
    for (const { text: label, value = '', action_id } of block.elements) {
      expect(label.text.length).toBeGreaterThan(0);
      expect(label.text.length).toBeLessThanOrEqual(75);
      expect(value.length).toBeLessThanOrEqual(2_000);
      expect(action_id.length).toBeLessThanOrEqual(255);
    }
  }
  const ids = blocks.flatMap((block) =>
    block.type === 'actions' ? block.elements.map(({ action_id }) => action_id) : [],
  );
  expect(new Set(ids).size).toBe(ids.length);
}

/** What of a mrkdwn text could ping or link: everything in angle brackets. */
const bracketed = (text: string) => [...text.matchAll(/<([^>]*)>/g)].map(([, inner]) => inner);

describe('rendering for Slack', () => {
  test('Markdown becomes mrkdwn', () => {
    expect(
      renderSlack(say('**Bold** _it_ ~~no~~ `a<b` [page](https://x.example/?a=1&b=2)\n\n- one\n- two\n\n> said')).text,
    ).toBe('*Bold* _it_ ~no~ `a&lt;b` <https://x.example/?a=1&amp;b=2|page>\n\n• one\n• two\n\n&gt; said');
  });

  test('Chinese emphasis is set off so that Slack sees it', () => {
    expect(renderSlack(say('这款**很轻**的灯')).text).toBe('这款\u200b*很轻*\u200b的灯');
  });

  test('nothing that is said can ping anybody', () => {
    for (const text of [
      '<!channel> <!here|x> <@U123>',
      '@here @channel @everyone',
      '&lt;!channel&gt;',
      '[<!channel>](https://x.example)',
    ]) {
      const payload = renderSlack(say(text));
      for (const inner of bracketed(payload.text)) expect(inner).toMatch(/^https?:\/\//);
      checkLimits(payload);
    }
  });

  test('a card is a section with its picture, and buttons that carry ids only', () => {
    const { blocks } = renderSlack(
      say('Here', { products: [card()], choices: [{ id: 'more', text: 'More' }], language: 'zh' }),
    );
    expect(blocks).toMatchObject([
      { type: 'section', text: { text: 'Here' } },
      {
        type: 'section',
        text: { text: '*Desk &lt;lamp&gt; &amp; co*\n$39 ~$49~\n_Under your budget_\nblack · 5 left' },
        accessory: { type: 'image', image_url: 'https://shop.example/l1.jpg', alt_text: 'Desk <lamp> & co' },
      },
      {
        type: 'actions',
        elements: [
          { action_id: 'choice:0:0', value: 'details:l1', text: { text: '详情' } },
          { action_id: 'link:0:1', url: 'https://shop.example/l1', text: { text: '查看商品' } },
        ],
      },
      { type: 'actions', elements: [{ action_id: 'choice:0', value: 'more' }] },
    ]);
    expect(JSON.stringify(withoutPictures({ text: '', blocks }))).not.toContain('image_url');
  });

  test('signs that would pair up as a style are loosened, single ones are left alone', () => {
    expect(escapeMrkdwn('*not bold* ~nor this~')).toBe('*\u200bnot bold*\u200b ~\u200bnor this~\u200b');
    expect(escapeMrkdwn('2*3*4 a_b_c')).toBe('2*3*4 a_b_c');
    expect(escapeMrkdwn('5* hotel')).toBe('5* hotel');
  });

  const anyText = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          '**',
          '_',
          '`',
          '~~',
          '<!channel>',
          '<@U1>',
          '[a|b](https://x.example/?q=a|b>c)',
          '&amp;',
          '&',
          '> ',
          '- ',
          '\n\n',
          '# ',
          '```\n',
          '👩‍👩‍👧‍👦',
          '价格：',
          '39元',
          '| a | b |\n|---|---|\n| c | d |\n',
          'word ',
        ),
        fc.string({ unit: 'grapheme', maxLength: 30 }),
      ),
      { maxLength: 200 },
    )
    .map((parts) => parts.join(''));

  test('whatever is said, the message is within the limits and pings nobody', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const capabilities = {
          cards: true,
          choices: true,
          tables: false,
          streaming: false,
          typing: false,
          maxTextLength: 4_000,
          maxChoices: 10,
          maxCards: 5,
        };
        for (const message of splitReply(say(text), capabilities)) {
          const payload = renderSlack(message);
          checkLimits(payload);
          for (const inner of bracketed(payload.text)) expect(inner).toMatch(/^https?:\/\/[^|]*\|/);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('five cards of any length and every choice stay within the limits', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 800 });
    const cards = fc.array(fc.record({ title: text, reason: text, facts: fc.array(text, { maxLength: 4 }) }), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(cards, fc.array(fc.record({ id: text, text }), { maxLength: 30 }), (products, choices) => {
        checkLimits(renderSlack(say('&'.repeat(4_000), { products: products.map(card), choices })));
      }),
      { numRuns: 25 },
    );
  });
});
