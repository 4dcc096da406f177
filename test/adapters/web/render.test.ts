import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type MarkNode, parseMarkdown } from '../../../adapters/web/markdown.ts';
import { renderReply } from '../../../adapters/web/render.ts';
import type { ProductCard } from '../../../src/replies/reply.ts';
import { textOf } from './visitor.ts';

const card = (more: Partial<ProductCard>): ProductCard => ({
  productId: 'phone-1',
  title: 'Phone one',
  price: '$99',
  reason: 'Light',
  facts: [],
  ...more,
});
const cardOf = (more: Partial<ProductCard>) =>
  renderReply({ text: '', language: 'en', by: 'test', products: [card(more)] }).cards[0];

function tagsOf(nodes: MarkNode[]): string[] {
  return nodes.flatMap((node) => (typeof node === 'string' ? [] : [node.tag, ...tagsOf(node.children)]));
}

function linksOf(nodes: MarkNode[]): string[] {
  return nodes.flatMap((node) =>
    typeof node === 'string' ? [] : [...(node.href ? [node.href] : []), ...linksOf(node.children)],
  );
}

describe('Markdown on the page', () => {
  test('becomes paragraphs, emphasis, lists and line breaks', () => {
    expect(parseMarkdown('Two **good** _phones_:\nboth ~~old~~ new\n\n1. one\n2. two\n\n- a `b`')).toEqual([
      {
        tag: 'p',
        children: [
          'Two ',
          { tag: 'strong', children: ['good'] },
          ' ',
          { tag: 'em', children: ['phones'] },
          ':',
          { tag: 'br', children: [] },
          'both ',
          { tag: 'del', children: ['old'] },
          ' new',
        ],
      },
      {
        tag: 'ol',
        children: [
          { tag: 'li', children: ['one'] },
          { tag: 'li', children: ['two'] },
        ],
      },
      { tag: 'ul', children: [{ tag: 'li', children: ['a ', { tag: 'code', children: ['b'] }] }] },
    ]);
  });

  test('reads emphasis the way Chinese is written', () => {
    expect(parseMarkdown('**价格：**39元')).toEqual([
      { tag: 'p', children: [{ tag: 'strong', children: ['价格：'] }, '39元'] },
    ]);
  });

  test('keeps HTML as text', () => {
    const nodes = parseMarkdown('<img src=x onerror=alert(1)>\n\nand <b>bold</b> &amp; more');
    expect(tagsOf(nodes)).toEqual(['p', 'p']);
    expect(textOf(nodes)).toContain('<img src=x onerror=alert(1)>');
    expect(textOf(nodes)).toContain('and <b>bold</b> &amp; more');
  });

  test.each([
    ['[now](https://shop.example/a)', ['https://shop.example/a']],
    ['[now](javascript:alert(1))', []],
    ['[now](data:text/html,x)', []],
    ['![now](//evil.example/x.png)', []],
    ['见https://shop.example/a。谢谢', ['https://shop.example/a']],
  ])('links only to the web: %s', (text, links) => {
    const nodes = parseMarkdown(text);
    expect(linksOf(nodes)).toEqual(links);
    expect(textOf(nodes)).toMatch(/now|谢谢/);
  });

  test('numbers a list from where it starts, and keeps tables and quotes', () => {
    expect(parseMarkdown('3. three')).toEqual([
      { tag: 'ol', start: 3, children: [{ tag: 'li', children: ['three'] }] },
    ]);
    expect(tagsOf(parseMarkdown('| a | b |\n|---|---|\n| 1 | 2 |\n\n> q\n\n---'))).toEqual([
      'table',
      'tr',
      'th',
      'th',
      'tr',
      'td',
      'td',
      'blockquote',
      'p',
      'hr',
    ]);
  });

  test('makes a tree of any text, with no link to anything but the web', () => {
    const piece = fc.constantFrom(
      '**',
      '_',
      '`',
      '[a](',
      ')',
      '<b>',
      '\n',
      '- ',
      '1. ',
      '| ',
      '> ',
      '价格',
      '😀',
      'http://x.y',
      '\\',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        for (const href of linksOf(parseMarkdown(pieces.join('')))) expect(href).toMatch(/^https?:\/\//);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a card on the page', () => {
  test.each([
    ['phone.svg', '/packs/images/phone.svg'],
    ['images/a b/手机.png', '/packs/images/a%20b/%E6%89%8B%E6%9C%BA.png'],
    ['https://cdn.example/p.jpg', 'https://cdn.example/p.jpg'],
    ['http://cdn.example/p.jpg', undefined],
    ['javascript:alert(1)', undefined],
    ['data:image/svg+xml,<svg/>', undefined],
  ])('shows the picture %s from %s', (image, address) => {
    expect(cardOf({ image }).image).toBe(address);
  });

  test('has a details button, and a link only to the web', () => {
    expect(cardOf({ url: 'https://shop.example/1' }).buttons).toEqual([
      { text: 'Details', id: 'details:phone-1' },
      { text: 'View', url: 'https://shop.example/1' },
    ]);
    expect(cardOf({ url: 'javascript:alert(1)' }).buttons).toEqual([{ text: 'Details', id: 'details:phone-1' }]);
  });
});
