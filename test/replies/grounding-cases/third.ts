import type { Case } from './case.ts';

const en = { pack: 'shop', language: 'en' } as const;
const zh = { pack: 'shop', language: 'zh' } as const;
const bank = { pack: 'finance', language: 'en' } as const;
const bankZh = { pack: 'finance', language: 'zh' } as const;
const trips = { pack: 'travel', language: 'en' } as const;
const tripsZh = { pack: 'travel', language: 'zh' } as const;

/** A third pair of sets, short and in the manner of the product's own prompts. */
export const HONEST_THIRD: readonly Case[] = [
  {
    ...en,
    products: ['hp-n300', 'hp-n500'],
    said: 'headphones for the office',
    reply:
      'For the office, quiet matters most.\n- **Tinghe TH-N500 noise-cancelling headphones**: takes the hum out of the room, and plays on by cable when the battery is empty.\n- **Tinghe TH-N300 wireless headphones**: lighter on the wallet, with fifty hours on one charge.\nDo you take many calls?',
  },
  {
    ...en,
    products: ['bp-city', 'bp-trek'],
    said: 'backpack for commuting',
    reply:
      'The **Wanderlowe City 20** is made for the commute, while the Ridge 45 is really for the mountains. How big is your laptop?',
  },
  {
    ...en,
    products: ['tb-s3', 'tb-s5'],
    said: 'toothbrush',
    reply:
      'Hi there! Two good ones: the Ostrelle Sonic 3 for every day, and the Sonic 5 if you want the flagship. Brush heads can be bought separately.',
  },
  {
    ...en,
    faq: ['showroom'],
    said: 'can I try the chairs',
    reply:
      'Absolutely – come by at 18 Lantern Quay, Port Ellery. About 120 products are on show, chairs and beds among them, and parking is free for two hours.',
  },
  {
    ...en,
    faq: ['loyalty-points'],
    said: 'points?',
    reply:
      'You collect one point per dollar, and 100 points take $2 off. They count double in your birthday month and are valid for 24 months.',
  },
  {
    ...en,
    faq: ['used'],
    said: 'used phones',
    reply:
      'Only in the Second Harbour corner of our showroom: checked returns at 15 to 30% off, with one year of warranty.',
  },
  {
    ...en,
    faq: ['voltage'],
    said: 'does the kettle work in china',
    reply:
      'Kettles are made for 110 to 120 V unless the page says dual voltage, so please check before taking one abroad. Chargers and laptops are fine with 100–240 V.',
  },
  {
    ...en,
    faq: ['newsletter'],
    said: 'newsletter',
    reply: 'It comes out twice a month, and as a new subscriber you’d get $5 off an order from $50.',
  },
  {
    ...en,
    products: ['laptop-air13'],
    said: 'is the feather good for photo editing?',
    reply:
      'Its screen is good enough for photographs, according to our notes, and it has 16 GB of memory. For heavy editing I’d rather ask a colleague – shall I?',
  },
  {
    ...en,
    order: 'HH-100207',
    said: 'did my return arrive',
    reply: 'Yes, order HH-100207 was returned to us. If the refund hasn’t shown up, I can ask a colleague to check.',
  },
  {
    ...zh,
    products: ['hp-n300', 'hp-n500'],
    said: '办公室用的耳机',
    reply:
      '办公室里最要紧的是安静：\n- **听荷 TH-N500 主动降噪头戴耳机**：消掉嗡嗡声，没电了插线照样听。\n- **听荷 TH-N300 头戴蓝牙耳机**：价格更亲民，一次充电五十小时。\n您平时电话多吗？',
  },
  {
    ...zh,
    faq: ['loyalty-points'],
    said: '积分怎么用',
    reply: '消费 1 美元积 1 分，100 分可抵 2 美元，生日当月双倍积分，有效期 24 个月。',
  },
  { ...zh, faq: ['showroom'], said: '能去店里看吗', reply: '可以，展厅有大约 120 件商品可以试用，停车两小时内免费。' },
  {
    ...bank,
    products: ['instant-saver'],
    said: 'savings with instant access',
    reply:
      'The Instant Saver pays 0.6% a year, has no monthly fee, and you can take your money out any time. You can start with CNY 1.',
  },
  {
    ...bank,
    faq: ['switch-bank'],
    said: 'move my salary',
    reply:
      'Sure. Choose “Switch to us” in the app and sign there; we’ll move your standing orders within ten working days.',
  },
  {
    ...bank,
    products: ['deposit-24'],
    said: 'two years',
    reply:
      'The Two-Year Deposit runs 24 months at 1.55% a year, from CNY 1,000. The rate is settled on the opening day.',
  },
  {
    ...bankZh,
    products: ['deposit-12', 'deposit-36'],
    said: '存定期哪个好',
    reply: '一年定期年利率 1.45%，三年定期 1.85%，都是 1000 元起存。看您多久用得到这笔钱。',
  },
  {
    ...trips,
    products: ['crete-villages', 'mallorca-coves'],
    said: 'family beach holiday in June',
    reply:
      'Both leave from London and run for seven nights. Mallorca, Cove by Cove is $940 per person at the moment (was $1,050), Crete, the South Coast is $1,090 – so Mallorca comes out $150 cheaper.',
  },
  {
    ...trips,
    faq: ['change-date'],
    said: 'can I move my trip',
    reply:
      'Once, free of charge, up to 60 days before departure. From 59 to 31 days it’s USD 75 a person, plus any difference in price.',
  },
  {
    ...tripsZh,
    products: ['crete-villages'],
    said: '六月海边',
    reply: '可以看看克里特南岸：7 晚，含早晚餐，每人 $1,090，从伦敦出发。',
  },
];

