import { App, ExpressReceiver } from '@slack/bolt';
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder';
import express, { type RequestHandler, type Router } from 'express';
import { pino } from 'pino';
import { Telegraf } from 'telegraf';
import { createSlackChannel } from '../adapters/slack/index.ts';
import { createTeamsChannel } from '../adapters/teams/index.ts';
import { createTelegramChannel } from '../adapters/telegram/index.ts';
import { createDelivery } from '../src/conversation/delivery/delivery.ts';
import { createTurnstile } from '../src/conversation/order.ts';
import { CREDENTIALS, type PlatformName } from '../test/support/platform-events.ts';

/** One echo bot of a bench, in a process of its own; its options are JSON in the first argument. */
export interface BenchBotOptions {
  channel: PlatformName;
  /** `bare` = the platform's library as its own documentation uses it; `ours` = our adapter and delivery. */
  kind: 'bare' | 'ours';
  platformUrl: string;
  issuer: { name: string; openIdMetadataUrl: string };
}

const options = JSON.parse(process.argv[2] ?? '{}') as BenchBotOptions;
const { channel: platform, kind, platformUrl, issuer } = options;
const logger = pino({ level: 'fatal' });
let answering = true;

async function ours(): Promise<Router> {
  const webhook = { publicUrl: 'https://shop.example', secret: CREDENTIALS.telegramSecret };
  const makers = {
    slack: () =>
      createSlackChannel({
        botToken: 'xoxb-test',
        signingSecret: CREDENTIALS.slackSecret,
        apiUrl: `${platformUrl}/api/`,
        logger,
      }),
    telegram: () => createTelegramChannel({ token: '42:AAtest', webhook, apiRoot: platformUrl, logger }),
    teams: () =>
      createTeamsChannel({
        appId: CREDENTIALS.teamsAppId,
        appPassword: 'a-secret',
        issuer,
        loginUrl: platformUrl,
        logger,
      }),
  };
  const channel = makers[platform]();
  // Pacing would hold the replies back; what is measured is the cost of the code.
  const delivery = createDelivery({ channels: new Map([[channel.name, { ...channel, pace: undefined }]]), logger });
  // As the inbox does: turns begin once what they answer is taken, one after another.
  const pass = createTurnstile();
  await channel.start(async ({ author, isDirect, address, text }) => {
    if (author.isBot || !isDirect || !answering) return;
    void pass().then(() => delivery.send(channel.name, address, { text, language: 'en', by: 'echo' }));
  });
  return channel.router!;
}

function bareSlack(): RequestHandler | Router {
  const receiver = new ExpressReceiver({ signingSecret: CREDENTIALS.slackSecret, endpoints: '/slack/events' });
  const app = new App({
    receiver,
    authorize: async () => ({ botToken: 'xoxb-test', botUserId: 'U0BOT', botId: 'B0' }),
    clientOptions: { slackApiUrl: `${platformUrl}/api/` },
  });
  app.message(async ({ message, say }) => {
    if (answering && 'text' in message) await say(message.text ?? '');
  });
  return receiver.router as Router;
}

function bareTelegram(): RequestHandler {
  const bot = new Telegraf('42:AAtest', { telegram: { apiRoot: platformUrl, webhookReply: false } });
  bot.on('text', (context) => {
    if (answering) void context.reply(context.message.text);
  });
  return bot.webhookCallback('/telegram/webhook', { secretToken: CREDENTIALS.telegramSecret }) as RequestHandler;
}

function bareTeams(): Router {
  const factory = new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppId: CREDENTIALS.teamsAppId,
    MicrosoftAppPassword: 'a-secret',
    MicrosoftAppType: 'MultiTenant',
  });
  // Its own way to a token goes over the network.
  factory.createCredentials = async () => ({
    signRequest: async (resource) => {
      resource.headers.set('authorization', 'Bearer bot-token');
      return resource;
    },
  });
  const authentication = new ConfigurationBotFrameworkAuthentication(
    {
      ToBotFromChannelTokenIssuer: issuer.name,
      ToBotFromChannelOpenIdMetadataUrl: issuer.openIdMetadataUrl,
      ToBotFromEmulatorOpenIdMetadataUrl: issuer.openIdMetadataUrl,
      ToChannelFromBotLoginUrl: platformUrl,
      ToChannelFromBotOAuthScope: 'https://api.botframework.com',
      OAuthUrl: platformUrl,
    },
    factory,
  );
  const adapter = new CloudAdapter(authentication);
  const router = express.Router();
  router.post('/api/messages', express.json(), async (request, response) => {
    await adapter.process(request, response, async (context) => {
      if (answering && context.activity.type === 'message') await context.sendActivity(context.activity.text);
    });
  });
  return router;
}

const bare = { slack: bareSlack, telegram: bareTelegram, teams: bareTeams };
const server = express()
  .use(kind === 'ours' ? await ours() : bare[platform]())
  .listen(0, '127.0.0.1', () => {
    const address = server.address();
    process.send?.({ port: typeof address === 'object' ? address?.port : 0 });
  });
// Connections outlast the turns of the other bot.
server.keepAliveTimeout = 120_000;
process.on('message', async (asked) => {
  if (asked !== 'usage') answering = asked === 'answer';
  // What finalizers let go of goes with the second.
  for (let round = 0; round < 2; round++) {
    globalThis.gc?.();
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { user, system } = process.cpuUsage();
  process.send?.({ heapMb: process.memoryUsage().heapUsed / 2 ** 20, cpuMs: (user + system) / 1000 });
});
