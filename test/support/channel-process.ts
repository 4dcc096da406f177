import { RunnableLambda } from '@langchain/core/runnables';
import express from 'express';
import { pino } from 'pino';
import { createSlackChannel } from '../../adapters/slack/index.ts';
import { createTeamsChannel } from '../../adapters/teams/index.ts';
import { createTelegramChannel } from '../../adapters/telegram/index.ts';
import type { TurnContext, TurnInput } from '../../src/conversation/context.ts';
import { createDelivery } from '../../src/conversation/delivery/delivery.ts';
import { createInbox, type TurnStore } from '../../src/conversation/inbox.ts';
import { createCustomers } from '../../src/customers/customers.ts';
import { createStore } from '../../src/store/store.ts';
import { CREDENTIALS, type PlatformName } from './platform-events.ts';

/** What a test tells this process, as JSON in its first argument. */
export interface ChannelProcessOptions {
  channel: PlatformName;
  port: number;
  /** Of the embedded store. */
  folder: string;
  /** Where the stub of the platform's API listens. */
  platformUrl: string;
  issuer?: { name: string; openIdMetadataUrl: string };
  /** How far the process's clock is ahead: past the age at which unfinished turns are taken up again. */
  aheadMs: number;
}

const logger = pino({ level: 'warn' }, pino.destination(2));

function createChannel({ channel, platformUrl, issuer }: ChannelProcessOptions) {
  switch (channel) {
    case 'slack':
      return createSlackChannel({
        botToken: 'xoxb-test',
        signingSecret: CREDENTIALS.slackSecret,
        apiUrl: `${platformUrl}/api/`,
        logger,
      });
    case 'telegram': {
      const webhook = { publicUrl: 'https://shop.example', secret: CREDENTIALS.telegramSecret };
      return createTelegramChannel({ token: '42:AAtest', webhook, apiRoot: platformUrl, logger });
    }
    case 'teams':
      return createTeamsChannel({
        appId: CREDENTIALS.teamsAppId,
        appPassword: 'a-client-secret',
        issuer,
        loginUrl: platformUrl,
        logger,
      });
  }
}

/** A turn that says what it heard: the channel and the inbox are what is under test. */
const echo = RunnableLambda.from(async (input: TurnInput) => {
  input.turn.reply = { text: input.message.text, language: 'en', by: 'echo' };
  return { ...input, plan: { route: 'silent', intent: 'echo' }, handled: [] } as unknown as TurnContext;
});

const options = JSON.parse(process.argv[2] ?? '{}') as ChannelProcessOptions;
const now = () => new Date(Date.now() + options.aheadMs);
const store: TurnStore = await createStore({ folder: options.folder, logger, now });
// The platforms' pace, a message a second, would make the test long; pacing.test.ts holds it.
const made = createChannel(options);
const channel = { ...made, pace: undefined };
const channels = new Map([[channel.name, channel]]);
const delivery = createDelivery({ channels, logger });
const inbox = createInbox({ turn: echo, store, customers: createCustomers(store), delivery, channels, logger, now });

// It takes up a number of turns at a time.
while ((await inbox.recover()) > 0);
await channel.start(inbox.receive);
await new Promise<void>((resolve) => {
  express()
    .use(made.router!)
    .listen(options.port, '127.0.0.1', () => resolve());
});
process.send?.('ready');
