import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { shownBy, startTestBot, type TestBot } from '../support/bot.ts';
import { type Line, playDialogue } from '../support/dialogue.ts';

let shop: TestBot;

beforeAll(async () => {
  shop = await startTestBot('shop');
}, 180_000);

afterAll(() => shop.close());

const DIALOGUES: Record<string, Line[]> = {
  'the cheapest is named with its price, and what there would be instead': [
    { en: 'headphones with noise cancelling', zh: '想买头戴式耳机，要降噪的', kind: 'headphones', has: ['anc', true] },
    { en: 'something cheaper', zh: '有更便宜的吗', kind: 'headphones', has: ['anc', true] },
    {
      en: 'even cheaper please',
      zh: '再便宜点',
      goods: false,
      says: {
        en: /at \$89 is already the cheapest.*If “with noise cancelling” can go.*Among our earbuds.*Shall I show you\?/s,
        zh: /（\$89）已经是.*最便宜.*如果不限“带主动降噪”.*入耳式耳机里有.*要看看吗/s,
      },
      button: 'widen:category:cheap:earbuds',
    },
    { en: 'yes', zh: '好', kind: 'headphones', under: 88 },
  ],
  'another kind by its button, the cheapest first': [
    { en: 'a gaming laptop', zh: '想买游戏本', kind: 'gaminglaptop' },
    { en: 'cheaper', zh: '有更便宜的吗', goods: false, button: 'offers' },
    {
      en: 'laptops',
      zh: '笔记本电脑',
      press: 'widen:category:cheap:laptop',
      kind: ['laptop', 'gaminglaptop'],
      check: ({ reply }) =>
        reply?.products?.[0].productId === 'laptop-cub14' ? undefined : 'is not the cheapest first',
    },
  ],
  'a no to what there would be instead ends it': [
    { en: 'a gaming laptop', zh: '想买游戏本', kind: 'gaminglaptop' },
    { en: 'cheaper', zh: '有更便宜的吗', goods: false },
    { en: 'no thanks', zh: '不用了', route: 'smalltalk', goods: false },
  ],
  'a wish that nothing meets is given up by a button, and what comes near has a cheapest': [
    { en: 'I want a red kettle', zh: '想买红色的电热水壶', kind: 'kettle', button: 'widen:color:any' },
    {
      en: 'something cheaper',
      zh: '有更便宜的吗',
      says: { en: /no kettles in red.*at \$19 is the cheapest/s, zh: /（\$19）最便宜/ },
    },
    { en: 'show me all', zh: '看看全部', press: 'widen:color:any', route: 'recommend' },
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

describe('what a text does not speak of', () => {
  test.each([
    ['do you ship to military bases', /nothing on “military bases” in particular.*28 countries/s],
    ['can I pay with seashells', /nothing on “seashells” in particular.*Visa/s],
    ['do you ship live animals', /nothing on “live animals”/],
    ['可以用贝壳付款吗', /关于“贝壳”.*没有专门的说明.*支付宝/s],
    ['能寄到军事基地吗', /关于“军事基地”.*没有专门的说明.*28 个国家/s],
    ['能寄到月球吗', /关于“月球”.*没有专门的说明.*28 个国家/s],
    ['鲜花可以退吗', /关于“鲜花”.*没有专门的说明.*30 天/s],
  ])('is said, with what is known: %s', async (question, said) => {
    const turn = await shop.customer().say(question);
    expect(turn.reply?.text).toMatch(said);
    expect(turn.unanswered).toBe(true);
    expect(turn.reply?.choices?.map(({ id }) => id)).toContain('human');
  });

  test.each([
    'do you ship to Germany',
    'can I pay with PayPal',
    'do you deliver to hotels',
    'can I return headphones',
    'can I pay in instalments',
    '可以用支付宝付款吗',
    '能用信用卡付款吗',
    '能寄到法国吗',
  ])('what it does speak of is answered outright: %s', async (question) => {
    const turn = await shop.customer().say(question);
    expect(turn.route).toBe('answer');
    expect(turn.reply?.text).not.toMatch(/in particular|没有专门/);
    expect(turn.unanswered).toBe(false);
  });
});

test('a slip in the spelling hides no kind of goods', async () => {
  const turn = await shop.customer().say('gamign laptop');
  expect(shownBy(turn, shop).map(({ category }) => category)).toEqual(Array(3).fill('gaminglaptop'));
  expect(turn.reply?.text).toMatch(/I read “gamign” as “gaming”/);
  expect(turn.understanding?.filters.category).toBe('gaminglaptop');
});
