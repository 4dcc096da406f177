import { describe, expect, test } from '@jest/globals';
import * as AdaptiveCards from 'adaptivecards';
import fc from 'fast-check';
import { type AdaptiveCard, escapeTeams, renderTeams, TEAMS_LIMITS } from '../../../adapters/teams/render.ts';
import { degrade } from '../../../src/conversation/delivery/degrade.ts';
import { splitReply } from '../../../src/conversation/delivery/split-reply.ts';
import type { ProductCard, Reply } from '../../../src/replies/reply.ts';

const say = (text: string, more: Partial<Reply> = {}): Reply => ({ text, language: 'en', by: 'built-in', ...more });
const card = (more: Partial<ProductCard> = {}): ProductCard => ({
  productId: 'l1',
  title: 'Desk *lamp* <at>all</at>',
  price: '$39',
  listPrice: '$49',
  reason: 'Under your budget',
  facts: ['black', '5 left'],
  image: 'https://shop.example/l1.jpg',
  url: 'https://shop.example/l1',
  ...more,
});
const capabilities = {
  cards: true,
  choices: true,
  tables: true,
  streaming: false,
  typing: true,
  maxTextLength: 8_000,
  maxChoices: 9,
  maxCards: 5,
};

/** What Microsoft's own parser of Adaptive Cards 1.5 objects to. */
function objections(content: AdaptiveCard): (string | undefined)[] {
  const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
  const parsed = new AdaptiveCards.AdaptiveCard();
  parsed.parse(content, context);
  const events = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index)?.message);
  return [...events, ...parsed.validateProperties().validationEvents.map(({ message }) => message)];
}

const cardOf = (reply: Reply) => renderTeams(reply).attachments?.[0].content as AdaptiveCard;

describe('rendering for Teams', () => {
  test('Markdown becomes what a Teams text message shows: no headings, no tables, line breaks kept', () => {
    expect(renderTeams(say('# Hi\n\n**Bold** _it_ ~~no~~ [page](https://x.example/a)\n\n- one\n- two'))).toEqual({
      type: 'message',
      text: '**Hi**\n\n**Bold** _it_ ~~no~~ [page](https://x.example/a)\n\n• one  \n• two',
      textFormat: 'markdown',
    });
  });

  test('nothing that is said is markup or a mention', () => {
    expect(escapeTeams('<at>Ann</at> 5*7_8 [x] #1')).toBe('&lt;at&gt;Ann&lt;/at&gt; 5\\*7\\_8 \\[x\\] \\#1');
    for (const text of ['<at>everyone</at>', '<b>x</b>', '<script>'])
      expect(renderTeams(say(text)).text).not.toContain('<');
  });

  test('products, their buttons and the choices are one card below the text', () => {
    const payload = renderTeams(
      say('Here', { language: 'zh', products: [card()], choices: [{ id: 'more', text: '更多' }] }),
    );
    expect(payload.text).toBe('Here');
    expect(payload.attachments).toHaveLength(1);
    const content = cardOf(
      say('Here', { language: 'zh', products: [card()], choices: [{ id: 'more', text: '更多' }] }),
    );
    expect(objections(content)).toEqual([]);
    const parts = JSON.stringify(content);
    expect(parts).toContain('"text":"Desk *lamp* <at>all</at>","weight":"Bolder"');
    expect(parts).toContain('"url":"https://shop.example/l1.jpg"');
    expect(content.body.at(-1)).toEqual({
      type: 'ActionSet',
      actions: [
        {
          type: 'Action.Submit',
          title: '更多',
          data: {
            choice: 'more',
            msteams: { type: 'messageBack', displayText: '更多', text: '更多', value: { choice: 'more' } },
          },
        },
      ],
    });
  });

  test('nothing in a card reads Markdown', () => {
    const content = cardOf(say('', { products: [card()], table: { columns: ['', 'A'], rows: [['Price', '*1*']] } }));
    expect(JSON.stringify(content)).not.toMatch(/"(?:TextBlock|FactSet)"/);
  });

  test('a comparison is one block a product', () => {
    const table = {
      columns: ['', 'Lamp A', 'Lamp B'],
      rows: [
        ['Price', '$39', '$45'],
        ['Colour', 'red', 'black'],
      ],
    };
    const content = cardOf(say('Compared', { table }));
    expect(objections(content)).toEqual([]);
    expect(content.body).toHaveLength(2);
    expect(JSON.stringify(content.body[1])).toMatch(/Lamp B.*Price: .*\$45.*Colour: .*black/);
  });

  const text = fc.string({ unit: 'grapheme', maxLength: 400 });
  const anyReply = fc.record({
    text: fc
      .array(
        fc.oneof(
          text,
          fc.constantFrom('**', '_', '```\n', '- ', '| a | b |\n|---|---|\n| c | d |\n', '价格：', '👩‍👩‍👧‍👦', '<at>'),
        ),
        { maxLength: 60 },
      )
      .map((parts) => parts.join('')),
    products: fc.array(
      fc.record({
        title: text,
        reason: text,
        facts: fc.array(text, { maxLength: 3 }),
        image: fc.constantFrom(undefined, '/a.jpg', 'https://x.example/a.jpg'),
        url: fc.constantFrom(undefined, 'javascript:x', 'https://x.example'),
      }),
      { maxLength: 7 },
    ),
    choices: fc.array(fc.record({ id: text, text }), { maxLength: 12 }),
    rows: fc.array(fc.array(text, { minLength: 3, maxLength: 3 }), { maxLength: 5 }),
  });

  test('whatever is said, every card is valid and every message is within the limits', () => {
    fc.assert(
      fc.property(anyReply, ({ text: said, products, choices, rows }) => {
        const table = rows.length > 0 ? { columns: ['', 'A', 'B'], rows } : undefined;
        const reply = say(said, { products: products.map(card), choices, ...(table && { table }) });
        for (const message of splitReply(degrade(reply, capabilities), capabilities)) {
          const payload = renderTeams(message);
          expect(JSON.stringify(payload).length * 2).toBeLessThanOrEqual(TEAMS_LIMITS.bytes);
          for (const { content } of payload.attachments ?? []) {
            expect(objections(content)).toEqual([]);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
