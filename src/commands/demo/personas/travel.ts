import type { Persona } from './persona.ts';

/** Customers of a travel agency. */
export const TRAVEL: readonly Persona[] = [
  {
    id: 'family',
    weight: 1.2,
    patience: 6,
    buys: 0.4,
    consent: 0.85,
    letDown: 0.12,
    visits: [1, 4],
    scenes: { service: 0.7, order: 0.3 },
    wishes: [
      {
        category: 'family-trip',
        budget: [600, 2200],
        open: {
          en: [
            'holiday with two kids, 6 and 9, any ideas?',
            'family trip in August under {max} per person',
            'somewhere with animals, the kids love animals',
          ],
          zh: ['暑假想带两个孩子出去玩', '亲子游推荐，{max}以内', '带娃看动物的线路有吗'],
        },
        refine: { en: ['not too far', 'easy pace please'], zh: ['别太远', '不要太累的'] },
        ask: { en: ['how many days is the {nth} one?'], zh: ['{nth}几天的'] },
      },
      {
        category: 'beach-holiday',
        budget: [600, 1500],
        open: {
          en: ['beach with shallow water for children', 'all inclusive beach holiday'],
          zh: ['适合带孩子的海边', '一价全包的海岛游'],
        },
      },
    ],
  },
  {
    id: 'walker',
    weight: 1,
    patience: 6,
    buys: 0.45,
    consent: 0.85,
    letDown: 0.1,
    visits: [1, 4],
    scenes: { service: 0.5, praise: 0.3 },
    wishes: [
      {
        category: 'hike',
        budget: [400, 1600],
        open: {
          en: ['hiking trip in the alps, hut to hut', 'a walking holiday, not too hard', 'looking for a trek in May'],
          zh: ['想去徒步，强度适中', '五月有什么徒步线路', '第一次徒步，轻松一点的'],
        },
        refine: { en: ['with breakfast', 'small group'], zh: ['含早餐的', '人少一点的团'] },
        ask: { en: ['how hard is the {nth} one?'], zh: ['{nth}难不难'] },
      },
    ],
  },
  {
    id: 'couple',
    weight: 1.2,
    patience: 6,
    buys: 0.45,
    consent: 0.8,
    letDown: 0.12,
    visits: [1, 3],
    scenes: { service: 0.6, order: 0.4 },
    wishes: [
      {
        category: 'beach-holiday',
        budget: [900, 3000],
        open: {
          en: ['honeymoon on an island, {max} each', 'quiet beach, no party place', 'where is it warm in January?'],
          zh: ['蜜月想去海岛', '安静一点的海边，{max}左右', '过年去哪儿暖和'],
        },
        refine: { en: ['not the Maldives', 'with snorkelling'], zh: ['不去马尔代夫', '能浮潜的'] },
      },
      {
        category: 'city-trip',
        budget: [500, 1300],
        open: {
          en: ['a weekend in a city with good food', 'city break in October, under {max}'],
          zh: ['吃货去哪个城市', '十月城市游，{max}以内'],
        },
      },
      {
        category: 'hotel',
        open: {
          en: ['nice small hotel in Lisbon', 'hotel in Kyoto with breakfast'],
          zh: ['京都的民宿', '里斯本酒店推荐'],
        },
      },
    ],
  },
  {
    id: 'retired',
    weight: 0.8,
    patience: 5,
    buys: 0.5,
    consent: 0.7,
    letDown: 0.15,
    visits: [1, 3],
    scenes: { service: 0.8, order: 0.3, complaint: 0.3 },
    wishes: [
      {
        category: 'cruise',
        budget: [700, 2500],
        open: {
          en: ['a river cruise for two retired people', 'cruise that is not crowded'],
          zh: ['爸妈退休了，想坐游船', '人少的邮轮'],
        },
        ask: { en: ['which meals are included in the {nth} one?'], zh: ['{nth}包三餐吗'] },
      },
    ],
  },
  {
    id: 'guarded',
    weight: 0.5,
    patience: 4,
    buys: 0.3,
    consent: 0.1,
    letDown: 0.3,
    visits: [1, 3],
    scenes: { privacy: 2, complaint: 1 },
    wishes: [{ category: 'city-trip', open: { en: ['just looking at city trips'], zh: ['随便看看城市游'] } }],
  },
];
