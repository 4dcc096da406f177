import { describe, expect, test } from '@jest/globals';
import type { SlackAddress } from '../../../adapters/slack/parse.ts';
import type { SlackPayload } from '../../../adapters/slack/render.ts';
import { canStream, createSlackStream } from '../../../adapters/slack/stream.ts';
import { deliveryFailed, deliveryRefused } from '../../../src/conversation/delivery/delivery-error.ts';
import type { Reply } from '../../../src/replies/reply.ts';

const say = (text: string, more: Partial<Reply> = {}): Reply => ({ text, language: 'en', by: 'test', ...more });
const inThread: SlackAddress = { channelId: 'D1', threadTs: '1.0' };

/** A stream before a Web API that answers as told; `calls` is what it was asked. */
function setUp(refuse: (method: string, times: number) => Error | undefined = () => undefined, address = inThread) {
  const calls: [method: string, payload: Record<string, unknown>][] = [];
  const written: { payload: SlackPayload; ts?: string }[] = [];
  const streams = { known: true };
  const stream = createSlackStream({
    address,
    streams,
    async call(method, payload) {
      calls.push([method, payload]);
      const error = refuse(method, calls.filter(([name]) => name === method).length);
      if (error) throw error;
      return { ts: '7.1' };
    },
    async write(payload, ts) {
      written.push({ payload, ...(ts && { ts }) });
      return ts ?? '8.1';
    },
  });
  return { stream, streams, calls, written, methods: () => calls.map(([method]) => method.replace('chat.', '')) };
}

describe('streaming in Slack', () => {
  test('appends what is new, and ends with the rest and the buttons', async () => {
    const { stream, calls, written } = setUp();
    await stream.update('Our', 'writing');
    await stream.update('Our lamps', 'writing');
    await stream.update('Our lamps', 'checking');
    expect(await stream.finish(say('Our lamps.', { choices: [{ id: 'more', text: 'More' }] }))).toEqual({
      messageIds: ['7.1'],
    });
    expect(calls).toEqual([
      ['chat.startStream', { channel: 'D1', thread_ts: '1.0', markdown_text: 'Our' }],
      ['chat.appendStream', { channel: 'D1', ts: '7.1', markdown_text: ' lamps' }],
      ['chat.stopStream', { channel: 'D1', ts: '7.1', markdown_text: '.', blocks: [expect.anything()] }],
    ]);
    expect(written).toEqual([]);
  });

  test('a reply that reads otherwise than what was shown is written over it', async () => {
    const { stream, written, methods } = setUp();
    await stream.update('It costs $1', 'writing');
    await stream.update('It is $2', 'writing');
    await stream.finish(say('It costs $99.'));
    expect(methods()).toEqual(['startStream', 'stopStream']);
    expect(written).toMatchObject([{ ts: '7.1', payload: { text: 'It costs $99.' } }]);
  });

  test('a stream that Slack has ended by itself loses nothing', async () => {
    const over = deliveryRefused('slack', 'message_not_in_streaming_state');
    const { stream, written } = setUp((method) => (method === 'chat.stopStream' ? over : undefined));
    await stream.update('Our lamps', 'writing');
    await stream.finish(say('Our lamps are bright.'));
    expect(written).toMatchObject([{ ts: '7.1', payload: { text: 'Our lamps are bright.' } }]);
  });

  test('a network that fails while it ends is tried again, without a second message', async () => {
    const { stream, written, methods } = setUp((method, times) =>
      method === 'chat.stopStream' && times === 1 ? deliveryFailed('slack', 'network') : undefined,
    );
    await stream.update('Our', 'writing');
    await expect(stream.finish(say('Our lamps.'))).rejects.toMatchObject({ code: 'DELIVERY_FAILED' });
    await stream.finish(say('Our lamps.'));
    expect(methods()).toEqual(['startStream', 'stopStream', 'stopStream']);
    expect(written).toEqual([]);
  });

  test('taken away, it is ended and deleted', async () => {
    const { stream, methods } = setUp();
    await stream.update('Our', 'writing');
    await stream.fail();
    expect(methods()).toEqual(['startStream', 'stopStream', 'delete']);
  });

  test('nothing shown means nothing to take away, and a reply of its own', async () => {
    const { stream, written, methods } = setUp();
    await stream.fail();
    expect(await stream.finish(say('Hi'))).toEqual({ messageIds: ['8.1'] });
    expect(methods()).toEqual([]);
    expect(written).toHaveLength(1);
  });

  test('an app that may not stream does not try again', async () => {
    const missing = Object.assign(deliveryRefused('slack', 'missing_scope'), { details: { reason: 'missing_scope' } });
    const { stream, streams } = setUp(() => missing);
    await expect(stream.update('Our', 'writing')).rejects.toMatchObject({ code: 'DELIVERY_REFUSED' });
    expect(streams.known).toBe(false);
  });

  test('pings nobody while it is written', async () => {
    const { stream, calls } = setUp();
    await stream.update('<!channel> <@U1> @here and @channel', 'writing');
    expect(calls[0]?.[1].markdown_text).not.toMatch(/<[!@#]|@here|@channel/);
  });

  test('in a room the person is named; without a thread or a person there is no stream', async () => {
    const room: SlackAddress = { channelId: 'C1', threadTs: '1.0', reader: { userId: 'U1', teamId: 'T1' } };
    expect([inThread, room, { channelId: 'D1' }, { channelId: 'C1', threadTs: '1.0' }].map(canStream)).toEqual([
      true,
      true,
      false,
      false,
    ]);
    const { stream, calls } = setUp(undefined, room);
    await stream.update('Hi', 'writing');
    expect(calls[0]?.[1]).toMatchObject({ channel: 'C1', recipient_user_id: 'U1', recipient_team_id: 'T1' });
  });
});
