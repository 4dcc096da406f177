import { describe, expect, test } from '@jest/globals';
import { ROUTES } from '../../src/conversation/turn-record.ts';
import { VISIT_FLAGS } from '../../src/conversation/visits/visit.ts';
import { csvRow } from '../../src/dashboard/csv.ts';
import { plainText } from '../../src/dashboard/plain-text.ts';
import { ownPath, withQuery } from '../../src/dashboard/url.ts';
import { terms } from '../../src/dashboard/words/terms.ts';
import { ASPECTS, BASE_INTENTS } from '../../src/understanding/understanding.ts';

describe('the words of the dashboard', () => {
  test.each(['en', 'zh'] as const)('name every intent, route, aspect and flag, %s', (language) => {
    const { intents, routes, aspects, flags } = terms[language];
    for (const [ids, names] of [
      [BASE_INTENTS, intents],
      [ROUTES, routes],
      [ASPECTS, aspects],
      [VISIT_FLAGS, flags],
    ] as [readonly string[], Record<string, string>][]) {
      expect(ids.filter((id) => !names[id])).toEqual([]);
      expect(new Set(Object.values(names)).size).toBe(Object.values(names).length);
    }
  });

  test('the same things have a name in both languages', () => {
    for (const kind of ['intents', 'moods', 'routes', 'aspects', 'flags', 'channels'] as const) {
      expect(Object.keys(terms.zh[kind])).toEqual(Object.keys(terms.en[kind]));
    }
  });
});

describe('cells of CSV', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('%j is no formula', (text) => {
    expect(csvRow([text])).toBe(`"'${text}"\r\n`);
  });

  test('numbers stay numbers, quotes are doubled, nothing is empty', () => {
    expect(csvRow([-0.5, 'say "hi", 你好', undefined])).toBe('-0.5,"say ""hi"", 你好",""\r\n');
  });
});

test('addresses keep what is not changed, and repeat lists', () => {
  expect(withQuery('/a?x=1&y=2', { y: undefined, z: ['1', '2'] })).toBe('/a?x=1&z=1&z=2');
  expect(withQuery('/a?x=1', { x: '' })).toBe('/a');
});

test.each(['https://evil.example', '//evil.example', '/dashboard.evil', '/dashboard/\\x', '/other', undefined])(
  '%s is no path of ours',
  (path) => {
    expect(ownPath(path, '/dashboard/')).toBe('/dashboard/');
  },
);

test('a reply is read without its marks', () => {
  expect(plainText('**Price:** 39 [more](https://a.example)')).toBe('Price: 39 more (https://a.example)');
});
