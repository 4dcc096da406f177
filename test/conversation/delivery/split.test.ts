import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { splitText } from '../../../src/conversation/delivery/split.ts';

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const inGraphemes = (text: string) => [...graphemes.segment(text)].map(({ segment }) => segment);
const dense = (text: string) => text.replace(/\s+/g, '');

describe('splitting long text', () => {
  test('leaves a short text as it is', () => {
    expect(splitText('Hello there.', 100)).toEqual(['Hello there.']);
    expect(splitText('  ', 100)).toEqual([]);
  });

  test('prefers a paragraph, then a sentence, then a word', () => {
    expect(splitText('First paragraph here.\n\nSecond one is here.', 30)).toEqual([
      'First paragraph here.',
      'Second one is here.',
    ]);
    expect(splitText('One sentence stands here. Another one follows it.', 30)).toEqual([
      'One sentence stands here.',
      'Another one follows it.',
    ]);
    expect(splitText('many words without any stop between them', 20)).toEqual([
      'many words without',
      'any stop between',
      'them',
    ]);
  });

  test('cuts Chinese after a sentence or between words, never before punctuation', () => {
    expect(splitText('这款耳机续航三十小时。另一款更轻便，适合通勤。', 16)).toEqual([
      '这款耳机续航三十小时。',
      '另一款更轻便，适合通勤。',
    ]);
    for (const part of splitText('降噪耳机适合每天长时间通勤的上班族使用，音质也非常不错，'.repeat(4), 20)) {
      expect(part).not.toMatch(/^[，。]/);
    }
  });

  test('never cuts a link, an address or emphasis', () => {
    const link = '[the product page of this lamp](https://shop.example/lamps/42?from=chat)';
    const text = `Have a look at ${link} and at https://shop.example/very/long/path/to/a/thing or **really bold words here**.`;
    const parts = splitText(text, 80);
    expect(parts.some((part) => part.includes(link))).toBe(true);
    expect(parts.some((part) => part.includes('https://shop.example/very/long/path/to/a/thing'))).toBe(true);
    expect(parts.some((part) => part.includes('**really bold words here**'))).toBe(true);
  });

  test('closes and reopens a code block that is longer than a part', () => {
    const lines = Array.from({ length: 30 }, (_, index) => `  row ${index}`);
    const parts = splitText(`\`\`\`txt\n${lines.join('\n')}\n\`\`\``, 100);
    expect(parts.length).toBeGreaterThan(2);
    for (const part of parts) {
      expect(part.startsWith('```txt\n')).toBe(true);
      expect(part.endsWith('\n```')).toBe(true);
      expect(part.length).toBeLessThanOrEqual(100);
    }
    const inside = parts.flatMap((part) => part.split('\n').slice(1, -1));
    expect(inside).toEqual(lines);
  });

  test('keeps the indentation of a list that is cut between items', () => {
    const text = `- first item of the list\n  - a nested item that is long\n  - another nested item here`;
    expect(splitText(text, 60)).toEqual([
      '- first item of the list\n  - a nested item that is long',
      '  - another nested item here',
    ]);
  });

  const piece = fc.oneof(
    fc.constantFrom(
      'lamp ',
      'Is it? ',
      'Yes. ',
      '\n',
      '\n\n',
      ' ',
      '价格',
      '很好。',
      '，',
      '适合送礼',
      '😀',
      '👩‍👩‍👧‍👦',
      '🇨🇳',
      '👍🏽',
      'é',
      'ñ',
    ),
    fc.constantFrom('[a b](https://x.example/y) ', 'https://x.example/a_b?c=1 ', '**bold** ', '`code x` '),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  );
  const anyText = fc.array(piece, { maxLength: 120 }).map((parts) => parts.join(''));

  test('every part is within the limit, and together they say the same', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 64, max: 400 }), (text, maxLength) => {
        fc.pre(!text.includes('```'));
        const parts = splitText(text, maxLength);
        for (const part of parts) {
          expect(part.length).toBeLessThanOrEqual(maxLength);
          expect(part.trim()).not.toBe('');
        }
        expect(dense(parts.join(' '))).toBe(dense(text));
      }),
      { numRuns: 300 },
    );
  });

  test('no character is ever cut, emoji and combining marks included', () => {
    const signs = fc.array(fc.constantFrom('😀', '👩‍👩‍👧‍👦', '🇨🇳', '👍🏽', 'é', 'ñ', '好', 'a', ' ', '1️⃣'), {
      minLength: 100,
      maxLength: 300,
    });
    fc.assert(
      fc.property(signs, fc.integer({ min: 32, max: 120 }), (list, maxLength) => {
        const text = list.join('');
        const parts = splitText(text, maxLength);
        const expected = inGraphemes(text).filter((sign) => sign.trim() !== '');
        expect(parts.flatMap(inGraphemes).filter((sign) => sign.trim() !== '')).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });

  test('a code block of any length stays code', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z0-9 ]{0,60}$/), { maxLength: 60 }), (lines) => {
        const text = `Before.\n\n\`\`\`js\n${lines.join('\n')}\n\`\`\`\n\nAfter.`;
        for (const part of splitText(text, 90)) {
          expect(part.length).toBeLessThanOrEqual(90);
          expect((part.match(/```/g) ?? []).length % 2).toBe(0);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('a hostile text costs no more than its length: no pattern goes back over it', () => {
    const started = performance.now();
    for (const sign of ['[', '`', '*', '(', 'a', '。', '_', '~~', 'http://', '[]('])
      splitText(sign.repeat(20_000), 4_000);
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});
