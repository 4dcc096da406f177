import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import type { Channel } from '../../../src/conversation/channel.ts';
import { createDelivery } from '../../../src/conversation/delivery/delivery.ts';
import { deliveryRefused } from '../../../src/conversation/delivery/delivery-error.ts';
import { createInbox, type TurnStore } from '../../../src/conversation/inbox.ts';
import type { Action } from '../../../src/conversation/message.ts';
import { createProactive, type ProactiveMessage } from '../../../src/conversation/outreach/proactive.ts';
import type { Turn } from '../../../src/conversation/turn-record.ts';
import { createCustomers } from '../../../src/customers/customers.ts';
import type { Reply } from '../../../src/replies/reply.ts';
import { createStore } from '../../../src/store/store.ts';
import { understandingOf } from '../../support/understanding.ts';

const logger = pino({ level: 'silent' });
const NOON = new Date('2026-03-04T12:00:00Z');
const QUIET = { from: 21, to: 9, timeZone: 'UTC' };
const ROOM = 'test:room';
let folder: string;
let store: TurnStore;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'proactive-'));
  store = await createStore({ folder });
});

afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const reply: Reply = { text: '您要的灯到货了。', language: 'zh', by: 'built-in' };
const message = (parts: Partial<ProactiveMessage> = {}): ProactiveMessage => ({
  conversationId: ROOM,
  reply,
  purpose: 'service',
  ...parts,
});

interface Setup {
  send?: Channel['send'];
  now?(): Date;
  channel?: Partial<Channel>;
}

/** The proactive sender over the real store and inbox, for one customer who has written once. */
async function setUp({ send, now = () => NOON, channel: more }: Setup = {}) {
  const sent: { address: unknown; text: string }[] = [];
  const channel: Channel = {
    name: 'test',
    capabilities: {
      cards: true,
      choices: true,
      tables: true,
      streaming: false,
      typing: false,
      maxTextLength: 4000,
      maxChoices: 9,
    },
    start: async () => undefined,
    stop: async () => undefined,
    async send(address, posted) {
      await send?.(address, posted);
      sent.push({ address, text: posted.text });
      return { messageIds: [`m${sent.length}`] };
    },
    ...more,
  };
  const channels = new Map([['test', channel]]);
  const customers = createCustomers(store);
  const customer = await customers.open({ channel: 'test', userId: 'ann' });
  await store.conversations.open({ id: ROOM, channel: 'test', customerId: customer.id, address: { room: 1 } });
  const delivery = createDelivery({ channels, logger, sleep: async () => undefined });
  const turn = { invoke: () => Promise.reject(new Error('nothing is to be answered here')) };
  const inbox = createInbox({ turn, store, customers, delivery, channels, logger, now });
  const proactive = createProactive({ store, customers, inbox, channels, perWeek: 2, quiet: QUIET, now });
  const allow = (granted = true) => customers.setConsent(customer.id, 'marketing', granted, 'test');
  return { proactive, inbox, sent, customers, customer, allow };
}

let turns = 0;
/** What happened last in the conversation, as the store has it. */
async function happened(customerId: string, parts: { action?: Action } & Partial<Turn>) {
  turns += 1;
  const { action, ...rest } = parts;
  const said = {
    id: `t${turns}`,
    author: { id: 'ann', isBot: false },
    text: '',
    address: { room: 1 },
    attachments: [],
  };
  await store.turns.claim({
    id: `test|t${turns}`,
    conversationId: ROOM,
    customerId,
    channel: 'test',
    status: 'sent',
    receivedAt: new Date(NOON.getTime() - 1000 + turns),
    attempts: 1,
    message: { ...said, ...(action && { action }) },
    ...rest,
  });
}

