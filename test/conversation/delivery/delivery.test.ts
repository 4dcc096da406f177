import { describe, expect, test } from '@jest/globals';
import pino from 'pino';
import type { Channel } from '../../../src/conversation/channel.ts';
import { createDelivery } from '../../../src/conversation/delivery/delivery.ts';
import { deliveryFailed, deliveryRefused } from '../../../src/conversation/delivery/delivery-error.ts';
import type { Reply } from '../../../src/replies/reply.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

interface Attempt {
  at: number;
  address: unknown;
  reply: Reply;
}

/** A channel that fails as told, and a delivery on a virtual clock. */
function setUp(
  fail: (attempt: number, address: unknown) => Error | undefined = () => undefined,
  more: Partial<Channel> = {},
) {
  const clock = createVirtualClock(0);
  const tried: Attempt[] = [];
  const channel: Channel = {
    name: 'fake',
    capabilities: {
      cards: true,
      choices: true,
      tables: false,
      streaming: false,
      typing: false,
      maxTextLength: 50,
      maxChoices: 3,
    },
    start: async () => undefined,
    stop: async () => undefined,
    async send(address, reply) {
      tried.push({ at: clock.now(), address, reply });
      const error = fail(tried.length, address);
      if (error) throw error;
      return { messageIds: [`m${tried.length}`] };
    },
    ...more,
  };
  const delivery = createDelivery({
    channels: new Map([['fake', channel]]),
    logger: pino({ level: 'silent' }),
    now: () => new Date(clock.now()),
    sleep: clock.sleep,
    random: () => 1,
  });
  return {
    clock,
    channel: channel as { -readonly [key in keyof Channel]: Channel[key] },
    tried,
    send: (reply = say('Hello'), address: unknown = { chat: 1 }) => clock.run(delivery.send('fake', address, reply)),
    delivery,
  };
}

const say = (text: string, more: Partial<Reply> = {}): Reply => ({ text, language: 'en', by: 'built-in', ...more });
const card = (productId: string) => ({
  productId,
  title: `Lamp ${productId}`,
  price: '$5',
  reason: 'Bright',
  facts: [],
});

describe('the pack’s own pictures', () => {
  const withPicture = (image: string) => say('Look', { products: [{ ...card('a'), image }] });
  const setUpAt = (publicUrl: string | undefined, more: Partial<Channel['capabilities']> = {}) => {
    const sent: Reply[] = [];
    const { channel } = setUp();
    channel.capabilities = { ...channel.capabilities, ...more };
    channel.send = async (_address, reply) => {
      sent.push(reply);
      return { messageIds: ['m'] };
    };
    const channels = new Map([['fake', channel]]);
    const delivery = createDelivery({ channels, logger: pino({ level: 'silent' }), publicUrl });
    return async (image: string) => {
      await delivery.send('fake', {}, withPicture(image));
      return sent.at(-1)?.products?.[0]?.image;
    };
  };

  test('are sent with an address that platforms can fetch', async () => {
    const sent = setUpAt('https://shop.example');
    expect(await sent('images/lamp 1.png')).toBe('https://shop.example/packs/images/lamp%201.png');
    expect(await sent('./灯/a.jpg')).toBe('https://shop.example/packs/images/%E7%81%AF/a.jpg');
    expect(await sent('https://cdn.example/a.jpg')).toBe('https://cdn.example/a.jpg');
  });

  test('are left out where there is no public address, and left as they are where the channel serves them', async () => {
    expect(await setUpAt(undefined)('images/a.png')).toBeUndefined();
    expect(await setUpAt(undefined)('https://cdn.example/a.jpg')).toBe('https://cdn.example/a.jpg');
    expect(await setUpAt('https://shop.example', { ownPictures: true })('images/a.png')).toBe('images/a.png');
  });
});

