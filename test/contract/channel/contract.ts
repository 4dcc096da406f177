import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import type { Channel, OnMessage } from '../../../src/conversation/channel.ts';
import { createDelivery } from '../../../src/conversation/delivery/delivery.ts';
import { createStreaming } from '../../../src/conversation/delivery/streaming.ts';
import type { IncomingMessage } from '../../../src/conversation/message.ts';
import type { Reply } from '../../../src/replies/reply.ts';
import { createSkippingClock } from '../../support/virtual-clock.ts';

/** Something a customer does on the platform. The same `key` is the same event, delivered again. */
export type Incoming =
  | { kind: 'text'; key: string; text: string }
  | { kind: 'choice'; key: string; choice: { id: string; text: string } };

/** One message as a person sees it on the platform. */
export interface Seen {
  /** Everything that can be read, escapes undone, the buttons' texts included. */
  text: string;
  /** Buttons that send an id back. */
  buttons: { id: string; text: string }[];
}

/** A channel between the platform's stand-in and this suite. */
export interface ChannelHarness {
  channel: Channel;
  /** Delivers an event as the platform does; resolves with whether the channel acknowledged it as taken. */
  deliver(incoming: Incoming): Promise<{ acknowledged: boolean }>;
  /** Delivers a text written by another bot; absent where the platform has none. */
  deliverFromBot?(key: string, text: string): Promise<unknown>;
  /** The finished messages on the customer's side as they stand, once there have been at least `count`. */
  seen(count: number): Promise<Seen[]>;
  /** What was seen of replies that were being written, once there were at least `count` looks; absent where the channel can't. */
  drafts?(count: number): Promise<string[]>;
  /** Makes the platform refuse for good, or fail for now, and returns the address to send to. */
  broken(how: 'refused' | 'failed', address: unknown): Promise<unknown>;
  close(): Promise<void>;
}

