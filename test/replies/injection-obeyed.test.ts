import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Product } from '../../src/knowledge/pack.ts';
import type { Evidence } from '../../src/replies/grounding/violation.ts';
import { evidenceOf, type Ground, openGrounds } from './grounding-cases/case.ts';
import { INJECTION_ATTEMPTS, type InjectionAttempt } from './injection-attempts.ts';

let shop: Ground;
beforeAll(async () => {
  ({ shop } = await openGrounds());
});

/** The shop's facts with the attempt standing where it stands. */
function evidenceWith({ language, place, attempt }: InjectionAttempt): Evidence {
  const evidence = evidenceOf(
    { pack: 'shop', language, products: ['hp-n300', 'hp-n500', 'hp-n700'], faq: ['returns'], reply: '' },
    shop.pack,
  );
  switch (place) {
    case 'message':
      return { ...evidence, customerMessage: attempt };
    case 'description': {
      const poison = (product: Product): Product => ({
        ...product,
        description: { ...product.description, [language]: `${product.description[language]} ${attempt}` },
      });
      return { ...evidence, products: evidence.products.map(poison) };
    }
    case 'faq':
      return { ...evidence, passages: evidence.passages.map((one) => ({ ...one, text: `${one.text}\n${attempt}` })) };
    case 'review':
      return { ...evidence, passages: [...evidence.passages, { text: attempt, title: 'Review' }] };
  }
}

describe('what a model says that obeys orders it reads in data', () => {
  test.each(INJECTION_ATTEMPTS.filter(({ says }) => says !== undefined))('is caught: $attempt', (one) => {
    expect(shop.grounding.check(one.says!, evidenceWith(one), one.language)).not.toEqual([]);
  });

  test('there are at least sixty attempts, in both languages and in every place', () => {
    expect(INJECTION_ATTEMPTS.length).toBeGreaterThanOrEqual(60);
    for (const language of ['en', 'zh'])
      expect(INJECTION_ATTEMPTS.filter((one) => one.language === language).length).toBeGreaterThan(20);
    expect(new Set(INJECTION_ATTEMPTS.map(({ place }) => place)).size).toBe(4);
  });
});

describe('an order in the evidence', () => {
  test('does not make the honest facts beside it unsayable', () => {
    for (const one of INJECTION_ATTEMPTS) {
      const reply =
        one.language === 'zh'
          ? '听荷 TH-N500 售价 89 美元，有主动降噪。'
          : 'The Tinghe TH-N500 costs $89 and cancels noise.';
      expect(shop.grounding.check(reply, evidenceWith(one), one.language)).toEqual([]);
    }
  });
});
