import type { ReplyStream } from '../../src/conversation/channel.ts';
import { deliveryRefused } from '../../src/conversation/delivery/delivery-error.ts';
import type { TeamsApi } from './api.ts';
import type { TeamsAddress } from './parse.ts';
import { renderTeams } from './render.ts';

/** One request a second is taken; the documentation asks for 1.5 s to 2 s (learn.microsoft.com/microsoftteams/platform/bots/streaming-ux). */
const EVERY_MS = 1_500;

/**
 * A text that grows in a one-on-one chat: each update holds all of it, the last one the cards too. Teams ends a stream after two
 * minutes; the reply is then a message of its own.
 */
export function createTeamsStream({ post, remove }: TeamsApi, address: TeamsAddress): ReplyStream {
  let streamId: string | undefined;
  let sequence = 0;

  const streamInfo = (info: object) => ({
    entities: [{ type: 'streaminfo', ...(streamId !== undefined && { streamId }), ...info }],
  });

  return {
    everyMs: EVERY_MS,
    async update(markdown) {
      const { text } = renderTeams({ text: markdown, language: 'en', by: '' });
      sequence += 1;
      const info = streamInfo({ streamType: 'streaming', streamSequence: sequence });
      const id = await post(address, { type: 'typing', text, ...info });
      streamId ??= id;
    },
    async finish(reply) {
      const payload = renderTeams(reply);
      if (streamId !== undefined && !payload.text) throw deliveryRefused('teams', 'a stream ends with a text');
      const info = streamId === undefined ? {} : streamInfo({ streamType: 'final' });
      const id = await post(address, { ...payload, ...info });
      return { messageIds: [streamId ?? id].filter((known) => known !== '') };
    },
    async fail() {
      if (streamId !== undefined) await remove(address, streamId);
    },
  };
}