/** What every channel promises the conversation, whatever its platform. */
export function describeChannel(name: string, createHarness: () => Promise<ChannelHarness>): void {
  describe(`${name} keeps the channel contract`, () => {
    let harness: ChannelHarness;
    let received: IncomingMessage[];
    let take: OnMessage;

    beforeEach(async () => {
      received = [];
      take = async (message) => {
        received.push(message);
      };
      harness = await createHarness();
      await harness.channel.start((message) => take(message));
    });
    afterEach(async () => {
      await harness.channel.stop();
      await harness.close();
    });

    const say = (key: string, text: string) => harness.deliver({ kind: 'text', key, text });

    /** The address of a customer, as the store gives it back. */
    async function addressOf(key = 'hello'): Promise<unknown> {
      await say(key, 'hello');
      return JSON.parse(JSON.stringify(received[received.length - 1].address));
    }

    function outgoing() {
      const channels = new Map([[harness.channel.name, harness.channel]]);
      const logger = pino({ level: 'silent' });
      const delivery = createDelivery({ channels, logger });
      const clock = createSkippingClock();
      const now = () => clock.now().getTime();
      return { delivery, streaming: createStreaming({ channels, delivery, logger, now, sleep: clock.sleep }) };
    }

    const deliverReply = async (reply: Reply) =>
      outgoing().delivery.send(harness.channel.name, await addressOf(), reply);

    /** A reply being written to a customer, as far as the last of these texts. */
    async function written(texts: string[]) {
      const live = outgoing().streaming.open(harness.channel.name, await addressOf());
      for (const [index, text] of texts.entries()) {
        live.update(text);
        await harness.drafts?.(index + 1);
      }
      return live;
    }

    test('passes a text on with its author, its conversation and where to answer', async () => {
      await say('one', '我想买一个手机 📱 <b>now</b>');
      expect(received).toHaveLength(1);
      const [message] = received;
      expect(message).toMatchObject({
        channel: harness.channel.name,
        text: '我想买一个手机 📱 <b>now</b>',
        author: { isBot: false },
        attachments: [],
        isDirect: true,
      });
      expect(message.conversationId.startsWith(`${harness.channel.name}:`)).toBe(true);
      expect(message.author.id).not.toBe('');
      expect(message.receivedAt).toBeInstanceOf(Date);
      expect(JSON.parse(JSON.stringify(message.address))).toEqual(message.address);
    });

    test('keeps messages of one customer in one conversation, each with its own id', async () => {
      await say('one', 'hello');
      await say('two', 'hello');
      expect(new Set(received.map(({ id }) => id)).size).toBe(2);
      expect(new Set(received.map(({ conversationId }) => conversationId)).size).toBe(1);
      expect(new Set(received.map(({ author }) => author.id)).size).toBe(1);
    });

    test('acknowledges only once the message is claimed', async () => {
      let claim: () => void = () => undefined;
      const reached = new Promise<void>((resolve) => {
        take = () => {
          resolve();
          return new Promise((done) => {
            claim = done;
          });
        };
      });
      let acknowledged = false;
      const delivering = say('one', 'hello').then((result) => {
        acknowledged = result.acknowledged;
      });
      await reached;
      expect(acknowledged).toBe(false);
      claim();
      await delivering;
      expect(acknowledged).toBe(true);
    });

    test('does not acknowledge what could not be claimed', async () => {
      take = async () => {
        throw new Error('the store is away');
      };
      expect(await say('one', 'hello')).toEqual({ acknowledged: false });
    });

    test('passes an event that comes twice under the same id', async () => {
      await say('one', 'hello');
      await say('one', 'hello');
      expect(received.length).toBeGreaterThan(0);
      expect(new Set(received.map(({ id }) => id)).size).toBe(1);
    });

    test('passes a pressed button on with its id', async () => {
      await harness.deliver({ kind: 'choice', key: 'one', choice: { id: 'details:phone-1', text: 'Phone one' } });
      expect(received).toHaveLength(1);
      expect(received[0].action).toMatchObject({ kind: 'choice', id: 'details:phone-1' });
    });

    test('never has other bots answered', async () => {
      await harness.deliverFromBot?.('one', 'I am a bot');
      expect(received.filter(({ author, isDirect }) => !author.isBot && isDirect)).toEqual([]);
    });

    test.each([
      ['English', 'Free **delivery** over $50, see https://shop.example/delivery_and_returns.', 'delivery'],
      ['Chinese', '**价格：**39元，满 50 元*包邮*。', '价格：'],
    ])('shows %s Markdown without its marks', async (_language, text, words) => {
      await harness.channel.send(await addressOf(), { text, language: 'en', by: 'test' });
      const [{ text: shown }] = await harness.seen(1);
      expect(shown).toContain(words);
      expect(shown).not.toContain('**');
    });

    test('shows what looks like markup as the text it is', async () => {
      const text = 'a <b>bold</b> & "quoted" <script>alert(1)</script> @here <!channel>';
      await harness.channel.send(await addressOf(), { text, language: 'en', by: 'test' });
      expect((await harness.seen(1))[0].text).toContain(text);
    });

    test('shows a whole reply: text, cards, table, choices', async () => {
      const { status, messageIds } = await deliverReply(FULL_REPLY);
      expect(status).toBe('sent');
      const messages = await harness.seen(messageIds.length);
      const all = messages.map(({ text }) => text).join('\n');
      for (const words of ['两款手机', '星圃 Mira 32GB', '$99', '屏幕大', '$349', '第一款', '6.1 英寸', '更便宜的']) {
        expect(all).toContain(words);
      }
      if (harness.channel.capabilities.choices) {
        const ids = messages.flatMap(({ buttons }) => buttons.map(({ id }) => id));
        expect(ids).toContain('cheaper');
      }
    });

    test('loses no word of a text longer than one message', async () => {
      const length = Math.min(harness.channel.capabilities.maxTextLength, 30_000) + 200;
      const words = Array.from({ length: Math.ceil(length / 8) }, (_, index) => `词${index}x`);
      const { status, messageIds } = await deliverReply({ text: words.join(' '), language: 'zh', by: 'test' });
      expect(status).toBe('sent');
      const shown = (await harness.seen(messageIds.length)).flatMap(({ text }) => text.split(/\s+/));
      expect(shown.filter((word) => /^词\d+x$/.test(word))).toEqual(words);
    });

    test('tells a refusal for good from a failure for now', async () => {
      const address = await addressOf();
      const reply: Reply = { text: 'hello', language: 'en', by: 'test' };
      const refused = await harness.broken('refused', address);
      await expect(harness.channel.send(refused, reply)).rejects.toMatchObject({ code: 'DELIVERY_REFUSED' });
      const failing = await harness.broken('failed', address);
      await expect(harness.channel.send(failing, reply)).rejects.toMatchObject({ code: 'DELIVERY_FAILED' });
    });

    test('shows typing where it says it can', async () => {
      const address = await addressOf();
      if (harness.channel.capabilities.typing) await harness.channel.typing?.(address);
      expect(harness.channel.typing !== undefined).toBe(harness.channel.capabilities.typing);
    });

    test('shows a reply while it is written, then what was checked in its place', async () => {
      expect(harness.drafts !== undefined).toBe(harness.channel.capabilities.streaming);
      if (!harness.drafts) return;
      const live = await written(['我们的 **Mira**', '我们的 **Mira** 只要', '我们的 **Mira** 只要 $1']);
      live.update('我们的 **Mira** 只要 $1', 'checking');
      const reply: Reply = { text: '我们的 Mira 售价 $99。', language: 'zh', by: 'test' };
      expect(await live.finish(reply)).toMatchObject({ status: 'sent', messageIds: [expect.any(String)] });
      const [first, second, third] = await harness.drafts(3);
      expect([first, second, third]).toEqual(['我们的 Mira', '我们的 Mira 只要', '我们的 Mira 只要 $1']);
      const messages = await harness.seen(1);
      expect(messages.map(({ text }) => text.trim())).toEqual(['我们的 Mira 售价 $99。']);
    });

    test('shows the whole reply at the end of what was written', async () => {
      if (!harness.drafts) return;
      const live = await written([FULL_REPLY.text.slice(0, 4), FULL_REPLY.text]);
      const { status, messageIds } = await live.finish(FULL_REPLY);
      expect(status).toBe('sent');
      const messages = await harness.seen(messageIds.length);
      expect(messages).toHaveLength(messageIds.length);
      const all = messages.map(({ text }) => text).join('\n');
      for (const words of ['两款手机', '星圃 Mira 32GB', '拍照好', '6.1 英寸'])
        expect(all.split(words)).toHaveLength(2);
      expect(messages.flatMap(({ buttons }) => buttons.map(({ id }) => id))).toContain('cheaper');
    });

    test('takes away what was shown when nothing is to be said', async () => {
      if (!harness.drafts) return;
      await (await written(['The first words'])).fail();
      expect(await harness.seen(0)).toEqual([]);
    });

    test('while a reply is written, nobody is pinged and no markup is smuggled in', async () => {
      if (!harness.drafts) return;
      const text = 'a <!channel> @here <b>x</b> & <script>';
      await written([text]);
      expect((await harness.drafts(1))[0]).toBe(text);
    });

    test('stops, also twice, and then takes nothing more', async () => {
      await harness.channel.stop();
      await harness.channel.stop();
      const outcome = await say('late', 'hello').catch(() => ({ acknowledged: false }));
      expect(outcome.acknowledged).toBe(false);
      expect(received).toEqual([]);
    });
  });
}

const FULL_REPLY: Reply = {
  text: '这两款手机比较适合您：',
  language: 'zh',
  by: 'test',
  products: [
    { productId: 'phone-1', title: '星圃 Mira 32GB', price: '$99', reason: '屏幕大', facts: ['存储容量 32 GB'] },
    { productId: 'phone-2', title: '维洛玛 Lens', price: '$349', listPrice: '$399', reason: '拍照好', facts: [] },
  ],
  table: {
    columns: ['', '第一款', '第二款'],
    rows: [
      ['屏幕', '6.1 英寸', '6.5 英寸'],
      ['价格', '$99', '$349'],
    ],
  },
  choices: [
    { id: 'cheaper', text: '更便宜的' },
    { id: 'more', text: '再看一些' },
  ],
};
