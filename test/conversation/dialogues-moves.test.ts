import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { shownBy, startTestBot, type TestBot } from '../support/bot.ts';
import { type Line, playDialogue } from '../support/dialogue.ts';

let shop: TestBot;

beforeAll(async () => {
  shop = await startTestBot('shop');
}, 180_000);

afterAll(() => shop.close());

/** Every product shown keeps this. */
const all = (holds: (product: ReturnType<typeof shownBy>[number]) => boolean, what: string): Pick<Line, 'check'> => ({
  check: (turn) => {
    const shown = shownBy(turn, shop);
    if (shown.length === 0) return `shows nothing, so not ${what}`;
    const odd = shown.filter((product) => !holds(product));
    return odd.length > 0 ? `shows ${odd.map(({ id }) => id)}, not ${what}` : undefined;
  },
});
const number = (value: unknown) => (typeof value === 'number' ? value : Number.NaN);
const NOT_UNDERSTOOD = { en: /not sure I understood|not certain what you mean/, zh: /没太明白|不太确定您的意思/ };

const DIALOGUES: Record<string, Line[]> = {
  'a colour asked of one product, by its place and by "it"': [
    { en: 'recommend a tablet', zh: '推荐一款平板', kind: 'tablet' },
    {
      en: 'does the first one come in purple or white?',
      zh: '第一款有紫色的吗',
      route: 'product_question',
      says: { en: /^Not in purple/, zh: /^没有紫色/ },
    },
    {
      en: 'is it available in turquoise or grey',
      zh: '它有绿色的吗',
      route: 'product_question',
      says: { en: /Not in \w+/, zh: /^没有绿色/ },
    },
    { en: 'which colours does it have', zh: '它有哪些颜色', says: { en: /comes in/, zh: /有这些颜色/ } },
  ],
  'what one wants to do, and no goods by name': [
    {
      en: 'something that makes cooking easier for my wife',
      zh: '想给老婆买个做饭方便的东西',
      ...all(
        ({ category }) => ['ricecooker', 'multicooker', 'oven', 'airfryer', 'blender'].includes(category),
        'for cooking',
      ),
    },
  ],
  'a value refused, a kind narrowed, and the choice left to us': [
    { en: 'looking for headphones but not over-ear', zh: '想买耳机，不要头戴式的', kind: 'earbuds' },
    {
      en: 'battery at least 8 hours',
      zh: '续航8小时以上',
      ...all(({ attributes }) => number(attributes.playtime) >= 8, '8 hours'),
    },
    { en: 'sweatproof', zh: '防汗的', ...all(({ attributes }) => attributes.waterproof !== undefined, 'sweatproof') },
    { en: 'in white please', zh: '要白色', kind: 'earbuds', color: 'white' },
    { en: 'cheaper ones', zh: '便宜点的', kind: 'earbuds', color: 'white' },
    // What was cheaper than the last list rules out nothing that is asked for afterwards.
    { en: 'with noise cancelling', zh: '要降噪的', kind: 'earbuds', color: 'white', has: ['anc', true] },
    {
      en: 'whatever, you choose',
      zh: '随便，你推荐一个吧',
      check: (turn) => (turn.recommendations?.length === 1 ? undefined : 'does not choose one'),
    },
    { en: 'is it waterproof?', zh: '它防水吗', route: 'product_question' },
    { en: "I'll take it", zh: '就它了', route: 'product_question', says: { en: /basket/, zh: /购物车/ } },
  ],
  'bigger, lighter and which is which': [
    { en: 'I need a tv', zh: '想看看电视', kind: 'tv' },
    {
      en: '50 inch or bigger',
      zh: '50寸以上的',
      ...all(({ attributes }) => number(attributes.screen) >= 50, '50 inch'),
    },
    {
      en: 'actually something smaller for the kitchen',
      zh: '还是小一点的吧',
      ...all(({ attributes, category }) => category === 'tv' && number(attributes.screen) < 65, 'a smaller TV'),
    },
    { en: 'white if possible', zh: '白色的有吗', kind: 'tv', color: 'white' },
    { en: 'any colour then', zh: '颜色都行', kind: 'tv' },
    { en: 'now a laptop', zh: '再看看笔记本', kind: ['laptop', 'gaminglaptop'] },
    {
      en: 'under 1.5kg, 13 or 14 inch',
      zh: '不超过1.5公斤，13或者14寸',
      ...all(
        ({ attributes }) =>
          number(attributes.weight) <= 1500 && number(attributes.screen) >= 13 && number(attributes.screen) <= 14,
        'light and of that size',
      ),
    },
    { en: 'which is the lightest', zh: '哪个最轻', route: 'compare', says: { en: /weight/, zh: /重量/ }, table: true },
    {
      en: 'how quickly would it get here',
      zh: '什么时候能到上海',
      route: 'answer',
      says: { en: /working days/, zh: /工作日/ },
    },
  ],
  'what nobody has, and what was shown before': [
    { en: 'do you sell dishwashers', zh: '洗碗机有没有', goods: false },
    {
      en: 'no? a robot vacuum then',
      zh: '没有啊，那扫地机',
      kind: 'robotvacuum',
      saysNot: { en: /mention/, zh: /不一定|不敢保证/ },
    },
    {
      en: 'for a flat of 100 square metres',
      zh: '家里一百平',
      ...all(({ attributes }) => number(attributes.area) >= 100, 'for 100 m²'),
    },
    { en: "I don't want to empty it myself", zh: '不想自己倒垃圾', has: ['selfempty', true] },
    { en: '600 is too much', zh: '600美元太贵了', kind: 'robotvacuum', under: 600 },
    { en: 'are they loud?', zh: '噪音大不大', says: { en: /noise/, zh: /噪音/ } },
    { en: 'and a chair, mesh, not leather', zh: '再看看椅子，网布的，不要皮的', has: ['material', 'mesh'] },
    {
      en: 'is the robot vacuum from before still available?',
      zh: '刚才那个扫地机还有吗',
      route: 'product_question',
      says: { en: /Kivastra.*(?:in stock|sold out|left)/, zh: /奇瓦.*(?:有货|售罄|仅剩|卖完|件)/ },
    },
    { en: 'any', zh: '都可以', saysNot: NOT_UNDERSTOOD },
    {
      en: 'the vacuum I bought from you broke, what can I do',
      zh: '我上次买的吸尘器坏了，怎么办',
      route: 'complaint',
      goods: false,
    },
    { en: "no need for a person, it's about the warranty", zh: '不用转人工，我就问问保修', handoff: false },
  ],
  'the same of another, and words that are no goods': [
    { en: 'i want a phone', zh: '想买个手机', kind: 'phone' },
    { en: 'between 60 and 300 dollars', zh: '60到300美元', kind: 'phone', over: 60, under: 300 },
    {
      en: 'whats the battery of the middle one',
      zh: '中间那个电池多大',
      route: 'product_question',
      says: { en: /mAh/, zh: /mAh/ },
    },
    { en: 'and the first?', zh: '第一个呢', route: 'product_question', says: { en: /mAh/, zh: /mAh/ } },
    { en: 'how many left', zh: '还剩几个', route: 'product_question', says: { en: /in stock|left/, zh: /有货|剩|件/ } },
    { en: 'a bit over my budget', zh: '有点贵', kind: 'phone', under: 300 },
    { en: 'now a toy', zh: '再看看玩具', kind: 'toy' },
    { en: 'no puzzles', zh: '不要拼图', ...all(({ name }) => !/puzzle/i.test(name.en ?? ''), 'no puzzle') },
    { en: 'for 2 people', zh: '两个人玩', saysNot: NOT_UNDERSTOOD },
  ],
  'what only comes near is not called what was asked for': [
    { en: 'a 75 inch tv', zh: '75寸的电视', kind: 'tv' },
    { en: 'under 500 dollars', zh: '500美元以内', kind: 'tv', says: { en: /no televisions/, zh: /没有符合条件/ } },
    {
      en: 'anything cheaper?',
      zh: '有没有便宜的',
      saysNot: { en: /already the cheapest/, zh: /最便宜的了/ },
    },
    { en: 'anything else?', zh: '还有吗', route: 'recommend' },
  ],
  'a gift, told of bit by bit': [
    { en: 'a birthday present for my dad', zh: '想给爸爸买个生日礼物', goods: true },
    { en: 'he likes coffee', zh: '他喜欢喝咖啡', route: 'recommend', goods: true },
    {
      en: 'no capsules',
      zh: '不要胶囊的',
      ...all(({ attributes }) => attributes.brew !== 'capsule', 'without capsules'),
    },
    { en: '80 pounds at most', zh: '最多600块', under: 102 },
    { en: '50 max would be better', zh: '400以内更好', under: 64, saysNot: NOT_UNDERSTOOD },
    {
      en: 'what if he does not like it, can I send it back',
      zh: '不喜欢能退吗',
      route: 'answer',
      says: { en: /30 days/, zh: /30 天/ },
    },
    { en: 'and something for my mum too', zh: '再给我妈也选一个', route: 'recommend' },
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

test('a brand found too dear is not the one asked for, and one not carried is told once', async () => {
  for (const [first, next] of [
    ['苹果怎么这么贵，看看三星', '那有什么手表'],
    ['apple is way too expensive, show me samsung', 'ok what watches do you have'],
  ]) {
    const customer = shop.customer();
    const asked = await customer.say(first);
    expect(asked.understanding?.filters.brandInclude).toEqual(['Samsung']);
    const turn = await customer.say(next);
    expect(shownBy(turn, shop).map(({ category }) => category)).toContain('smartwatch');
    expect(turn.reply?.text).not.toMatch(/Samsung/);
  }
});
