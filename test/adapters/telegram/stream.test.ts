import { describe, expect, test } from '@jest/globals';
import type { TelegramPayload } from '../../../adapters/telegram/render.ts';
import { createTelegramStream } from '../../../adapters/telegram/stream.ts';
import { deliveryRefused } from '../../../src/conversation/delivery/delivery-error.ts';
import type { Reply } from '../../../src/replies/reply.ts';

const say = (text: string, more: Partial<Reply> = {}): Reply => ({ text, language: 'en', by: 'test', ...more });
const card = { productId: 'l1', title: 'Lamp', price: '$3', reason: '', facts: [], image: 'https://x.example/l.jpg' };

function refusal(description: string, more = {}): Error {
  const error = deliveryRefused('telegram', description, more);
  Object.assign(error.details ?? {}, { description });
  return error;
}

/** A stream before a Bot API that answers as told. */
function setUp(refuse: (method: string) => Error | undefined = () => undefined) {
  const calls: [method: string, payload: Record<string, unknown>][] = [];
  const posted: TelegramPayload[] = [];
  const drafts = { known: true };
  const stream = createTelegramStream({
    address: { chatId: 7, private: true },
    drafts,
    async call(method, payload) {
      calls.push([method, payload as Record<string, unknown>]);
      const error = refuse(method);
      if (error) throw error;
      return true;
    },
    async post(payload) {
      posted.push(payload);
      return { message_id: 100 + posted.length };
    },
  });
  return { stream, calls, posted, drafts, methods: () => calls.map(([method]) => method) };
}

const noDrafts = (method: string) =>
  method === 'sendMessageDraft' ? refusal('Not Found: method not found') : undefined;

describe('streaming in Telegram', () => {
  test('grows as one draft, and the message takes its place', async () => {
    const { stream, calls, posted } = setUp();
    await stream.update('Our **lamps', 'writing');
    await stream.update('Our **lamps** & more', 'checking');
    expect(await stream.finish(say('Our lamps.'))).toEqual({ messageIds: ['101'] });
    expect(calls.map(([, { text }]) => text)).toEqual(['Our **lamps', 'Our <b>lamps</b> &amp; more']);
    const [first, second] = calls.map(([, { draft_id }]) => draft_id);
    expect(first).toBe(second);
    expect(first).toBeGreaterThan(0);
    expect(posted.map(({ text }) => text)).toEqual(['Our lamps.']);
  });

  test('where there are no drafts it is a message that is edited, from then on at once', async () => {
    const { stream, calls, posted, drafts, methods } = setUp(noDrafts);
    await stream.update('Our', 'writing');
    await stream.update('Our lamps', 'writing');
    expect(await stream.finish(say('Our lamps.', { choices: [{ id: 'more', text: 'More' }] }))).toEqual({
      messageIds: ['101'],
    });
    expect(posted.map(({ text }) => text)).toEqual(['Our']);
    expect(methods()).toEqual(['sendMessageDraft', 'editMessageText', 'editMessageText']);
    expect(calls.at(-1)?.[1]).toMatchObject({
      message_id: 101,
      text: 'Our lamps.',
      reply_markup: { inline_keyboard: [[{ text: 'More', callback_data: 'more' }]] },
    });
    expect(drafts.known).toBe(false);
  });

  test('an edit that changes nothing is done', async () => {
    const same = (method: string) =>
      noDrafts(method) ?? (method === 'editMessageText' ? refusal('Bad Request: message is not modified') : undefined);
    const { stream } = setUp(same);
    await stream.update('Our lamps.', 'writing');
    expect(await stream.finish(say('Our lamps.'))).toEqual({ messageIds: ['101'] });
  });

  test('a picture takes the place of what was shown', async () => {
    const { stream, posted, methods } = setUp(noDrafts);
    await stream.update('Our lamps', 'writing');
    expect(await stream.finish(say('', { products: [card] }))).toEqual({ messageIds: ['102'] });
    expect(methods().at(-1)).toBe('deleteMessage');
    expect(posted.at(-1)?.photo).toBe(card.image);
  });

  test('taken away, a message is deleted, and a draft goes by itself', async () => {
    const withDrafts = setUp();
    await withDrafts.stream.update('Our', 'writing');
    await withDrafts.stream.fail();
    expect(withDrafts.methods()).toEqual(['sendMessageDraft']);
    const without = setUp(noDrafts);
    await without.stream.update('Our', 'writing');
    await without.stream.fail();
    expect(without.methods()).toEqual(['sendMessageDraft', 'deleteMessage']);
  });

  test('who has blocked us is told from a server without drafts', async () => {
    const { stream, drafts } = setUp(() => refusal('Forbidden: bot was blocked by the user', { blocked: true }));
    await expect(stream.update('Our', 'writing')).rejects.toMatchObject({ details: { blocked: true } });
    expect(drafts.known).toBe(true);
  });
});
