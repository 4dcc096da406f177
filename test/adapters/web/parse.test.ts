import { describe, expect, test } from '@jest/globals';
import { parsePost } from '../../../adapters/web/parse.ts';

const ID = '7f3c2c9e-5b0a-4f0e-9d38-0c1f7a6f2b11';
const context = { visitor: 'visitor-1', locale: 'zh-CN', receivedAt: new Date('2026-11-24T08:00:00Z') };

describe('a posted message', () => {
  test('becomes a direct message of the visitor', () => {
    expect(parsePost({ id: ID, text: '有更便宜的吗', choice: 'cheaper' }, context)).toEqual({
      id: ID,
      channel: 'web',
      conversationId: 'web:visitor-1',
      author: { id: 'visitor-1', locale: 'zh-CN', isBot: false },
      text: '有更便宜的吗',
      attachments: [],
      action: { kind: 'choice', id: 'cheaper', text: '有更便宜的吗' },
      isDirect: true,
      receivedAt: context.receivedAt,
      address: { visitor: 'visitor-1', to: ID },
    });
  });

  test.each([
    ['a\u0000b\u0007c\u009fd', 'abcd'],
    ['line\r\nnext\tcell', 'line\nnext\tcell'],
    ['half \ud83d character', 'half \ufffd character'],
    ['whole 😀 character', 'whole 😀 character'],
  ])('keeps of %j what can be read', (text, kept) => {
    expect(parsePost({ id: ID, text }, context).text).toBe(kept);
  });

  test('keeps the campaign that the visitor came by, and lets a strange one go', () => {
    expect(parsePost({ id: ID, text: 'hello', campaign: 'spring-sale_1' }, context).campaign).toBe('spring-sale_1');
    for (const campaign of ['', 'a b', '<script>', 'x'.repeat(65), 7, null]) {
      expect(parsePost({ id: ID, text: 'hello', campaign }, context)).not.toHaveProperty('campaign');
    }
  });

  test.each([
    ['nothing', undefined],
    ['a list', []],
    ['no id', { text: 'hello' }],
    ['an id we would not make', { id: 'web|1', text: 'hello' }],
    ['a number for text', { id: ID, text: 5 }],
    ['no text', { id: ID, text: ' \n ' }],
    ['only control characters', { id: ID, text: '\u0000\u0001' }],
    ['a choice longer than a button carries', { id: ID, text: 'x', choice: 'x'.repeat(65) }],
  ])('is refused when it is %s', (_what, body) => {
    expect(() => parsePost(body, context)).toThrow(expect.objectContaining({ code: 'INPUT_INVALID' }));
  });
});
