import type { Logger } from 'pino';
import type { Channel } from '../channel.ts';
import type { Turn } from '../turn-record.ts';

/** A quick reply needs no typing sign. */
const FIRST_AFTER_MS = 300;
/** Platforms show the sign for about five seconds. */
const RENEWED_EVERY_MS = 4_000;

export interface Typing {
  /** Shows that the bot is at work until the returned function is called. */
  start(turn: Turn): () => void;
}

export function createTyping({ channels, logger }: { channels: ReadonlyMap<string, Channel>; logger: Logger }): Typing {
  return {
    start({ channel: name, message }) {
      const channel = channels.get(name);
      if (!channel?.typing || !channel.capabilities.typing) return () => undefined;
      const show = () => {
        channel.typing?.(message.address).catch((error) => logger.debug({ err: error }, 'typing sign not shown'));
        timer = setTimeout(show, RENEWED_EVERY_MS);
      };
      let timer = setTimeout(show, FIRST_AFTER_MS);
      return () => clearTimeout(timer);
    },
  };
}
