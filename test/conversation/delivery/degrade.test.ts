import { describe, expect, test } from '@jest/globals';
import type { ChannelCapabilities } from '../../../src/conversation/channel.ts';
import { degrade } from '../../../src/conversation/delivery/degrade.ts';
import { cardButtons, pictureAddress, shorten, webAddress } from '../../../src/conversation/delivery/degrade-card.ts';
import { type Dialect, renderMarkdown } from '../../../src/conversation/delivery/degrade-markdown.ts';
import type { Reply } from '../../../src/replies/reply.ts';

const ALL: ChannelCapabilities = {
  cards: true,
  choices: true,
  tables: true,
  streaming: false,
  typing: false,
  maxTextLength: 1000,
  maxChoices: 2,
};
const NOTHING = { ...ALL, cards: false, choices: false, tables: false };

const card = {
  productId: 'l1',
  title: 'Desk lamp',
  price: '$39',
  listPrice: '$49',
  reason: 'Under your budget',
  facts: ['black', '5 left'],
};
const reply: Reply = {
  text: 'Here is one.',
  language: 'en',
  by: 'built-in',
  products: [card],
  table: { columns: ['', 'Lamp A', 'Lamp B'], rows: [['Price', '$39', '$45']] },
  choices: [
    { id: 'cheaper', text: 'Cheaper' },
    { id: 'more', text: 'More' },
    { id: 'compare', text: 'Compare' },
  ],
  sources: [{ title: 'Returns', file: 'policies.md', line: 3 }],
};

describe('degrading a reply', () => {
  test('keeps what the channel can show, and no more choices than it takes', () => {
    const shown = degrade(reply, ALL);
    expect(shown.products).toEqual([card]);
    expect(shown.table).toEqual(reply.table);
    expect(shown.choices?.map(({ id }) => id)).toEqual(['cheaper', 'more']);
    expect(shown.text).toBe('Here is one.\n\n_Source: Returns_');
  });

  test('says the rest in text: cards, a table by its columns, choices', () => {
    const { text, products, table, choices } = degrade(reply, NOTHING);
    expect([products, table, choices]).toEqual([undefined, undefined, undefined]);
    expect(text).toContain('1. **Desk lamp** · $39 (~~$49~~)\n   Under your budget\n   black · 5 left');
    expect(text).toContain('**Lamp A**\n- Price: $39\n\n**Lamp B**\n- Price: $45');
    expect(text).toContain('[Cheaper] [More]');
  });
});

describe('cards', () => {
  test('have a button with an id and one with the page, in the language of the reply', () => {
    const linked = { ...card, url: 'https://shop.example/l1' };
    expect(cardButtons(linked, 'zh')).toEqual([
      { text: '详情', id: 'details:l1' },
      { text: '查看商品', url: 'https://shop.example/l1' },
    ]);
    expect(cardButtons({ ...card, productId: '商品'.repeat(15) }, 'en')).toEqual([]);
  });

  test('open web pages only', () => {
    for (const address of ['javascript:alert(1)', '/local/path.jpg', 'file:///etc/passwd', '', undefined]) {
      expect(webAddress(address)).toBeUndefined();
    }
  });

  test('show pictures that a platform can fetch and show', () => {
    expect(pictureAddress('https://x.example/a.png?size=2')).toBe('https://x.example/a.png?size=2');
    for (const image of ['https://x.example/a.svg', 'https://x.example/a.SVG?x=1', 'images/a.png']) {
      expect(pictureAddress(image)).toBeUndefined();
    }
  });

  test('are shortened without cutting a character', () => {
    expect(shorten('short', 5)).toBe('short');
    expect(shorten('ab👩‍👩‍👧‍👦cd', 8)).toBe('ab…');
    expect(shorten('非常好的台灯', 4)).toBe('非常好…');
  });
});

describe('Markdown in a dialect', () => {
  const tags: Dialect = {
    text: (plain) => plain.replaceAll('<', '&lt;'),
    strong: (inner) => `<b>${inner}</b>`,
    em: (inner) => `<i>${inner}</i>`,
    del: (inner) => `<s>${inner}</s>`,
    code: (plain) => `<c>${plain}</c>`,
    codeBlock: (plain) => `<pre>${plain}</pre>`,
    link: (inner, href) => `<a ${href}>${inner}</a>`,
    quote: (inner) => `<q>${inner}</q>`,
    gap: '|',
  };
  const render = (text: string) => renderMarkdown(text, tags);

  test('renders styles, lists, code, quotes, headings and rules', () => {
    expect(render('# Title\n\n**b** _i_ ~~s~~ `c`')).toBe('<b>Title</b>\n\n<b>b</b> <i>i</i> <s>s</s> <c>c</c>');
    expect(render('- one\n  - nested\n- two')).toBe('• one\n   • nested\n• two');
    expect(render('3. three\n4. four')).toBe('3. three\n4. four');
    expect(render('```js\na < b\n```')).toBe('<pre>a < b</pre>');
    expect(render('> said\n\n---')).toBe('<q>said</q>\n\n———');
  });

  test('sees Chinese emphasis that CommonMark does not', () => {
    expect(render('**价格：**39元')).toBe('<b>价格：</b>|39元');
    expect(render('这款**很轻**，')).toBe('这款|<b>很轻</b>，');
  });

  test('a table becomes one line a row', () => {
    expect(render('| Lamp | Price |\n|---|---|\n| A | $3 |\n| B | $4 |')).toBe(
      '• <b>A</b> · Price: $3\n• <b>B</b> · Price: $4',
    );
  });

  test('HTML is text, and a link that is no web address is only its text', () => {
    expect(render('<img src=x onerror=alert(1)> hi')).toBe('&lt;img src=x onerror=alert(1)> hi');
    expect(render('a <b>bold</b>')).toBe('a &lt;b>bold&lt;/b>');
    expect(render('[click](javascript:alert(1))')).toBe('click');
  });

  test('an address in a Chinese sentence ends where the Chinese goes on', () => {
    expect(render('请看https://x.example/a，谢谢')).toBe('请看<a https://x.example/a>https://x.example/a</a>，谢谢');
  });
});
