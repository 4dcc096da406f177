import type { Bot } from '../src/bot.ts';
import { createRandom } from '../src/understanding/models/random.ts';
import type { ReplyLanguage, Understanding } from '../src/understanding/understanding.ts';

export const DAY_MS = 86_400_000;
export const DAYS = 90;
const BATCH = 2_000;
const TURNS_A_CUSTOMER = 10;
const CHANNELS = ['web', 'slack', 'telegram', 'teams'] as const;

/** What is written, with the route the bot would take; `{product}` is any product of the pack. */
const LINES: [language: ReplyLanguage, route: string, text: string][] = [
  ['en', 'recommend', 'I am looking for a phone under 600 dollars'],
  ['en', 'recommend', 'can you recommend headphones for running?'],
  ['en', 'product_question', 'how long does the battery of the {product} last?'],
  ['en', 'product_question', 'I love the {product}, the screen is beautiful'],
  ['en', 'answer', 'how long does delivery take?'],
  ['en', 'answer', 'what is your return policy'],
  ['en', 'unanswered', 'do you sell bicycles?'],
  ['en', 'unanswered', 'do you have a store in Berlin?'],
  ['en', 'unanswered', 'can I pay with bitcoin at the counter?'],
  ['en', 'complaint', 'my parcel is late again and the delivery is terrible'],
  ['en', 'complaint', 'the {product} broke after two days, I am furious'],
  ['en', 'handoff', 'I want to talk to a human'],
  ['en', 'compare', 'which is better, the first or the second one?'],
  ['en', 'smalltalk', 'thank you, great service!'],
  ['zh', 'recommend', '推荐一款三千元以内的手机'],
  ['zh', 'recommend', '想买一个送妈妈的礼物'],
  ['zh', 'product_question', '{product}的音质怎么样？'],
  ['zh', 'product_question', '{product}很好用，电池也耐用'],
  ['zh', 'answer', '可以开发票吗'],
  ['zh', 'answer', '几天能送到？'],
  ['zh', 'unanswered', '你们卖自行车吗'],
  ['zh', 'unanswered', '柏林有门店吗'],
  ['zh', 'complaint', '快递太慢了，服务态度很差'],
  ['zh', 'complaint', '{product}用了两天就坏了，太气人了'],
  ['zh', 'handoff', '我要人工客服'],
  ['zh', 'smalltalk', '谢谢，服务真不错！'],
];

interface Written {
  text: string;
  language: ReplyLanguage;
  route: string;
  understanding: Understanding;
}

