import { expect, test } from '@jest/globals';
import { conditionsOf, productsIn, ruleOf } from '../../src/dashboard/pages/segments/conditions.ts';
import { readForm } from '../../src/dashboard/pages/segments/form-data.ts';
import type { Pack } from '../../src/knowledge/pack.ts';

const pack = {
  categories: [
    { id: 'electronics', name: {}, synonyms: [] },
    { id: 'phone', name: {}, parent: 'electronics', synonyms: [] },
  ],
  products: [
    { id: 'p1', category: 'phone' },
    { id: 'tv1', category: 'electronics' },
  ],
  intents: [],
} as unknown as Pack;

test.each([
  ['interest', { category: 'phone' }],
  ['intent', { intent: 'compare', times: '2', days: '30' }],
  ['felt', { feeling: 'negative', times: '1' }],
  ['did', { event: 'purchase', category: 'phone', times: '1', days: '90' }],
  ['did', { event: 'view', times: '3' }],
  ['abandoned', { event: 'cart', other: 'purchase', same: 'yes', days: '7' }],
  ['figure', { figure: 'monetary', compare: 'gte', number: '99.5' }],
  ['language', { language: 'zh' }],
  ['channel', { channel: 'slack' }],
  ['consent', {}],
  ['segment', { segment: 's1' }],
  ['share', { percent: '10' }],
] as const)('a line about %s becomes a rule and reads back the same, also denied', (kind, fields) => {
  for (const not of [false, true]) {
    const conditions = [{ kind, not, fields }];
    expect(conditionsOf(ruleOf('all', conditions, productsIn(pack)), pack)).toEqual({ match: 'all', conditions });
  }
  const two = [
    { kind, not: false, fields },
    { kind: 'consent' as const, not: true, fields: {} },
  ];
  expect(conditionsOf(ruleOf('any', two, productsIn(pack)), pack)).toEqual({ match: 'any', conditions: two });
});

test('a category holds the products of those under it', () => {
  expect(productsIn(pack)('electronics')).toEqual(['p1', 'tv1']);
  expect(productsIn(pack)('phone')).toEqual(['p1']);
});

test('whatever a form sends, it is read', () => {
  for (const body of [
    undefined,
    null,
    'x',
    { lines: '99' },
    { lines: '2', '0-kind': '__proto__', '1-kind': ['felt'] },
    { do: 'remove-7' },
  ]) {
    expect(readForm(body).form.conditions).toEqual([]);
  }
});
