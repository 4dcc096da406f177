import type { Logger } from 'pino';
import { isAppError, messageOf } from '../errors.ts';
import type { Reply } from '../replies/reply.ts';
import type { Channel } from './channel.ts';
import { degrade } from './degrade.ts';

export interface DeliveryOutcome {
  status: 'sent' | 'refused' | 'failed';
  messageIds: string[];
  attempts: number;
  error?: string;
}

export interface DeliveryOptions {
  channels: ReadonlyMap<string, Channel>;
  logger: Logger;
  sleep?(ms: number): Promise<void>;
}

export interface Delivery {
  /** Sends a reply; never throws. */
  send(channelName: string, address: unknown, reply: Reply): Promise<DeliveryOutcome>;
}

const ATTEMPTS = 4;
const FIRST_PAUSE_MS = 500;

export function createDelivery({ channels, logger, sleep = pause }: DeliveryOptions): Delivery {
  return {
    async send(channelName, address, reply) {
      const channel = channels.get(channelName);
      if (!channel) return { status: 'failed', messageIds: [], attempts: 0, error: `no channel ${channelName}` };
      const shown = degrade(reply, channel.capabilities);
      for (let attempt = 1; ; attempt++) {
        try {
          const { messageIds } = await channel.send(address, shown);
          return { status: 'sent', messageIds, attempts: attempt };
        } catch (error) {
          const refused = isAppError(error, 'DELIVERY_REFUSED');
          if (refused || attempt === ATTEMPTS) {
            logger.warn({ err: error, channel: channelName, attempt }, 'reply not delivered');
            return {
              status: refused ? 'refused' : 'failed',
              messageIds: [],
              attempts: attempt,
              error: messageOf(error),
            };
          }
          await sleep(FIRST_PAUSE_MS * 2 ** (attempt - 1));
        }
      }
    },
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
