import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readLinkWords } from '../../src/conversation/dialogue/linking.ts';
import { takesBack } from '../../src/conversation/dialogue/taking-back.ts';
import type { Turn } from '../../src/conversation/turn-record.ts';
import { preferredChannel, preferredHour } from '../../src/customers/profile.ts';
import type { Understanding } from '../../src/understanding/understanding.ts';
import { startTestBot, type TestBot } from '../support/bot.ts';

describe('what a message says about linking chats', () => {
  test.each([
    'link my account',
    'Please link my accounts.',
    'can you connect my two chats together?',
    'I want to merge my accounts on Telegram and Slack',
    'how do I link my account with the web chat?',
    '关联我的账号',
    '请帮我关联我的账号',
    '怎么绑定我的账户？',
    '把我的账号关联起来',
    '合并这两个账号',
  ])('"%s" asks for it', (text) => {
    expect(readLinkWords(text)).toEqual({ kind: 'ask' });
  });

  test.each([
    'How do I link my account to a digital wallet like Apple Pay?',
    'send me the link to my account',
    'does this keyboard connect to two computers',
    '我的账户里有多少钱',
    '绑定银行卡需要什么材料',
    'understand',
    'ABCDEFGHJK',
    'cheap lamps',
    'black jeans',
    'lamps 256GB',
    'table-lamps',
    'US size 9',
    'yes',
    '',
  ])('"%s" does not', (text) => {
    expect(readLinkWords(text)).toBeUndefined();
  });

  test('a code is read however it is typed, and only where it is all that is said', () => {
    for (const text of ['K3M9P-77QWE', 'k3m9p 77qwe', 'k3m9p77qwe', 'my code is K3M9P-77QWE.', '关联码：K3M9P-77QWE']) {
      expect(readLinkWords(text)).toMatchObject({ kind: 'code' });
    }
    expect(readLinkWords('is K3M9P-77QWE in stock?')).toBeUndefined();
  });

  test('a text made to tangle the patterns is read at once', () => {
    const started = performance.now();
    for (const part of ['关联码', 'code ', 'hi, ', '请帮我', '我的', 'link my ', '现在可以', 'i can use ']) {
      const text = part.repeat(Math.floor(200 / part.length));
      readLinkWords(text.slice(0, 120));
      takesBack(text, { clean: { text } as never, filters: {} }, []);
    }
    expect(performance.now() - started).toBeLessThan(1000);
  });

  test.each(['unlink my account', 'please separate my chats', '取消关联', '解除账号绑定', '解绑'])(
    '"%s" undoes it',
    (text) => {
      expect(readLinkWords(text)).toEqual({ kind: 'undo' });
    },
  );
});

describe('what a message takes back', () => {
  const stated = ['leather', 'Apple', '苹果', '皮革', '蓝色', 'blue', 'nuts'].map((value) => ({
    about: 'text' as const,
    value,
  }));
  const reading = (text: string) => ({ clean: { text }, filters: {} }) as unknown as Understanding;
  const isTakenBack = (text: string, known = stated) => takesBack(text, reading(text), known);

  test.each([
    "I don't hate leather any more",
    'i no longer dislike blue',
    'forget that I like blue',
    "I'm not allergic to nuts any more",
    '我现在可以接受苹果了',
    '我不讨厌皮革了',
    '我不再讨厌蓝色',
  ])('"%s" does, whatever was said before', (text) => {
    expect(isTakenBack(text)).toBe(true);
    expect(isTakenBack(text, [])).toBe(true);
  });

  test.each([
    'I’m fine with Apple again',
    'leather is ok now',
    'I changed my mind about leather',
    "I don't mind blue",
    '苹果也可以',
    '我改主意了，皮革的也行',
  ])('"%s" does only where something of the kind was said', (text) => {
    expect(isTakenBack(text)).toBe(true);
    expect(isTakenBack(text, [])).toBe(false);
  });

  test.each([
    'I hate leather',
    "I don't like leather",
    'is leather ok now?',
    'can I use it outdoors now?',
    '不要苹果的',
    '我讨厌皮革',
    '现在可以退货吗？',
    '现在可以下单了吗',
    'what is the price now',
    '我改主意了，别发货了',
    '黑色水壶有吗，没有的话白色也可以',
    "I don't mind Samsung, tablets around 350 dollars",
    '',
  ])('"%s" does not', (text) => {
    expect(isTakenBack(text)).toBe(false);
  });
});

