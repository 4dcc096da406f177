import { createInterface } from 'node:readline';
import type { Channel, ChannelCapabilities } from '../../src/conversation/channel.ts';
import { parseLine } from './parse.ts';
import { renderReply } from './render.ts';

/** A terminal shows text, and numbers for buttons. */
export const CONSOLE_CAPABILITIES: ChannelCapabilities = {
  cards: false,
  choices: true,
  tables: false,
  streaming: false,
  typing: false,
  maxTextLength: 100_000,
  maxChoices: 9,
};

export interface ConsoleOptions {
  input: NodeJS.ReadableStream;
  output: NodeJS.WritableStream;
  /** The customer's id; the same id continues the same conversation. */
  userId: string;
}

/** The bot in a terminal: a line is a message, a number presses a button of the last reply. */
export function createConsoleChannel({ input, output, userId }: ConsoleOptions): Channel & { closed: Promise<void> } {
  let choices: { id: string; text: string }[] = [];
  let close: () => void = () => undefined;
  let ended = false;
  const receiving = new Set<Promise<unknown>>();
  const closed = new Promise<void>((resolve) => {
    close = resolve;
  });
  const lines = createInterface({
    input,
    output,
    prompt: '> ',
    terminal: (output as NodeJS.WriteStream).isTTY ?? false,
  });
  return {
    name: 'console',
    capabilities: CONSOLE_CAPABILITIES,
    closed,
    async start(onMessage) {
      lines.on('line', (line) => {
        const message = parseLine(line, { userId, choices, receivedAt: new Date() });
        if (message === undefined) return lines.prompt();
        const received = onMessage(message)
          .catch((error) => output.write(`! ${error.message}\n`))
          .finally(() => receiving.delete(received));
        receiving.add(received);
      });
      lines.on('close', () => {
        ended = true;
        // Piped input ends at once; what it held is still to be received.
        void Promise.allSettled(receiving).then(close);
      });
      lines.prompt();
    },
    async stop() {
      lines.close();
    },
    async send(_address, reply) {
      choices = reply.choices ?? [];
      output.write(`\n${renderReply(reply)}\n\n`);
      if (!ended) lines.prompt();
      return { messageIds: [] };
    },
  };
}
