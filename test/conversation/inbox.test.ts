import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { RunnableLambda } from '@langchain/core/runnables';
import { pino } from 'pino';
import type { Channel } from '../../src/conversation/channel.ts';
import type { TurnContext, TurnInput } from '../../src/conversation/context.ts';
import { createDelivery } from '../../src/conversation/delivery/delivery.ts';
import { emptyDialogue } from '../../src/conversation/dialogue/dialogue.ts';
import { createInbox, type TurnStore } from '../../src/conversation/inbox.ts';
import type { IncomingMessage } from '../../src/conversation/message.ts';
import { createCustomers } from '../../src/customers/customers.ts';
import { AppError } from '../../src/errors.ts';
import type { Reply } from '../../src/replies/reply.ts';
import { createStore } from '../../src/store/store.ts';
import { understandingOf } from '../support/understanding.ts';

const logger = pino({ level: 'silent' });
let folder: string;
let store: TurnStore;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inbox-'));
  store = await createStore({ folder });
});

afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const message = (id: string, parts: Partial<IncomingMessage> = {}): IncomingMessage => ({
  id,
  channel: 'test',
  conversationId: 'test:room',
  author: { id: 'ann', isBot: false },
  text: `text ${id}`,
  attachments: [],
  isDirect: true,
  receivedAt: new Date(),
  address: { room: 1 },
  ...parts,
});

interface Setup {
  answer?(input: TurnInput): Promise<string | undefined>;
  send?: Channel['send'];
  stream?: Channel['stream'];
  now?(): Date;
}

/** An inbox over the real store, with a turn that echoes and a channel that collects. */
function setUp({ answer = async ({ message: { text } }) => `re: ${text}`, send, stream, now }: Setup = {}) {
  const sent: string[] = [];
  const channel: Channel = {
    name: 'test',
    capabilities: {
      cards: true,
      choices: true,
      tables: true,
      streaming: stream !== undefined,
      typing: false,
      maxTextLength: 4000,
      maxChoices: 9,
    },
    start: async () => undefined,
    stop: async () => undefined,
    send:
      send ??
      (async (_address, reply) => {
        sent.push(reply.text);
        return { messageIds: [`m${sent.length}`] };
      }),
    ...(stream && { stream }),
  };
  const channels = new Map([['test', channel]]);
  const customers = createCustomers(store);
  const turn = RunnableLambda.from(async (input: TurnInput): Promise<TurnContext> => {
    const text = await answer(input);
    const customer = (await customers.get(input.turn.customerId))!;
    const reply: Reply | undefined = text === undefined ? undefined : { text, language: 'en', by: 'built-in' };
    if (reply) input.turn.reply = reply;
    return {
      ...input,
      customer,
      understanding: understandingOf(input.message.text),
      language: 'en',
      plan: { route: 'answer', intent: 'shipping' },
      handled: [],
      reply,
      dialogue: { ...input.dialogue, turns: input.dialogue.turns + 1 },
    };
  });
  const delivery = createDelivery({ channels, logger, sleep: async () => undefined });
  const inbox = createInbox({ turn, store, customers, delivery, channels, logger, now });
  return { inbox, sent, customers };
}

