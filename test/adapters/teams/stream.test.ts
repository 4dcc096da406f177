import { describe, expect, test } from '@jest/globals';
import { createTeamsStream } from '../../../adapters/teams/stream.ts';
import type { Reply } from '../../../src/replies/reply.ts';

const say = (text: string, more: Partial<Reply> = {}): Reply => ({ text, language: 'en', by: 'test', ...more });
const address = { serviceUrl: 'https://smba.example/', conversationId: 'a:1', botId: '28:b', personal: true };

function setUp() {
  const posted: Record<string, unknown>[] = [];
  const removed: string[] = [];
  const stream = createTeamsStream(
    {
      async post(_address, activity) {
        posted.push(activity as Record<string, unknown>);
        return `id-${posted.length}`;
      },
      async remove(_address, id) {
        removed.push(id);
      },
      readFile: async () => new Uint8Array(),
    },
    address,
  );
  return { stream, posted, removed };
}

describe('streaming in Teams', () => {
  test('each update holds all of the text, numbered, under the first one’s id; the cards come with the last', async () => {
    const { stream, posted } = setUp();
    await stream.update('Our', 'writing');
    await stream.update('Our **lamps**', 'writing');
    const reply = say('Our lamps.', { choices: [{ id: 'more', text: 'More' }] });
    expect(await stream.finish(reply)).toEqual({ messageIds: ['id-1'] });
    expect(posted).toMatchObject([
      { type: 'typing', text: 'Our', entities: [{ type: 'streaminfo', streamType: 'streaming', streamSequence: 1 }] },
      {
        type: 'typing',
        text: 'Our **lamps**',
        entities: [{ type: 'streaminfo', streamType: 'streaming', streamSequence: 2, streamId: 'id-1' }],
      },
      {
        type: 'message',
        text: 'Our lamps.',
        attachments: [expect.anything()],
        entities: [{ type: 'streaminfo', streamType: 'final', streamId: 'id-1' }],
      },
    ]);
    expect(posted[0]).not.toHaveProperty('attachments');
    expect(JSON.stringify(posted[0])).not.toContain('streamId');
  });

  test('what has no text can’t end a stream', async () => {
    const { stream } = setUp();
    await stream.update('Our', 'writing');
    await expect(stream.finish(say(''))).rejects.toMatchObject({ code: 'DELIVERY_REFUSED' });
  });

  test('nothing shown: the reply is an ordinary message', async () => {
    const { stream, posted, removed } = setUp();
    await stream.fail();
    expect(await stream.finish(say('Hi'))).toEqual({ messageIds: ['id-1'] });
    expect(posted[0]).not.toHaveProperty('entities');
    expect(removed).toEqual([]);
  });

  test('taken away, it is deleted', async () => {
    const { stream, removed } = setUp();
    await stream.update('Our', 'writing');
    await stream.fail();
    expect(removed).toEqual(['id-1']);
  });
});
