import type { Logger } from 'pino';
import { isAppError, messageOf } from '../../errors.ts';
import type { Reply } from '../../replies/reply.ts';
import type { Channel } from '../channel.ts';
import { degrade } from './degrade.ts';
import { createPacing, type Pacing, pauseFor } from './pacing.ts';
import { withPublicPictures } from './pictures.ts';
import { splitReply } from './split-reply.ts';

export interface DeliveryOutcome {
  status: 'sent' | 'refused' | 'failed';
  /** Of every message that arrived, also when a later one did not. */
  messageIds: string[];
  /** Of the message that needed most. */
  attempts: number;
  error?: string;
  /** The customer has blocked the bot: nothing may be sent there any more. */
  blocked?: boolean;
}

export interface DeliveryOptions {
  channels: ReadonlyMap<string, Channel>;
  logger: Logger;
  /** Where platforms fetch the pack's pictures; absent = they can't. */
  publicUrl?: string;
  now?(): Date;
  sleep?(ms: number): Promise<void>;
  /** 0 to 1; spreads retries. */
  random?(): number;
}

export interface Delivery {
  /** Sends a reply; never throws. `first` posts the first message in the channel's place, with the same retries. */
  send(channelName: string, address: unknown, reply: Reply, first?: Post): Promise<DeliveryOutcome>;
}

/** Posts one message, as `Channel.send` does. */
export type Post = (message: Reply) => ReturnType<Channel['send']>;

const ATTEMPTS = 5;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 20_000;
/** A platform that asks to wait longer than this has as good as failed. */
const LONGEST_RETRY_AFTER_MS = 10 * 60_000;
/** For a channel that states none. */
const UNLIMITED = { burst: 1, perSecond: Number.POSITIVE_INFINITY };

/** Everything outgoing that is the same on all channels: degrading, splitting, pacing, retrying, and telling for-good from for-now. */
export function createDelivery(options: DeliveryOptions): Delivery {
  const { channels, logger, publicUrl, now = () => new Date(), sleep = pauseFor, random = Math.random } = options;
  const pacings = new Map<string, Pacing>();

  function pacingOf({ name, pace }: Channel): Pacing {
    const known = pacings.get(name);
    if (known) return known;
    const pacing = createPacing({ overall: pace?.overall ?? UNLIMITED, now: () => now().getTime(), sleep });
    pacings.set(name, pacing);
    return pacing;
  }

  async function sendOne(channel: Channel, address: unknown, message: Reply, post: Post): Promise<DeliveryOutcome> {
    const pacing = pacingOf(channel);
    const { key, ...rate } = channel.pace?.of(address) ?? { key: JSON.stringify(address), ...UNLIMITED };
    for (let attempt = 1; ; attempt++) {
      await pacing.ready(key, rate);
      try {
        const { messageIds } = await post(message);
        return { status: 'sent', messageIds, attempts: attempt };
      } catch (error) {
        const verdict = judge(error);
        if (verdict.final || attempt === ATTEMPTS) {
          logger.warn({ error: messageOf(error), channel: channel.name, attempt }, 'message not delivered');
          const { status, blocked } = verdict;
          return { status, messageIds: [], attempts: attempt, error: messageOf(error), ...(blocked && { blocked }) };
        }
        if (verdict.retryAfterMs === undefined) {
          const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (attempt - 1));
          await sleep(pause * (0.5 + random() / 2));
        } else if (verdict.overall) pacing.pauseAll(verdict.retryAfterMs);
        else pacing.pause(key, verdict.retryAfterMs);
      }
    }
  }

  return {
    async send(channelName, address, reply, first) {
      const channel = channels.get(channelName);
      if (!channel) return { status: 'failed', messageIds: [], attempts: 0, error: `no channel ${channelName}` };
      const messageIds: string[] = [];
      let attempts = 0;
      const post: Post = (message) => channel.send(address, message);
      const { capabilities } = channel;
      const shown = capabilities.ownPictures ? reply : withPublicPictures(reply, publicUrl);
      const messages = splitReply(degrade(shown, capabilities), capabilities);
      for (const [index, message] of messages.entries()) {
        const outcome = await sendOne(channel, address, message, (index === 0 && first) || post);
        messageIds.push(...outcome.messageIds);
        attempts = Math.max(attempts, outcome.attempts);
        if (outcome.status !== 'sent') return { ...outcome, messageIds, attempts };
      }
      return { status: 'sent', messageIds, attempts };
    },
  };
}

interface Verdict {
  status: 'refused' | 'failed';
  /** Asking again is of no use. */
  final: boolean;
  retryAfterMs?: number;
  /** The wait holds for the whole channel. */
  overall: boolean;
  blocked: boolean;
}

function judge(error: unknown): Verdict {
  const details = isAppError(error) ? error.details : undefined;
  if (isAppError(error, 'DELIVERY_REFUSED')) {
    return { status: 'refused', final: true, overall: false, blocked: details?.blocked === true };
  }
  const retryAfterMs = typeof details?.retryAfterMs === 'number' ? details.retryAfterMs : undefined;
  return {
    status: 'failed',
    final: (retryAfterMs ?? 0) > LONGEST_RETRY_AFTER_MS,
    retryAfterMs,
    overall: details?.overall === true,
    blocked: false,
  };
}
