import { describe, expect, test } from '@jest/globals';
import { describe as describeSegment } from '../../src/segments/describe.ts';
import type { Trait } from '../../src/segments/segment.ts';
import { intentName } from '../../src/understanding/intent/intent-names.ts';

const trait = (feature: string, deviations: number, of?: string): Trait => ({
  feature,
  ...(of && { of }),
  mean: 0.4,
  overall: 0.1,
  deviations,
});
const categories: Record<string, { en: string; zh: string }> = {
  phone: { en: 'Phones', zh: '手机' },
  tv: { en: 'TVs', zh: '电视' },
};
const money = (amount: number) => ({ en: `$${amount}`, zh: `US$${amount}` });
const told = (...traits: Trait[]) =>
  describeSegment(
    traits,
    { label: (kind, id) => (kind === 'intent' ? intentName(id) : categories[id]!), money },
    new Set(),
  );

describe('the name of a segment reads naturally', () => {
  test('in English', () => {
    expect(told(trait('interest', 2, 'phone'), trait('intent', 1, 'compare')).name.en).toBe(
      'Keen on phones, often compare products',
    );
    expect(told(trait('interest', 2, 'tv')).name.en).toBe('Keen on TVs');
  });

  test('in Chinese, with no word of English', () => {
    const { name, description } = told(
      trait('interest', 2, 'phone'),
      trait('intent', 1, 'ask_promotion'),
      trait('mood', -1),
    );
    expect(name.zh).toBe('手机爱好者、常问优惠');
    expect(description.zh).toBe(
      '对手机的兴趣 40%（总体 10%）；问优惠的消息 40%（总体 10%）；情绪（-1 到 1） 0.4（总体 0.1）。',
    );
  });

  test('amounts are money, and nothing spent is no amount below nothing', () => {
    const spent = { feature: 'monetary', mean: -0.2, overall: 1240.4, deviations: -2 };
    expect(told(spent).description).toEqual({
      en: 'Typical spend $0 (all: $1240).',
      zh: '典型消费金额 US$0（总体 US$1240）。',
    });
  });

  test('who never bought is not said to have bought two years ago', () => {
    expect(told({ feature: 'recency', mean: 730, overall: 39, deviations: 3 }).description).toEqual({
      en: 'Mostly never bought.',
      zh: '大多从未购买。',
    });
  });

  test("a pack's own intent is told by its question", () => {
    const pack = {
      intents: [{ name: 'gift_wrapping', faq: 'wrapping' }],
      faq: [{ id: 'wrapping', question: { en: 'Do you wrap gifts?', zh: '可以包装礼品吗？' } }],
    };
    expect(intentName('gift_wrapping', pack)).toEqual({ en: 'ask “Do you wrap gifts?”', zh: '问“可以包装礼品吗？”' });
    expect(intentName('own_thing')).toEqual({ en: 'own thing', zh: 'own thing' });
  });
});
