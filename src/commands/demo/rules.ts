import type { Pack } from '../../knowledge/pack.ts';

/** Rule segments as a marketing team would make them, so that there is something to change. */
export function demoSegments({ domain, categories, products }: Pack) {
  const count = (category: string) => products.filter((product) => product.category === category).length;
  const [most] = categories.toSorted((a, b) => count(b.id) - count(a.id));
  return [
    {
      name: { en: 'Unhappy lately', zh: '近期不满意' },
      description: {
        en: 'Two or more unhappy messages in the last 30 days.',
        zh: '近 30 天有两条以上不满的消息。',
      },
      rule: { kind: 'sentiment', label: 'negative', atLeast: 2, days: 30 },
    },
    {
      name: { en: 'Left something in the cart', zh: '加购未买' },
      description: {
        en: 'Put something into the cart in the last 60 days and did not buy it.',
        zh: '近 60 天加入购物车却没有购买。',
      },
      rule: { kind: 'did_not', did: 'cart', butNot: 'purchase', days: 60, sameProduct: true },
    },
    {
      name: { en: 'Looking for a bargain', zh: '爱找优惠' },
      description: { en: 'Asked about offers.', zh: '问过优惠活动。' },
      rule: { kind: 'intent', intent: 'ask_promotion', atLeast: 1 },
      strategy: { tone: 'plain', offers: 'reduced_first', categories: [] },
    },
    ...(domain === 'shop' && most
      ? [
          {
            name: {
              en: `Looked for ${most.name.en ?? most.id}, did not buy`,
              zh: `看过${most.name.zh ?? most.id}，没有买`,
            },
            rule: {
              kind: 'and',
              rules: [
                { kind: 'property', property: 'interest', of: most.id, is: 'gt', value: 0.5 },
                { kind: 'not', rule: { kind: 'performed', event: 'purchase' } },
              ],
            },
          },
        ]
      : []),
  ];
}