describe('delivery', () => {
  test('sends at once when nothing is wrong', async () => {
    const { send } = setUp();
    expect(await send()).toEqual({ status: 'sent', messageIds: ['m1'], attempts: 1 });
  });

  test('retries a transient failure with growing pauses, then gives up', async () => {
    const { send, tried } = setUp(() => deliveryFailed('fake', '502'));
    expect(await send()).toMatchObject({ status: 'failed', attempts: 5, messageIds: [] });
    expect(tried.map(({ at }) => at)).toEqual([0, 500, 1500, 3500, 7500]);
  });

  test('an unexpected error is retried too', async () => {
    const { send } = setUp((attempt) => (attempt === 1 ? new TypeError('fetch failed') : undefined));
    expect(await send()).toEqual({ status: 'sent', messageIds: ['m2'], attempts: 2 });
  });

  test('a refusal for good is not retried, and a block is told', async () => {
    const { send, tried } = setUp(() => deliveryRefused('fake', 'blocked', { blocked: true }));
    expect(await send()).toMatchObject({ status: 'refused', attempts: 1, blocked: true });
    expect(tried).toHaveLength(1);
    const gone = setUp(() => deliveryRefused('fake', 'channel_not_found'));
    expect(await gone.send()).not.toHaveProperty('blocked');
  });

  test('waits as long as Retry-After says, and only that conversation', async () => {
    const { clock, delivery, tried } = setUp((attempt) =>
      attempt === 1 ? deliveryFailed('fake', '429', { retryAfterMs: 30_000 }) : undefined,
    );
    const first = delivery.send('fake', { chat: 1 }, say('slow'));
    const second = delivery.send('fake', { chat: 2 }, say('quick'));
    await clock.run(Promise.all([first, second]));
    expect(tried.map(({ at, address }) => [at, address])).toEqual([
      [0, { chat: 1 }],
      [0, { chat: 2 }],
      [30_000, { chat: 1 }],
    ]);
  });

  test('a wait over all holds the other conversations too', async () => {
    const { clock, send, delivery, tried } = setUp((attempt) =>
      attempt === 1 ? deliveryFailed('fake', '429', { retryAfterMs: 4_000, overall: true }) : undefined,
    );
    await send();
    expect(tried[1].at).toBe(4_000);
    await clock.run(delivery.send('fake', { chat: 2 }, say('next')));
    expect(tried[2].at).toBeGreaterThanOrEqual(4_000);
  });

  test('an absurd Retry-After is a failure, not a hang', async () => {
    const { send, tried } = setUp(() => deliveryFailed('fake', '429', { retryAfterMs: 86_400_000 }));
    expect(await send()).toMatchObject({ status: 'failed', attempts: 1 });
    expect(tried).toHaveLength(1);
  });

  test('of a long reply only the part that failed is sent again', async () => {
    const { send, tried } = setUp((attempt) => (attempt === 2 ? deliveryFailed('fake', '500') : undefined));
    const outcome = await send(say('The first sentence stands here by itself. The second sentence comes after it.'));
    expect(outcome).toEqual({ status: 'sent', messageIds: ['m1', 'm3'], attempts: 2 });
    expect(tried.map(({ reply }) => reply.text)).toEqual([
      'The first sentence stands here by itself.',
      'The second sentence comes after it.',
      'The second sentence comes after it.',
    ]);
  });

  test('what arrived is told even when the rest did not', async () => {
    const { send } = setUp((attempt) => (attempt > 1 ? deliveryRefused('fake', 'gone') : undefined));
    const outcome = await send(say('The first sentence stands here by itself. The second sentence comes after it.'));
    expect(outcome).toMatchObject({ status: 'refused', messageIds: ['m1'] });
  });

  test('cards and choices come with the last part, or each card alone where a message holds one', async () => {
    const reply = say('Here they are.', { products: [card('a'), card('b')], choices: [{ id: 'more', text: 'More' }] });
    const together = setUp();
    await together.send(reply);
    expect(together.tried.map(({ reply }) => [reply.text, reply.products?.length, reply.choices?.length])).toEqual([
      ['Here they are.', 2, 1],
    ]);
    const capabilities = {
      cards: true,
      choices: true,
      tables: false,
      streaming: false,
      typing: false,
      maxTextLength: 50,
      maxChoices: 3,
      maxCards: 1,
    };
    const alone = setUp(undefined, { capabilities });
    await alone.send(reply);
    expect(alone.tried.map(({ reply }) => [reply.text, reply.products?.[0].productId, reply.choices?.length])).toEqual([
      ['Here they are.', undefined, undefined],
      ['', 'a', undefined],
      ['', 'b', 1],
    ]);
  });

  test('keeps the pace a channel states', async () => {
    const pace = { overall: { burst: 100, perSecond: 100 }, of: () => ({ key: 'room', burst: 1, perSecond: 1 }) };
    const { clock, delivery, tried } = setUp(undefined, { pace });
    await clock.run(Promise.all([1, 2, 3].map((chat) => delivery.send('fake', { chat }, say('x')))));
    expect(tried.map(({ at }) => at)).toEqual([0, 1000, 2000]);
  });

  test('an unknown channel is a failure, not an exception', async () => {
    const { delivery } = setUp();
    expect(await delivery.send('fax', {}, say('x'))).toMatchObject({ status: 'failed', error: 'no channel fax' });
  });
});
