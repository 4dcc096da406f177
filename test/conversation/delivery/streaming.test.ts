import { describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import type { Channel, ReplyStream } from '../../../src/conversation/channel.ts';
import { createDelivery } from '../../../src/conversation/delivery/delivery.ts';
import { deliveryFailed, deliveryRefused } from '../../../src/conversation/delivery/delivery-error.ts';
import { createStreaming } from '../../../src/conversation/delivery/streaming.ts';
import type { Reply } from '../../../src/replies/reply.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

const logger = pino({ level: 'silent' });
const reply: Reply = { text: 'The checked reply.', language: 'en', by: 'test' };

interface Setup {
  stream?: Channel['stream'] | null;
  update?: ReplyStream['update'];
  finish?: ReplyStream['finish'];
  fail?: ReplyStream['fail'];
}

/** A channel that streams every second, on a virtual clock; `log` is what the customer's side saw, and when. */
function setUp({ stream, update, finish, fail }: Setup = {}) {
  const clock = createVirtualClock(0);
  const log: [at: number, what: string][] = [];
  const note = (what: string) => log.push([clock.now(), what]);
  const made: ReplyStream = {
    everyMs: 1_000,
    async update(text, state) {
      note(`${state}: ${text}`);
      await update?.(text, state);
    },
    async finish(message) {
      note(`finish: ${message.text}`);
      return (await finish?.(message)) ?? { messageIds: ['streamed'] };
    },
    async fail() {
      note('fail');
      await fail?.();
    },
  };
  const channel: Channel = {
    name: 'fake',
    capabilities: {
      cards: true,
      choices: true,
      tables: true,
      streaming: true,
      typing: false,
      maxTextLength: 30,
      maxChoices: 3,
    },
    start: async () => undefined,
    stop: async () => undefined,
    async send(_address, message) {
      note(`send: ${message.text}`);
      return { messageIds: ['sent'] };
    },
    ...(stream !== null && { stream: stream ?? (async () => made) }),
  };
  const channels = new Map([['fake', channel]]);
  const now = () => new Date(clock.now());
  const delivery = createDelivery({ channels, logger, now, sleep: clock.sleep, random: () => 1 });
  const streaming = createStreaming({ channels, delivery, logger, now: clock.now, sleep: clock.sleep });
  return { clock, log, live: streaming.open('fake', {}), run: clock.run };
}

describe('a reply that is written before the customer’s eyes', () => {
  test('is shown at the platform’s pace: texts that come faster are skipped, and none comes after the last', async () => {
    const { clock, log, live, run } = setUp();
    const write = async () => {
      for (let length = 1; length <= 25; length++) {
        live.update('x'.repeat(length));
        await clock.sleep(100);
      }
      return live.finish(reply);
    };
    expect(await run(write())).toEqual({ status: 'sent', messageIds: ['streamed'], attempts: 1 });
    expect(log.map(([at, what]) => [at, what.replace(/x+/, (xs) => String(xs.length))])).toEqual([
      [0, 'writing: 1'],
      [1_000, 'writing: 10'],
      [2_000, 'writing: 20'],
      [2_500, 'finish: The checked reply.'],
    ]);
  });

  test('is shown as being checked at the end', async () => {
    const { clock, log, live, run } = setUp();
    live.update('Hello');
    live.update('Hello', 'checking');
    await run(clock.sleep(5_000));
    expect(log.map(([, what]) => what)).toEqual(['checking: Hello']);
    live.update('Hello again', 'checking');
    await run(clock.sleep(1));
    expect(log.at(-1)).toEqual([5_000, 'checking: Hello again']);
  });

  test('shows of a long text what one message holds, and sends the rest of the reply after it', async () => {
    const { clock, log, live, run } = setUp();
    live.update('One sentence here. And another sentence there.');
    await run(clock.sleep(1));
    await run(live.finish({ ...reply, text: 'One sentence here. And another sentence there.' }));
    expect(log.map(([, what]) => what)).toEqual([
      'writing: One sentence here.',
      'finish: One sentence here.',
      'send: And another sentence there.',
    ]);
  });

  test('with nothing written, is sent as any other', async () => {
    const { log, live, run } = setUp();
    expect(live.watched).toBe(true);
    await run(live.finish(reply));
    expect(log).toEqual([[0, 'send: The checked reply.']]);
  });

  test.each([
    ['a channel that can’t', null],
    ['an address that can’t', async () => undefined],
  ])('at %s is sent whole', async (_what, stream) => {
    const { log, live, run } = setUp({ stream });
    live.update('The chec');
    expect(await run(live.finish(reply))).toMatchObject({ status: 'sent' });
    expect(log).toEqual([[0, 'send: The checked reply.']]);
  });

  test('nobody watches where the channel can’t, so that nothing need be streamed', () => {
    expect(setUp({ stream: null }).live.watched).toBe(false);
  });

  test('an update that fails ends the show, and the reply is sent', async () => {
    const { clock, log, live, run } = setUp({
      update: async () => {
        throw deliveryRefused('fake', 'stream is over');
      },
    });
    live.update('The');
    await run(clock.sleep(2_000));
    live.update('The checked');
    await run(clock.sleep(2_000));
    expect(await run(live.finish(reply))).toMatchObject({ status: 'sent', messageIds: ['sent'] });
    expect(log.map(([, what]) => what)).toEqual(['writing: The', 'fail', 'send: The checked reply.']);
  });

  test('finishing waits as long as the platform asks, then is done once', async () => {
    let failures = 1;
    const { clock, log, live, run } = setUp({
      finish: async () => {
        if (failures-- > 0) throw deliveryFailed('fake', '429', { retryAfterMs: 4_000 });
        return { messageIds: ['streamed'] };
      },
    });
    live.update('The');
    await run(clock.sleep(1));
    expect(await run(live.finish(reply))).toMatchObject({ status: 'sent', messageIds: ['streamed'], attempts: 2 });
    expect(log.slice(1).map(([at]) => at)).toEqual([1, 4_001]);
  });

  test.each([
    ['refused', deliveryRefused('fake', 'gone'), ['finish', 'fail', 'send']],
    ['failing again and again', deliveryFailed('fake', '502'), ['finish', 'finish', 'fail', 'send']],
  ])('finishing that is %s gives way to a message of its own', async (_how, error, steps) => {
    const { clock, log, live, run } = setUp({
      finish: async () => {
        throw error;
      },
      fail: async () => {
        throw new Error('not even that');
      },
    });
    live.update('The');
    await run(clock.sleep(1));
    expect(await run(live.finish(reply))).toMatchObject({ status: 'sent', messageIds: ['sent'] });
    expect(log.slice(1).map(([, what]) => what.split(':')[0])).toEqual(steps);
  });

  test('to a customer who has blocked us meanwhile, nothing more is sent', async () => {
    const { clock, log, live, run } = setUp({
      finish: async () => {
        throw deliveryRefused('fake', '403', { blocked: true });
      },
    });
    live.update('The');
    await run(clock.sleep(1));
    expect(await run(live.finish(reply))).toMatchObject({ status: 'refused', blocked: true });
    expect(log.map(([, what]) => what)).toEqual(['writing: The', 'finish: The checked reply.']);
  });
});
