import type { Pack } from '../../knowledge/pack.ts';

/** Products a rule may name. */
const MOST_IDS = 200;

/** Rule segments as a marketing team would make them, so that there is something to change. */
export function demoSegments({ domain, categories, products }: Pack) {
  const idsOf = (category: string) =>
    products.flatMap((product) => (product.category === category ? [product.id] : [])).slice(0, MOST_IDS);
  const [most] = categories.toSorted((a, b) => idsOf(b.id).length - idsOf(a.id).length);
  return [
    {
      name: { en: 'Unhappy lately', zh: '近期不满意' },
      description: {
        en: 'An unhappy message in the last 45 days.',
        zh: '近 45 天有不满的消息。',
      },
      rule: { kind: 'sentiment', label: 'negative', atLeast: 1, days: 45 },
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
                { kind: 'performed', event: 'view', productIds: idsOf(most.id) },
                { kind: 'not', rule: { kind: 'performed', event: 'purchase', productIds: idsOf(most.id) } },
              ],
            },
          },
        ]
      : []),
  ];
}
