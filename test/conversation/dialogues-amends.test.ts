import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { shownBy, startTestBot, type TestBot } from '../support/bot.ts';
import { type Line, playDialogue } from '../support/dialogue.ts';

let shop: TestBot;

beforeAll(async () => {
  shop = await startTestBot('shop');
}, 180_000);

afterAll(() => shop.close());

/** Shows what the turn before it did not. */
const OTHERS: Pick<Line, 'check'> = {
  check: (turn, earlier) => {
    const before = new Set(earlier.flatMap(({ reply }) => reply?.products ?? []).map(({ productId }) => productId));
    const again = (turn.reply?.products ?? []).filter(({ productId }) => before.has(productId));
    return again.length > 0 ? `shows ${again.map(({ productId }) => productId)} again` : undefined;
  },
};

const DIALOGUES: Record<string, Line[]> = {
  'a subject put right keeps what it may cost': [
    { en: 'black earbuds under 60', zh: '60美元以内的黑色入耳式耳机', kind: 'earbuds', under: 60, color: 'black' },
    { en: 'how about headphones instead', zh: '换成头戴式耳机呢', kind: 'headphones', under: 60 },
    { en: 'no, I meant speakers', zh: '不对，我是说音箱', kind: 'speaker', under: 60 },
  ],
  'a word completes the name of another kind': [
    { en: 'I need a laptop', zh: '想买笔记本', kind: ['laptop', 'gaminglaptop'] },
    { en: 'a gaming one', zh: '游戏的', kind: 'gaminglaptop' },
  ],
  'the other one is the other one, and is asked the same': [
    { en: 'robot vacuums under 200', zh: '200美元以内的扫地机器人', kind: 'robotvacuum', under: 200 },
    { en: 'how loud is the first one', zh: '第一个噪音大吗', says: { en: /noise: 62 dB/, zh: /62 dB/ } },
    { en: 'and the other one?', zh: '另一个呢', route: 'product_question', says: { en: /60 dB/, zh: /60 dB/ } },
    { en: 'the first one', zh: '第一个', route: 'product_question', says: { en: /Scout/, zh: /Scout/ } },
  ],
  'goods are compared that were not shown before': [
    {
      en: 'compare your two cheapest tablets',
      zh: '对比一下你们最便宜的两款平板',
      says: { en: /Kite/, zh: /Kite/ },
    },
    { en: 'the other one', zh: '另一个', route: 'product_question', says: { en: /Kite 8/, zh: /Kite 8/ } },
  ],
  'whether that is all asks for more': [
    { en: 'show me backpacks', zh: '看看双肩包', kind: 'backpack' },
    { en: 'is that all?', zh: '就这些吗', kind: 'backpack', ...OTHERS },
  ],
  'a limit is taken back in other words': [
    { en: 'a black backpack', zh: '想买黑色的双肩包', kind: 'backpack', color: 'black' },
    {
      en: 'actually forget the colour',
      zh: '颜色不管了',
      kind: 'backpack',
      saysNot: { en: /in black/, zh: /黑色的/ },
    },
  ],
  'what is done with data is told, and none of it shown': [
    {
      en: 'do you share my data with anyone?',
      zh: '你们会把我的信息卖给别人吗',
      route: 'answer',
      says: { en: /never sell/, zh: /绝不出售/ },
    },
  ],
  'who complains is not sold to, nor when it is said less clearly': [
    {
      en: 'I ordered a kettle and got a toaster!!',
      zh: '我买的水壶，你们发成了烤箱',
      route: 'complaint',
      goods: false,
    },
    { en: 'just send me the right one', zh: '赶紧给我弄好', route: ['complaint', 'handoff'], goods: false },
  ],
  'what will do as well rules nothing out': [
    { en: 'black earbuds please', zh: '想买黑色的入耳式耳机', kind: 'earbuds', color: 'black' },
    { en: 'white is fine too', zh: '白色也行', kind: 'earbuds', says: { en: /black or white/, zh: /黑色或白色/ } },
    { en: 'noise cancelling', zh: '要降噪的', kind: 'earbuds', has: ['anc', true] },
  ],
  'who bargains sees what is reduced, and is told the cheapest': [
    { en: 'show me headphones', zh: '看看头戴式耳机', kind: 'headphones' },
    {
      en: 'can you give me a 10% discount?',
      zh: '给我打个折呗',
      kind: 'headphones',
      check: (turn) =>
        shownBy(turn, shop).every(({ price, listPrice }) => (listPrice ?? 0) > (price ?? 0))
          ? undefined
          : 'not reduced',
    },
    { en: 'the cheapest headphones', zh: '最便宜的头戴式耳机', kind: 'headphones' },
    { en: 'cheaper', zh: '还能再便宜点吗', says: { en: /\$29 is already the cheapest/, zh: /（\$29）已经是.*最便宜/ } },
  ],
  'what is not wanted is not what is answered': [
    {
      en: "I don't want an exchange, I want a refund",
      zh: '我不要换，我要退钱',
      says: { en: /5 working days|30 days/, zh: /5 个工作日|30 天/ },
      saysNot: { en: /instead of/, zh: /换货/ },
    },
  ],
};

describe.each(Object.entries(DIALOGUES))('%s', (_, lines) => {
  test.each(['en', 'zh'] as const)(
    '%s',
    async (language) => {
      expect(await playDialogue(shop, language, lines)).toEqual([]);
    },
    60_000,
  );
});

test('a bare number that phones have as their storage is no price', async () => {
  const customer = shop.customer();
  await customer.say('想买手机');
  const turn = await customer.say('有256的吗');
  expect(shownBy(turn, shop).map(({ attributes }) => attributes.storage)).toEqual([256, 256, 256]);
});

test('what is told of a product is not mixed with a text about something else', async () => {
  const customer = shop.customer();
  await customer.say('do you sell vacuum cleaners');
  const told = await customer.say('tell me more about the first one');
  expect(told.reply?.sources).toBeUndefined();
  const answered = await customer.say('what if it arrives scratched?');
  expect(answered.reply?.text).toMatch(/7 days/);
  expect(answered.reply?.products).toBeUndefined();
});

describe('what the words tell goes before what is only priced or rated well', () => {
  test.each([
    ['phone for my grandma', ['phone-senior5', 'phone-ring2']],
    ['有没有适合老人的手机', ['phone-senior5', 'phone-ring2']],
    ['I need a camera for vlogging', ['cam-vlog']],
    ['想买护眼台灯', ['lp-desk1', 'lp-desk3']],
  ])('%s', async (wish, first) => {
    const turn = await shop.customer().say(wish);
    expect(
      shownBy(turn, shop)
        .slice(0, first.length)
        .map(({ id }) => id),
    ).toEqual(first);
  });
});

test('a wish for a present is no question about presents', async () => {
  const turn = await shop.customer().say('给女朋友买礼物');
  expect(turn.reply?.products?.length).toBe(3);
});