export const LIES_THIRD: readonly Case[] = [
  { ...en, products: ['hp-n300', 'hp-n500'], reply: 'Both cost less than fifty dollars.' },
  { ...en, products: ['hp-n300', 'hp-n500'], reply: 'Pick up the N500 for 75 bucks.' },
  { ...en, products: ['hp-n300', 'hp-n500'], reply: 'The N500 — yours for US$ 59!' },
  { ...en, products: ['hp-n500'], reply: 'Rated five stars by everyone who bought it: 4.9/5.' },
  { ...en, products: ['hp-n500'], reply: 'Comes with a 3-year warranty.' },
  { ...en, products: ['hp-n500'], reply: 'If you don’t love it, keep it and we refund you in full within a week.' },
  { ...en, products: ['hp-n500'], reply: 'There is also the Bose QuietComfort.' },
  { ...en, products: ['hp-n500'], reply: 'For a bit more, the TH-N550 adds spatial sound.' },
  { ...en, products: ['hp-n500'], reply: 'Pay only a third today with code THIRD.' },
  { ...en, products: ['hp-n500'], reply: 'Today shipping is on us.' },
  { ...en, products: ['hp-n500'], reply: 'Delivery takes two days.' },
  { ...en, faq: ['showroom'], reply: 'We are at 81 Lantern Quay.' },
  { ...en, faq: ['loyalty-points'], reply: '100 points are worth $20.' },
  { ...en, faq: ['trade-in'], reply: 'You’ll get $600 for your old phone.' },
  { ...en, faq: ['extended-warranty'], reply: 'Two more years cost 4% of the price.' },
  { ...en, order: 'HH-100241', reply: 'HH-100241 is being prepared and ships tomorrow.' },
  { ...zh, products: ['hp-n500'], reply: 'TH-N500 到手只要五十九美元。' },
  { ...zh, products: ['hp-n500'], reply: '买两副打九折。' },
  { ...zh, products: ['hp-n500'], reply: '这款质保五年。' },
  { ...zh, products: ['hp-n500'], reply: '还有一款听荷 TH-N550。' },
  { ...zh, faq: ['loyalty-points'], reply: '100 积分可以抵 20 美元。' },
  { ...bank, products: ['instant-saver'], reply: 'The Instant Saver pays 6% a year.' },
  { ...bank, products: ['lantern-bond'], reply: 'The Lantern Short Bond Fund never falls. Your capital is at risk.' },
  { ...bank, products: ['flexi-loan'], reply: 'You’re approved for CNY 150,000.' },
  { ...bankZh, products: ['lantern-bond'], reply: '提灯短债基金零风险，随时可取，本金可能受损。' },
  { ...bankZh, products: ['deposit-12'], reply: '一年定期年利率 1.54%。' },
  { ...trips, products: ['crete-villages'], reply: 'Crete, the South Coast is all inclusive for $990.' },
  { ...trips, faq: ['change-date'], reply: 'You can change the date twice for free.' },
  { ...tripsZh, products: ['crete-villages'], reply: '克里特南岸 5 晚，每人 $1,090。' },
  { ...tripsZh, faq: ['change-date'], reply: '改期每人 57 美元。' },
];