/** Fills a bot's store past the turn: as many turns as wanted over 90 days, a tenth as many customers, a fifth as many events. */
export async function fillStore(
  bot: Bot,
  { turns, now = new Date(), seed = 1 }: { turns: number; now?: Date; seed?: number },
): Promise<void> {
  const random = createRandom(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
  const products = bot.retriever.products.slice(0, 60);
  const written = LINES.flatMap(([language, route, line]): Written[] =>
    (line.includes('{product}') ? products.slice(0, 20) : products.slice(0, 1)).map((product) => {
      const text = line.replace('{product}', product.name[language] ?? product.id);
      return { text, language, route, understanding: bot.understander.understand(text) };
    }),
  );
  const byLanguage = {
    en: written.filter((one) => one.language === 'en'),
    zh: written.filter((one) => one.language === 'zh'),
  };
  const { connection } = bot.store;
  const customers = Math.max(40, Math.round(turns / TURNS_A_CUSTOMER));
  const people = Array.from({ length: customers }, (_, n) => personOf(n));
  const insert = async (collection: string, documents: object[]) => {
    if (documents.length > 0) await connection.collection(collection).insertMany(documents as never);
  };

  for (let from = 0; from < people.length; from += BATCH) {
    const some = people.slice(from, from + BATCH);
    await insert(
      'customers',
      some.map(({ document }) => document),
    );
    await insert(
      'conversations',
      some.map(({ conversation }) => conversation),
    );
  }
  let batch: object[] = [];
  let events: object[] = [];
  for (let n = 0; n < turns; n++) {
    const person = pick(people);
    const { turn, followed } = turnOf(n, person);
    batch.push(turn);
    events.push(...followed);
    if (batch.length === BATCH || n === turns - 1) {
      await insert('turns', batch);
      await insert('events', events);
      batch = [];
      events = [];
    }
  }

  function personOf(n: number) {
    const id = `bench-customer-${n}`;
    const channel = CHANNELS[n % CHANNELS.length]!;
    const language: ReplyLanguage = n % 3 === 0 ? 'zh' : 'en';
    const group = n % 4;
    const interests = [{ phone: 4, headphones: 1 }, { kettle: 3 }, { laptop: 5 }, { headphones: 3, phone: 1 }][group]!;
    const baskets = [1, 6, 3, 0][group]! + Math.floor(random() * 3);
    const lastBasket = new Date(now.getTime() - random() * 80 * DAY_MS).toISOString().slice(0, 10);
    const spent = baskets * [300, 40, 900, 60][group]! * (0.7 + random() * 0.6);
    const seenAt = new Date(now.getTime() - random() * 20 * DAY_MS);
    const document = {
      _id: id,
      identities: [{ channel, userId: id }],
      identityKeys: [JSON.stringify([channel, id])],
      displayName: language === 'zh' ? `顾客${n}` : `Customer ${n}`,
      consent: {
        personalisation: { granted: true, at: seenAt, source: 'bench' },
        marketing: { granted: n % 2 === 0, at: seenAt, source: 'bench' },
      },
      profile: {
        turns: TURNS_A_CUSTOMER,
        interests,
        preferences: [],
        intents: [{ ask_promotion: 4 }, { shipping: 3 }, { compare: 5 }, { complaint: 3, recommend: 1 }][group],
        mood: [0.1, 0.3, 0.2, -0.5][group]! + (random() - 0.5) * 0.2,
        moodBase: 0,
        price: { mean: [350, 45, 850, 120][group]! * (0.8 + random() * 0.4), min: 20, max: 900, count: 4 },
        languages: { [language]: TURNS_A_CUSTOMER },
        channels: { [channel]: TURNS_A_CUSTOMER },
        hours: Array.from({ length: 24 }, (_, hour) => (hour === 8 + group * 3 ? 5 : 0)),
        activity: {
          firstAt: seenAt,
          lastAt: seenAt,
          baskets,
          ...(baskets > 0 && { firstBasket: lastBasket, lastBasket }),
          spent,
          returned: 0,
          events: { purchase: baskets },
        },
      },
      createdAt: new Date(now.getTime() - 100 * DAY_MS),
      updatedAt: seenAt,
      lastSeenAt: seenAt,
    };
    const conversation = {
      _id: `${channel}:${id}`,
      channel,
      customerId: id,
      address: {},
      language,
      status: 'bot',
      createdAt: document.createdAt,
      lastAt: seenAt,
    };
    return { id, channel, language, group, document, conversation };
  }

  function turnOf(n: number, { id, channel, language, group }: (typeof people)[number]) {
    const lines = byLanguage[language];
    const one = group === 3 && random() < 0.4 ? pick(lines.filter(({ route }) => route === 'complaint')) : pick(lines);
    // A shop's day: few at night, and more of late than three months ago.
    const daysAgo = DAYS * (1 - Math.sqrt(random()));
    const at = new Date(now.getTime() - daysAgo * DAY_MS);
    const shown = one.route === 'recommend' ? [pick(products), pick(products), pick(products)] : [];
    const unanswered = one.route === 'unanswered';
    const turn = {
      _id: `${channel}|bench-${n}`,
      conversationId: `${channel}:${id}`,
      customerId: id,
      channel,
      status: 'sent',
      receivedAt: at,
      attempts: 1,
      message: { id: `bench-${n}`, author: { id, isBot: false }, text: one.text, address: {}, attachments: [] },
      understanding: one.understanding,
      route: unanswered ? 'answer' : one.route,
      intent: one.understanding.intent.name,
      unanswered,
      ...(shown.length > 0 && {
        recommendations: shown.map((product) => ({
          productId: product.id,
          score: 0.7,
          parts: { fit: 0.7 },
          reasons: [],
        })),
      }),
      reply: {
        text: language === 'zh' ? '这是我能告诉您的。'.repeat(8) : 'Here is what I can tell you about that. '.repeat(8),
        language,
        by: 'built-in',
        ...(one.route === 'handoff' && { handoff: { reason: 'asked' } }),
      },
      timings: { understand: 1.2, customer: 0.4, route: 0.1, handle: 3.4, reply: 0.3, ground: 0.2 },
      delivery: { at, messageIds: [`sent-${n}`], attempts: 1 },
    };
    const followed: object[] = [];
    const event = (type: string, productId: string, minutes: number, parts: object = {}) =>
      followed.push({
        _id: `bench-event-${n}-${followed.length}`,
        customerId: id,
        type,
        productId,
        at: new Date(Math.min(now.getTime(), at.getTime() + minutes * 60_000)),
        data: { by: `shop|${id}` },
        ...parts,
      });
    for (const product of shown) {
      if (random() < 0.25) event('click', product.id, 3);
      if (random() < 0.06) event('purchase', product.id, 600, { value: product.price ?? 20 });
    }
    if (random() < 0.02) {
      const stars = pick([1, 2, 4, 5, 5]);
      const text = stars > 3 ? 'Great quality, quick delivery.' : '质量不行，客服也不理人。';
      event('review', pick(products).id, 900, { value: stars, data: { by: `shop|${id}`, text } });
    }
    return { turn, followed };
  }
}