describe('the inbox', () => {
  test('answers a redelivered message once', async () => {
    const { inbox, sent } = setUp();
    await Promise.all([inbox.receive(message('1')), inbox.receive(message('1'))]);
    await inbox.idle();
    await inbox.receive(message('1'));
    await inbox.idle();
    expect(sent).toEqual(['re: text 1']);
  });

  test('keeps the order within a conversation and runs conversations side by side', async () => {
    let release: () => void = () => undefined;
    const blocked = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { inbox, sent } = setUp({
      answer: async ({ message: { text } }) => {
        if (text === 'text 1') await blocked;
        return text;
      },
    });
    for (const id of ['1', '2', '3']) await inbox.receive(message(id));
    const other = message('4', { conversationId: 'test:other', author: { id: 'bob', isBot: false } });
    await inbox.receive(other);
    while (sent.length === 0) await new Promise((resolve) => setImmediate(resolve));
    expect(sent).toEqual(['text 4']);
    release();
    await inbox.idle();
    expect(sent).toEqual(['text 4', 'text 1', 'text 2', 'text 3']);
  });

  test('ignores bots and rooms where the bot was not mentioned', async () => {
    const { inbox, sent } = setUp();
    await inbox.receive(message('1', { author: { id: 'b', isBot: true } }));
    await inbox.receive(message('2', { isDirect: false }));
    await inbox.idle();
    expect(sent).toEqual([]);
    expect(await store.turns.count({})).toBe(0);
  });

  test('the dialogue is remembered from turn to turn', async () => {
    const seen: number[] = [];
    const { inbox } = setUp({
      answer: async ({ dialogue }) => {
        seen.push(dialogue.turns);
        return 'ok';
      },
    });
    for (const id of ['1', '2', '3']) await inbox.receive(message(id));
    await inbox.idle();
    expect(seen).toEqual([0, 1, 2]);
  });

  test('stores personal data redacted, and no reader of an attachment', async () => {
    const { inbox } = setUp();
    await inbox.receive(
      message('1', {
        text: 'write to ann@example.com',
        attachments: [{ kind: 'image', name: 'a.png', read: async () => new Uint8Array() }],
      }),
    );
    await inbox.idle();
    const turn = await store.turns.get('test|1');
    expect(turn?.message.text).toBe('write to [EMAIL_1]');
    expect(turn?.message.attachments).toEqual([{ kind: 'image', name: 'a.png' }]);
  });

  test('takes up a turn that a crash left unanswered', async () => {
    let clock = new Date('2026-01-01T00:00:00Z');
    const crashed = setUp({ answer: () => new Promise(() => undefined), now: () => clock });
    await crashed.inbox.receive(message('1'));

    clock = new Date(Date.now() + 120_000);
    const { inbox, sent } = setUp({ now: () => clock });
    expect(await inbox.recover()).toBe(1);
    await inbox.idle();
    expect(sent).toEqual(['re: text 1']);
    expect(await store.turns.get('test|1')).toMatchObject({ status: 'sent', attempts: 2 });
  });

  test('sends a reply made before a crash without making it again', async () => {
    const made = await store.turns.claim({
      id: 'test|1',
      conversationId: 'test:room',
      customerId: 'c',
      channel: 'test',
      status: 'answered',
      receivedAt: new Date(),
      attempts: 1,
      message: { id: '1', author: { id: 'ann', isBot: false }, text: 'x', address: {}, attachments: [] },
      reply: { text: 'made before', language: 'en', by: 'built-in' },
    });
    expect(made).toBe('new');
    const { inbox, sent } = setUp({ now: () => new Date(Date.now() + 120_000) });
    await inbox.recover();
    await inbox.idle();
    expect(sent).toEqual(['made before']);
  });

  test('tries again what the platform failed to take, and not what it refused', async () => {
    let calls = 0;
    const flaky = setUp({
      send: async () => {
        calls += 1;
        if (calls < 3) throw new AppError('DELIVERY_FAILED', 'busy');
        return { messageIds: ['m'] };
      },
    });
    await flaky.inbox.receive(message('1'));
    await flaky.inbox.idle();
    expect(await store.turns.get('test|1')).toMatchObject({
      status: 'sent',
      delivery: { attempts: 3, messageIds: ['m'] },
    });

    const refusing = setUp({
      send: async () => {
        throw new AppError('DELIVERY_REFUSED', 'blocked');
      },
    });
    await refusing.inbox.receive(message('2'));
    await refusing.inbox.idle();
    expect(await store.turns.get('test|2')).toMatchObject({ status: 'refused', delivery: { attempts: 1 } });
  });

  test('a silent turn sends nothing and is finished', async () => {
    const { inbox, sent } = setUp({ answer: async () => undefined });
    await inbox.receive(message('1'));
    await inbox.idle();
    expect(sent).toEqual([]);
    expect((await store.turns.get('test|1'))?.status).toBe('dropped');
  });

  test('erasing a customer in the middle of a turn leaves nothing behind', async () => {
    const { inbox, sent, customers } = setUp({
      answer: async ({ turn }) => {
        await customers.open({ channel: 'test', userId: 'ann' });
        await customers.erase(turn.customerId);
        await customers.open({ channel: 'test', userId: 'someone-else' });
        return 'erased';
      },
    });
    // The fake turn reads its customer back, which is gone: only the reply matters here.
    await inbox.receive(message('1'));
    await inbox.idle();
    expect(sent).toEqual(['erased']);
    expect(await store.turns.count({})).toBe(0);
    expect(await store.customers.findByIdentity({ channel: 'test', userId: 'ann' })).toBeUndefined();
  });

  test('50 messages at once from one customer are all answered, in order', async () => {
    const { inbox, sent } = setUp();
    const ids = Array.from({ length: 50 }, (_, index) => String(index));
    await Promise.all(ids.map((id) => inbox.receive(message(id))));
    await inbox.idle();
    expect(new Set(sent).size).toBe(50);
    expect(await store.turns.count({ status: 'sent' })).toBe(50);
  });

  test('starts a conversation with an empty dialogue', async () => {
    let first: unknown;
    const { inbox } = setUp({
      answer: async ({ dialogue }) => {
        first = dialogue;
        return 'ok';
      },
    });
    await inbox.receive(message('1'));
    await inbox.idle();
    expect(first).toEqual(emptyDialogue());
  });

  describe('on a channel that streams', () => {
    /** What the customer's side saw, and whether the reply was in the store when it was shown as final. */
    function streamSetUp(answer: Setup['answer']) {
      const seen: string[] = [];
      const stream: Channel['stream'] = async () => ({
        everyMs: 0,
        update: async (text, state) => void seen.push(`${state}: ${text}`),
        async finish(reply) {
          const stored = await store.turns.get('test|1');
          seen.push(`final: ${reply.text}, stored: ${stored?.reply?.text}`);
          return { messageIds: ['streamed'] };
        },
        fail: async () => void seen.push('gone'),
      });
      return { seen, ...setUp({ answer, stream }) };
    }
    const shown = () => new Promise((resolve) => setImmediate(resolve));

    test('the customer sees the reply grow, then the stored one in its place', async () => {
      const { seen, inbox, sent } = streamSetUp(async ({ onText }) => {
        onText?.('It costs');
        await shown();
        onText?.('It costs $1', 'checking');
        await shown();
        return 'It costs $99.';
      });
      await inbox.receive(message('1'));
      await inbox.idle();
      expect(seen).toEqual([
        'writing: It costs',
        'checking: It costs $1',
        'final: It costs $99., stored: It costs $99.',
      ]);
      expect(sent).toEqual([]);
      expect(await store.turns.get('test|1')).toMatchObject({ status: 'sent', delivery: { messageIds: ['streamed'] } });
    });

    test.each([
      ['says nothing after all', async () => undefined],
      [
        'breaks',
        async () => {
          throw new Error('the store is away');
        },
      ],
    ])('what was shown goes when the turn %s', async (_how, end) => {
      const { seen, inbox } = streamSetUp(async ({ onText }) => {
        onText?.('It costs');
        await shown();
        return end();
      });
      await inbox.receive(message('1'));
      await inbox.idle();
      expect(seen).toEqual(['writing: It costs', 'gone']);
    });
  });
});
