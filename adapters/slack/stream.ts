import type { ReplyStream } from '../../src/conversation/channel.ts';
import { isAppError } from '../../src/errors.ts';
import type { SlackApi } from './api.ts';
import type { SlackAddress } from './parse.ts';
import { renderSlack, type SlackPayload } from './render.ts';

export interface SlackStreamOptions {
  call: SlackApi['call'];
  address: SlackAddress;
  /** Posts a message, or with `ts` writes over one; returns its ts. */
  write(payload: SlackPayload, ts?: string): Promise<string>;
  /** Whether this workspace and app take streams; turned off when Slack says that they do not. */
  streams: { known: boolean };
}

/** Answers that will be the same the next time. */
const NEVER = new Set(['unknown_method', 'missing_scope', 'not_allowed_token_type', 'feature_not_enabled']);

/** Appending is in Slack's tier 4 (over 100 a minute, over the workspace); a text grows readably at this pace. */
const EVERY_MS = 1_000;

/** Whether Slack streams there: in threads, and beside direct chats only to a person it is told of. */
export function canStream({ channelId, threadTs, reader }: SlackAddress): boolean {
  return threadTs !== undefined && (channelId.startsWith('D') || reader !== undefined);
}

/**
 * A text that grows (docs.slack.dev/reference/methods/chat.startStream). Slack only appends, and ends a stream by itself after
 * some minutes: what must read otherwise is written over the ended message.
 */
export function createSlackStream({ call, address, write, streams }: SlackStreamOptions): ReplyStream {
  const { channelId: channel, threadTs, reader } = address;
  let ts: string | undefined;
  let shown = '';
  let ended = false;

  async function start(text: string): Promise<string> {
    const recipient = reader && { recipient_user_id: reader.userId, recipient_team_id: reader.teamId };
    const place = { channel, thread_ts: threadTs, ...recipient };
    try {
      return String((await call('chat.startStream', { ...place, markdown_text: harmless(text) })).ts);
    } catch (error) {
      if (isAppError(error) && NEVER.has(String(error.details?.reason))) streams.known = false;
      throw error;
    }
  }

  async function stop(more: object = {}): Promise<void> {
    await call('chat.stopStream', { channel, ts, ...more });
    ended = true;
  }

  /** Ends the stream so that the message reads as the reply; false when it must be written over. */
  async function stopWith({ text, ...rest }: Parameters<ReplyStream['finish']>[0]): Promise<boolean> {
    if (ended) return false;
    const added = text.startsWith(shown) ? text.slice(shown.length) : undefined;
    const { blocks } = renderSlack({ ...rest, text: '' });
    try {
      await stop(
        added === undefined ? {} : { ...(added && { markdown_text: harmless(added) }), ...(blocks && { blocks }) },
      );
      return added !== undefined;
    } catch (error) {
      if (!isAppError(error, 'DELIVERY_REFUSED')) throw error;
      // Slack has ended it, or can't show the blocks: then it is ended without them.
      if (!ended) await stop().catch(() => undefined);
      ended = true;
      return false;
    }
  }

  return {
    everyMs: EVERY_MS,
    async update(text) {
      if (ts === undefined) {
        ts = await start(text);
      } else {
        if (!text.startsWith(shown) || text === shown) return;
        await call('chat.appendStream', { channel, ts, markdown_text: harmless(text.slice(shown.length)) });
      }
      shown = text;
    },
    async finish(reply) {
      const id = ts ?? (await write(renderSlack(reply)));
      if (ts !== undefined && !(await stopWith(reply))) await write(renderSlack(reply), ts);
      return { messageIds: [id] };
    },
    async fail() {
      if (ts === undefined) return;
      if (!ended) await stop().catch(() => undefined);
      await call('chat.delete', { channel, ts });
    },
  };
}

const EMPTY_SPACE = '\u200b';

/** Markdown that pings nobody. */
function harmless(markdown: string): string {
  return markdown
    .replace(/<(?=[!@#])/g, `<${EMPTY_SPACE}`)
    .replace(/@(?=(?:here|channel|everyone)\b)/gi, `@${EMPTY_SPACE}`);
}