describe('a customer and the bot', () => {
  let shop: TestBot;
  beforeAll(async () => {
    shop = await startTestBot('shop', { accountLinkUrl: 'https://shop.example/link?token={token}' });
  }, 180_000);
  afterAll(() => shop.close());

  const codeIn = ({ reply }: Turn) => /[A-Z2-9]{5}-[A-Z2-9]{5}/.exec(reply?.text ?? '')?.[0] ?? '';

  test.each([
    ['link my account', 'unlink my account', /on its own again/],
    ['关联我的账号', '取消关联', /恢复为独立账号/],
  ])(
    'a code asked for in one chat ("%s") and said in another makes both one customer, until they part',
    async (ask, undo, parted) => {
      const { bot } = shop;
      const [first, second] = [shop.customer(), shop.customer()];
      const asked = await first.say(ask);
      const other = await second.say('hello');
      expect(asked.route).toBe('privacy');
      expect(codeIn(asked)).not.toBe('');
      const linked = await second.say(codeIn(asked));
      expect(linked.customerId).toBe(asked.customerId);
      expect(await bot.store.turns.count({ customerId: asked.customerId })).toBe(3);
      expect(await bot.customers.get(other.customerId)).toBeUndefined();
      for (const { name } of await bot.store.connection.db!.listCollections().toArray()) {
        // The audit log tells that they were merged, and the merge leads from one to the other.
        if (name === 'audit' || name === 'merges') continue;
        const all = JSON.stringify(await bot.store.connection.collection(name).find().toArray());
        expect({ name, holds: all.includes(other.customerId) }).toEqual({ name, holds: false });
      }
      expect((await second.say(ask)).customerId).toBe(asked.customerId);
      expect((await second.say(codeIn(asked))).reply?.text).toMatch(/not valid any more|已失效/);
      expect(linked.reply?.text).toMatch(/one account now|同一个账号/);

      const apart = await second.say(undo);
      expect(apart.reply?.text).toMatch(parted);
      expect(apart.customerId).not.toBe(asked.customerId);
      expect(await bot.store.turns.count({ customerId: asked.customerId })).toBe(1);
      expect((await first.say(undo)).reply?.text).toMatch(/isn’t linked|没有与其他聊天关联/);
    },
  );

  test('the link of the chat, opened by who is signed in to the shop, brings their orders along', async () => {
    const { bot } = shop;
    const customer = shop.customer();
    const asked = await customer.say('please link my account');
    const token = new URL(/https:\/\/shop\.example\S+/.exec(asked.reply!.text)![0]).searchParams.get('token')!;
    await bot.intake.take([
      {
        id: 'bought-before',
        customer: 'shop-customer-7',
        type: 'purchase',
        at: new Date(),
        productId: bot.retriever.products[0].id,
        value: 30,
      },
    ]);
    const { customerId } = await bot.identities.identify({ token, customer: 'shop-customer-7' });
    expect((await customer.say('what do you know about me?')).customerId).toBe(customerId);
    expect((await bot.customers.get(customerId))?.profile.activity?.spent).toBe(30);
    expect(await bot.store.turns.count({ customerId })).toBe(2);
  });

  test('two people of one name who are not linked know nothing of each other', async () => {
    const author = (id: string) => ({ author: { id, name: 'Anna', isBot: false } });
    const [one, two] = [shop.customer(), shop.customer()];
    const first = await one.say('hello', { ...author('namesake-1'), conversationId: 'test:namesake-1' });
    const second = await two.say('what do you know about me?', {
      ...author('namesake-2'),
      conversationId: 'test:namesake-2',
    });
    expect(second.customerId).not.toBe(first.customerId);
    expect(await shop.bot.store.turns.count({ customerId: first.customerId })).toBe(1);
  });

  test.each([
    [
      'en',
      'I hate leather',
      /leather \(said on \d{4}-\d\d-\d\d\)/,
      "I don't hate leather any more",
      /counts no more/,
      'what do you know about me?',
    ],
    ['zh', '我讨厌皮革', /皮革（\d{4}-\d\d-\d\d 说的）/, '我现在可以接受皮革了', /不再作数/, '你知道我什么？'],
  ])(
    'what was said of likes is shown with its day and taken back in chat (%s)',
    async (_, said, shown, back, undone, ask) => {
      const customer = shop.customer();
      const first = await customer.say(said);
      await shop.bot.customers.setConsent(first.customerId, 'personalisation', true, 'test');
      const again = await customer.say(said);
      const profile = async () => (await shop.bot.customers.get(first.customerId))!.profile;
      expect((await profile()).preferences).toMatchObject([{ kind: 'dislike', turnId: again.id }]);
      expect((await customer.say(ask)).reply?.text).toMatch(shown);
      const taken = await customer.say(back);
      expect(taken.reply?.text).toMatch(undone);
      expect((await profile()).preferences).toEqual([]);
      expect((await customer.say(ask)).reply?.text).not.toMatch(shown);
    },
  );

  test('taking a word back in a running search is acknowledged, and is no wish for more', async () => {
    const customer = shop.customer();
    await customer.say('recommend me a kettle');
    await customer.say('I hate leather');
    const taken = await customer.say("I don't hate leather any more");
    expect(taken.reply?.text).toMatch(/counts no more/);
    expect(taken.recommendations).toBeUndefined();
  });

  test('a brand refused in a search comes back into the list once it is accepted again', async () => {
    const customer = shop.customer();
    const first = await customer.say('推荐一款手机');
    const brand = shop.bot.retriever.product(first.recommendations![0].productId)!.brand;
    const without = await customer.say(`不要${brand}的`);
    const brandsOf = (turn: Turn) =>
      (turn.recommendations ?? []).map(({ productId }) => shop.bot.retriever.product(productId)!.brand);
    expect(brandsOf(without)).not.toContain(brand);
    const again = await customer.say(`我现在可以接受${brand}了`);
    expect(brandsOf(again)).toContain(brand);
  });

  test('turns tell the profile channel, language and hour', async () => {
    const customer = shop.customer();
    const { customerId } = await customer.say('hello');
    await shop.bot.customers.setConsent(customerId, 'personalisation', true, 'test');
    const at = new Date();
    at.setUTCHours(21, 30, 0, 0);
    await customer.say('推荐一个水壶', { receivedAt: at });
    await customer.say('再便宜一点的', { receivedAt: at });
    const { profile } = (await shop.bot.customers.get(customerId))!;
    expect(profile).toMatchObject({ channels: { test: 2 }, languages: { zh: 2 } });
    expect(preferredHour(profile)).toBe(21);
    expect(preferredChannel(profile)).toBe('test');
  });

  test('an event and a turn move their customer into the segments whose rules they meet', async () => {
    const { bot } = shop;
    const customer = shop.customer();
    const { customerId, message } = await customer.say('hello');
    await bot.customers.setConsent(customerId, 'personalisation', true, 'test');
    const name = { en: 'Buyers', zh: '买家' };
    const buyers = await bot.segments.create({ name, rule: { kind: 'performed', event: 'purchase' } });
    const angry = await bot.segments.create({ name, rule: { kind: 'sentiment', label: 'negative' } });
    const membersOf = async ({ id }: { id: string }) => (await bot.segments.members(id, { limit: 1000 })).ids;
    expect(await membersOf(buyers)).not.toContain(customerId);
    await bot.intake.take([
      {
        id: 'bought-into-segment',
        customer: { channel: 'test', userId: message.author.id },
        type: 'purchase',
        at: new Date(),
        productId: bot.retriever.products[0].id,
      },
    ]);
    await customer.say('This is terrible, I am very disappointed with your service!');
    await bot.settled();
    expect(await membersOf(buyers)).toContain(customerId);
    expect(await membersOf(angry)).toContain(customerId);
    for (const { id } of [buyers, angry]) await bot.segments.remove(id);
  });

  test.each([
    ['by its button', undefined],
    ['by asking for it', 'tell me about the second one'],
    ['by asking for it in Chinese', '介绍一下第二个'],
  ])(
    'a recommended product that is opened %s is a click tied to the turn that showed it, and so is its purchase',
    async (_, words) => {
      const customer = shop.customer();
      const shown = await customer.say('recommend me a kettle');
      const [, second] = shown.recommendations ?? [];
      const opened = await (words ? customer.say(words) : customer.press(`details:${second.productId}`));
      await shop.bot.settled();
      expect(await shop.bot.outcomes.ofTurn(shown.id)).toMatchObject([
        { customerId: opened.customerId, productId: second.productId, type: 'click', place: 1 },
      ]);
      await shop.bot.intake.take([
        {
          id: `bought-after-${shown.id}`,
          customer: { channel: 'test', userId: opened.message.author.id },
          type: 'purchase',
          at: new Date(),
          productId: second.productId,
        },
      ]);
      await shop.bot.settled();
      expect((await shop.bot.outcomes.ofTurn(shown.id)).map(({ type }) => type).sort()).toEqual(['click', 'purchase']);
      expect(Object.keys(shop.bot.weights.current()).length).toBeGreaterThan(0);
    },
  );
});
