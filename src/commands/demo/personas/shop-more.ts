import type { Persona } from './persona.ts';

/** Shop customers whom their manner tells apart more than what they buy. */
export const MORE: readonly Persona[] = [
  {
    id: 'commuter',
    weight: 1.2,
    patience: 5,
    buys: 0.55,
    consent: 0.8,
    letDown: 0.12,
    visits: [1, 5],
    scenes: { service: 0.3, order: 0.3 },
    wishes: [
      {
        category: 'earbuds',
        budget: [30, 160],
        open: {
          en: [
            'earbuds for the train, good noise cancelling',
            'earbuds for running that stay in',
            'lost my earbuds again, something around {max}',
          ],
          zh: ['地铁上用的降噪耳机，入耳的', '跑步戴不掉的耳机', '耳机又丢了一只，{max}左右的推荐个'],
        },
        refine: { en: ['black please', 'must be sweatproof'], zh: ['要黑色', '要防汗的'] },
        ask: {
          en: ['how long does the {nth} play on one charge?', 'does the {nth} one have noise cancelling'],
          zh: ['{nth}能听多久', '{nth}有降噪吗'],
        },
      },
      {
        category: 'powerbank',
        budget: [20, 90],
        open: {
          en: ['a power bank that I can take on a plane', 'small power bank for my phone'],
          zh: ['能带上飞机的充电宝', '小巧一点的充电宝'],
        },
        refine: { en: ['20000 mah'], zh: ['2万毫安的'] },
      },
      {
        category: 'smartwatch',
        budget: [40, 260],
        open: {
          en: ['a watch for running with gps', 'fitness band, cheap, for steps and sleep'],
          zh: ['跑步手表，带GPS', '手环推荐，看睡眠的'],
        },
        ask: { en: ['can I swim with the {nth} one?'], zh: ['{nth}能戴着游泳吗', '{nth}续航几天'] },
      },
    ],
  },
  {
    id: 'gift-giver',
    weight: 1.2,
    patience: 5,
    buys: 0.6,
    consent: 0.65,
    letDown: 0.12,
    visits: [1, 3],
    scenes: { service: 0.6, order: 0.5 },
    wishes: [
      {
        category: 'gift',
        budget: [20, 90],
        open: {
          en: [
            'I need a present for my girlfriend, around {max}',
            'birthday gift for a colleague, nothing too personal',
            'something nice for my mum, she likes tea',
          ],
          zh: ['送女朋友的礼物，{max}左右', '同事生日送什么好', '想给妈妈挑个礼物，她爱喝茶'],
        },
        refine: {
          en: ['no candles, she hates them', 'something she can use every day'],
          zh: ['不要香薰', '实用一点的'],
        },
        ask: { en: ['can you wrap the {nth} one as a gift?'], zh: ['{nth}能包装成礼物吗'] },
      },
      {
        category: 'toy',
        budget: [20, 100],
        open: {
          en: ['present for a 9 year old who likes science', 'what do 7 year old girls like?'],
          zh: ['9岁男孩喜欢科学，送什么', '送7岁小朋友的礼物'],
        },
      },
      {
        category: 'ereader',
        budget: [70, 240],
        open: {
          en: ['e-reader as a gift for my wife', 'something for someone who reads a lot'],
          zh: ['送老婆电子书阅读器', '爱看书的人送什么'],
        },
        ask: { en: ['is the {nth} one waterproof? she reads in the bath'], zh: ['{nth}防水吗，她泡澡时看书'] },
      },
      {
        category: 'hairdryer',
        budget: [40, 240],
        open: { en: ['hair dryer for my sister, a good one'], zh: ['高速吹风机送姐姐', '吹风机推荐，送人的'] },
      },
    ],
  },
  {
    id: 'bargain-hunter',
    weight: 1.3,
    patience: 8,
    buys: 0.35,
    consent: 0.75,
    letDown: 0.1,
    visits: [3, 8],
    scenes: { deals: 2, service: 0.3, unmet: 0.2 },
    wishes: [
      {
        category: 'speaker',
        budget: [20, 70],
        open: {
          en: ['cheapest bluetooth speaker?', 'speaker, on sale if possible'],
          zh: ['最便宜的蓝牙音箱', '音箱有打折的吗'],
        },
      },
      {
        category: 'tv',
        budget: [140, 450],
        open: {
          en: ['55 inch tv under {max}', 'any tv reduced at the moment?'],
          zh: ['电视有优惠吗，55寸的', '{max}以内的电视'],
        },
        refine: { en: ['55 inch', '4k'], zh: ['55寸的', '4K的'] },
      },
      {
        category: 'toothbrush',
        budget: [15, 60],
        open: { en: ['electric toothbrush, cheap but ok'], zh: ['电动牙刷性价比高的'] },
      },
      {
        category: 'phone',
        budget: [100, 300],
        open: {
          en: ['best phone for under {max}', 'phone with good value for money'],
          zh: ['{max}以内性价比最高的手机', '百元机有吗'],
        },
        ask: { en: ['how much storage has the {nth} one'], zh: ['{nth}内存多大'] },
      },
    ],
  },
  {
    id: 'let-down',
    weight: 0.9,
    patience: 3,
    buys: 0.7,
    consent: 0.7,
    letDown: 0.95,
    visits: [2, 4],
    scenes: { complaint: 2, order: 1 },
    wishes: [
      {
        category: 'kettle',
        budget: [20, 80],
        open: { en: ['need a kettle'], zh: ['买个烧水壶'] },
      },
      {
        category: 'earbuds',
        budget: [20, 100],
        open: { en: ['wireless earbuds', 'earbuds please, in black'], zh: ['无线耳机', '蓝牙耳机，黑色的'] },
      },
      {
        category: 'vacuum',
        budget: [60, 250],
        open: { en: ['vacuum cleaner without bag'], zh: ['吸尘器'] },
      },
      {
        category: 'phone',
        budget: [150, 500],
        open: { en: ['new phone, mine fell in the toilet'], zh: ['手机掉水里了，买个新的'] },
      },
    ],
  },
  {
    id: 'guarded',
    weight: 0.7,
    patience: 4,
    buys: 0.4,
    consent: 0.1,
    letDown: 0.15,
    visits: [1, 3],
    scenes: { privacy: 2, service: 0.3 },
    wishes: [
      {
        category: 'screenprotector',
        budget: [10, 20],
        open: {
          en: ['privacy screen protector', 'screen protector so nobody can read along'],
          zh: ['防窥膜有吗', '手机膜，防偷看的'],
        },
      },
      {
        category: 'router',
        budget: [40, 200],
        open: { en: ['a router, not one that spies on me'], zh: ['路由器推荐'] },
      },
      {
        category: 'phone',
        budget: [60, 250],
        open: { en: ['a phone without all the smart stuff'], zh: ['只能打电话的手机有吗'] },
      },
    ],
  },
  {
    id: 'traveller',
    weight: 0.8,
    patience: 5,
    buys: 0.55,
    consent: 0.8,
    letDown: 0.1,
    visits: [1, 4],
    scenes: { service: 0.6, order: 0.4, unmet: 0.2 },
    wishes: [
      {
        category: 'suitcase',
        budget: [70, 260],
        open: {
          en: ['cabin suitcase for a weekend trip', 'big suitcase, light, four wheels'],
          zh: ['登机箱推荐', '28寸行李箱，轻一点的'],
        },
        ask: {
          en: ['how heavy is the {nth} one', 'what colours are there for the {nth}'],
          zh: ['{nth}多重', '{nth}有什么颜色'],
        },
      },
      {
        category: 'charger',
        budget: [15, 60],
        open: {
          en: ['travel adapter for asia', 'small charger for laptop and phone'],
          zh: ['出国用的转换插头', '能充电脑的充电头'],
        },
        refine: { en: ['at least 65 watts'], zh: ['65W以上'] },
      },
      {
        category: 'headphones',
        budget: [80, 320],
        open: { en: ['headphones for long flights'], zh: ['长途飞机上戴的降噪耳机'] },
        refine: { en: ['black', 'long battery please'], zh: ['黑色的', '续航长的'] },
      },
      {
        category: 'camera',
        budget: [200, 500],
        open: { en: ['action camera for snorkelling'], zh: ['潜水拍视频用的运动相机'] },
      },
    ],
  },
];
