import type { Logger } from 'pino';
import { isAppError, messageOf } from '../../errors.ts';
import type { Reply } from '../../replies/reply.ts';
import type { Channel, DraftState, ReplyStream } from '../channel.ts';
import type { Delivery, DeliveryOutcome, Post } from './delivery.ts';
import { pauseFor } from './pacing.ts';
import { splitText } from './split.ts';

/** A reply on its way to one customer, shown while it is written where the channel can. */
export interface LiveReply {
  /** Whether anybody sees what `update` shows. */
  readonly watched: boolean;
  /** Shows the whole text so far, as often as the platform takes it; never waits and never throws. */
  update(text: string, state?: DraftState): void;
  /** Puts the checked reply in the place of what was shown, whatever that was, or sends it; never throws. */
  finish(reply: Reply): Promise<DeliveryOutcome>;
  /** Takes away what was shown; never throws. */
  fail(): Promise<void>;
}

export interface Streaming {
  open(channelName: string, address: unknown): LiveReply;
}

export interface StreamingOptions {
  channels: ReadonlyMap<string, Channel>;
  delivery: Delivery;
  logger: Logger;
  now?(): number;
  sleep?(ms: number): Promise<void>;
}

/** A stream that could not be finished so often is given up; the reply is then sent as a message of its own. */
const MOST_FINISHES = 2;

/** Streams replies by the channel's own means, within its pace; whatever goes wrong with it, the reply is delivered. */
export function createStreaming(options: StreamingOptions): Streaming {
  const { channels, delivery, logger, now = Date.now, sleep = pauseFor } = options;

  return {
    open(channelName, address) {
      const channel = channels.get(channelName);
      const watched = channel?.stream !== undefined && channel.capabilities.streaming;
      let stream: ReplyStream | undefined;
      let wanted: { text: string; state: DraftState } | undefined;
      let showing: Promise<void> | undefined;
      let lastAt = Number.NEGATIVE_INFINITY;
      let broken = !watched;
      let end: () => void = () => undefined;
      let ended = false;
      const ending = new Promise<void>((resolve) => {
        end = () => {
          ended = true;
          resolve();
        };
      });

      /** Shows what is wanted until nothing new is; texts that come faster than the platform takes them are skipped. */
      async function show(): Promise<void> {
        stream ??= await channel?.stream?.(address);
        if (!stream) broken = true;
        while (stream && wanted && !ended) {
          const wait = lastAt + stream.everyMs - now();
          if (wait > 0) await Promise.race([sleep(wait), ending]);
          if (ended) return;
          const { text, state } = wanted;
          wanted = undefined;
          lastAt = now();
          await stream.update(beginning(text, channel), state);
        }
      }

      function showOn(): void {
        showing ??= show()
          .catch((error) => {
            broken = true;
            logger.debug({ error: messageOf(error), channel: channelName }, 'a reply is not shown while it is written');
          })
          .finally(() => {
            showing = undefined;
            // What came in the instant between the last look and now.
            if (wanted && !ended && !broken) showOn();
          });
      }

      async function settle(): Promise<void> {
        end();
        await showing;
      }

      const takeAway = () =>
        stream?.fail().catch((error) => logger.debug({ error: messageOf(error) }, 'a draft stays'));

      return {
        watched,
        update(text, state = 'writing') {
          if (ended || broken || text.trim() === '') return;
          wanted = { text, state };
          showOn();
        },
        async finish(reply) {
          await settle();
          if (!channel || !stream) return delivery.send(channelName, address, reply);
          if (broken) {
            await takeAway();
            return delivery.send(channelName, address, reply);
          }
          const shown = stream;
          let left = MOST_FINISHES;
          const first: Post = async (message) => {
            if (left === 0) return channel.send(address, message);
            try {
              return await shown.finish(message);
            } catch (error) {
              left = isAppError(error, 'DELIVERY_REFUSED') ? 0 : left - 1;
              if (left > 0 || (isAppError(error) && error.details?.blocked === true)) throw error;
              await takeAway();
              return channel.send(address, message);
            }
          };
          return delivery.send(channelName, address, reply, first);
        },
        async fail() {
          await settle();
          await takeAway();
        },
      };
    },
  };
}

/** What of a long text fits into one message. */
function beginning(text: string, channel: Channel | undefined): string {
  const [first = ''] = splitText(text, channel?.capabilities.maxTextLength ?? text.length);
  return first;
}