describe('writing first', () => {
  test('goes to the stored address, and stands in the conversation with who wrote it', async () => {
    const { proactive, sent, customer } = await setUp();
    expect(await proactive.send(message({ author: 'li@shop.example' }))).toBe('sent');
    expect(sent).toEqual([{ address: { room: 1 }, text: reply.text }]);
    const [turn] = await store.turns.recent(ROOM, 5);
    expect(turn).toMatchObject({
      customerId: customer.id,
      status: 'sent',
      proactive: { purpose: 'service', author: 'li@shop.example' },
      message: { text: '' },
      reply,
      delivery: { messageIds: ['m1'] },
    });
  });

  test('a product shown is what "it" means afterwards', async () => {
    const { proactive } = await setUp();
    const products = [{ productId: 'lamp-1', title: 'Lamp', price: '$5', reason: '', facts: [] }];
    await proactive.send(message({ reply: { ...reply, products } }));
    expect((await store.conversations.get(ROOM))?.state).toMatchObject({ shown: ['lamp-1'], focus: 'lamp-1' });
  });

  test('the same key is sent once, also when asked for twice at once', async () => {
    const { proactive, sent } = await setUp();
    const outcomes = await Promise.all([1, 2].map(() => proactive.send(message({ key: 'lamp-1' }))));
    expect(outcomes.toSorted()).toEqual(['seen', 'sent']);
    expect(sent).toHaveLength(1);
  });

  test('what a crash left unsent is sent once after the restart', async () => {
    const { inbox, sent, customer } = await setUp({ now: () => new Date(Date.now() + 1000) });
    await happened(customer.id, { status: 'answered', proactive: { purpose: 'service' }, reply });
    expect(await inbox.recover()).toBe(1);
    await inbox.idle();
    expect(await inbox.recover()).toBe(0);
    expect(sent.map(({ text }) => text)).toEqual([reply.text]);
  });

  test('says when there is no such conversation, or its channel is off', async () => {
    const { proactive, customer } = await setUp();
    expect(await proactive.send(message({ conversationId: 'test:other' }))).toBe('unknown');
    await store.conversations.open({ id: 'old:1', channel: 'old', customerId: customer.id, address: {} });
    expect(await proactive.send(message({ conversationId: 'old:1' }))).toBe('off');
  });

  test.each([['blocked'], ['left']] as const)('never after the customer has %s us', async (kind) => {
    const { proactive, sent, customer } = await setUp();
    await happened(customer.id, { action: { kind } });
    expect(await proactive.send(message())).toBe('blocked');
    expect(sent).toEqual([]);
    await happened(customer.id, { route: 'recommend' });
    expect(await proactive.send(message())).toBe('sent');
  });

  test('never again after the platform has said that we are blocked', async () => {
    let tried = 0;
    const send = async () => {
      tried += 1;
      throw deliveryRefused('test', '403', { blocked: true });
    };
    const { proactive } = await setUp({ send });
    expect(await proactive.send(message())).toBe('blocked');
    expect(await proactive.send(message())).toBe('blocked');
    expect(tried).toBe(1);
  });

  test('says when the platform does not take it', async () => {
    const { proactive } = await setUp({
      send: async () => {
        throw deliveryRefused('test', 'too long');
      },
    });
    expect(await proactive.send(message())).toBe('failed');
  });
});

describe('marketing', () => {
  const marketing = message({ purpose: 'marketing' });

  test('needs consent, and ends with it', async () => {
    const { proactive, allow } = await setUp();
    expect(await proactive.send(marketing)).toBe('no-consent');
    await allow();
    expect(await proactive.send(marketing)).toBe('sent');
    await allow(false);
    expect(await proactive.send(marketing)).toBe('no-consent');
  });

  test('is capped for each customer by the week, over campaigns that run at once; service is not', async () => {
    let now = NOON;
    const { proactive, allow, sent } = await setUp({ now: () => now });
    await allow();
    const outcomes = await Promise.all([1, 2, 3].map(() => proactive.send(marketing)));
    expect(outcomes).toEqual(['sent', 'sent', 'capped']);
    expect(await proactive.send(message())).toBe('sent');
    now = new Date(NOON.getTime() + 8 * 86_400_000);
    expect(await proactive.send(marketing)).toBe('sent');
    expect(sent).toHaveLength(4);
  });

  test.each([
    ['2026-03-04T20:59:00Z', 'sent'],
    ['2026-03-04T21:00:00Z', 'quiet'],
    ['2026-03-05T08:59:00Z', 'quiet'],
    ['2026-03-05T09:00:00Z', 'sent'],
  ])('at %s is %s', async (at, outcome) => {
    const { proactive, allow } = await setUp({ now: () => new Date(at) });
    await allow();
    expect(await proactive.send(marketing)).toBe(outcome);
    expect(await proactive.send(message())).toBe('sent');
  });

  test('goes to nobody who complains, is angry, or waits for a person', async () => {
    const { proactive, allow, customer } = await setUp();
    await allow();
    await happened(customer.id, { route: 'complaint' });
    expect(await proactive.send(marketing)).toBe('unsuitable');
    const understanding = understandingOf('太过分了');
    const sentiment = { ...understanding.sentiment, angry: true };
    await happened(customer.id, { route: 'answer', understanding: { ...understanding, sentiment } });
    expect(await proactive.send(marketing)).toBe('unsuitable');
    await happened(customer.id, { route: 'answer' });
    expect(await proactive.send(marketing)).toBe('sent');
    await store.conversations.save(ROOM, { status: 'waiting' });
    expect(await proactive.send(marketing)).toBe('unsuitable');
  });

  test('stays out of rooms where others read', async () => {
    const { proactive, allow } = await setUp({ channel: { isPrivate: () => false } });
    await allow();
    expect(await proactive.send(marketing)).toBe('unsuitable');
    expect(await proactive.send(message())).toBe('sent');
  });
});
