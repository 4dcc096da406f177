import './preflight.ts';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Router } from 'express';
import { type Logger, pino } from 'pino';
import { createWebChannel } from '../adapters/web/index.ts';
import { type Bot, createBot } from './bot.ts';
import type { Config } from './config/config.ts';
import { loadConfig } from './config/load-config.ts';
import type { Channel } from './conversation/channel.ts';
import { createDashboard } from './dashboard/index.ts';
import { isAppError, messageOf } from './errors.ts';
import { createProgress } from './progress.ts';
import { createApp } from './server/app.ts';
import { createEventsRouter } from './server/events.ts';
import { createIdentifyRouter } from './server/identify.ts';
import { listen } from './server/listen.ts';
import { createMetrics } from './server/metrics.ts';
import { createPrivacyRouter } from './server/privacy.ts';
import { keptSecret } from './server/secret.ts';

/** The running product. */
export interface App {
  url: string;
  bot: Bot;
  /** Where the first administrator signs in, once; absent when there are users. */
  firstSignIn?: string;
  /** Stops the channels, ends the turns under way, closes the store. */
  close(): Promise<void>;
}

export interface AppOptions {
  config: Config;
  logger: Logger;
  onProgress?(stage: string, done: number, total: number): void;
}

/** How often turns that another instance left unfinished are looked for. */
const RECOVER_EVERY_MS = 30_000;
const HISTORY_SHOWN = 50;

/** Configuration -> parts -> listening. Throws AppError for what the operator can mend. */
export async function startApp({ config, logger, onProgress }: AppOptions): Promise<App> {
  const metrics = createMetrics();
  const channels = new Map<string, Channel>();
  const bot = await createBot({ config, logger, channels, onProgress, onTurn: metrics.observeTurn });
  const routers: [string, Router][] = [];

  const secret = config.sessionSecret ?? keptSecret(config.dataDir);
  const secure = config.publicUrl?.startsWith('https:') ?? false;
  const { publicUrl, oidc } = config;
  const dashboard = await createDashboard({
    bot,
    channels,
    secret,
    secure,
    publicUrl,
    oidc,
    settings: { retentionDays: config.retentionDays, model: config.llm?.endpoints[0]?.model },
    logger,
  }).catch(async (error) => {
    await bot.close();
    throw error;
  });

  const web = createWebChannel({
    sessionSecret: secret,
    secure,
    shop: bot.pack,
    imagesFolder: join(bot.pack.folder, 'images'),
    history: (conversationId) => bot.store.turns.recent(conversationId, HISTORY_SHOWN),
    logger,
  });
  channels.set(web.name, web);
  // Before the web chat: a platform's router reads the raw body itself.
  for (const channel of await platformChannels(config, logger)) {
    channels.set(channel.name, channel);
    if (channel.router) routers.push(['/', channel.router]);
  }
  const { eventsApiKey: apiKey } = config;
  if (apiKey) {
    routers.push(['/', createEventsRouter({ apiKey, intake: bot.intake })]);
    routers.push(['/', createIdentifyRouter({ apiKey, identities: bot.identities })]);
  }
  routers.push(['/dashboard', dashboard.router]);
  routers.push(['/', createPrivacyRouter({ privacy: bot.privacy, links: bot.exportLinks })]);
  routers.push(['/', web.router]);

  const app = createApp({
    routers,
    metrics: metrics.registry,
    health: async () => {
      await bot.store.ping();
      return { ok: true, store: bot.store.kind, pack: bot.pack.id, index: bot.retriever.info.version };
    },
    logger,
    secure,
  });
  const server = await listen(app, config).catch(async (error) => {
    await bot.close();
    throw error;
  });
  for (const channel of channels.values()) await channel.start(bot.inbox.receive);
  await bot.inbox.recover();
  // Many may wait for goods that came in meanwhile: nobody else waits for that.
  bot.stockAlerts
    .notify()
    .catch((error) => logger.error({ err: error }, 'who waits for goods that are back could not be told'));
  const recovering = setInterval(() => {
    bot.inbox.recover().catch((error) => logger.error({ err: error }, 'unfinished turns could not be looked for'));
  }, RECOVER_EVERY_MS);

  const link = await dashboard.firstLink();

  return {
    url: server.url,
    bot,
    ...(link && { firstSignIn: `${publicUrl ?? server.url}${link}` }),
    async close() {
      clearInterval(recovering);
      for (const channel of channels.values()) await channel.stop();
      await server.close();
      await bot.close();
    },
  };
}

/** The platforms that are configured; each is imported only then. */
async function platformChannels(
  { channels: { slack, teams, telegram }, publicUrl }: Config,
  logger: Logger,
): Promise<(Channel & { router?: Router })[]> {
  const made: (Channel & { router?: Router })[] = [];
  if (slack) {
    const { createSlackChannel } = await import('../adapters/slack/index.ts');
    made.push(createSlackChannel({ ...slack, logger }));
  }
  if (telegram) {
    const { createTelegramChannel } = await import('../adapters/telegram/index.ts');
    const { token, webhookSecret: secret } = telegram;
    made.push(createTelegramChannel({ token, ...(secret && publicUrl && { webhook: { publicUrl, secret } }), logger }));
  }
  if (teams) {
    const { createTeamsChannel } = await import('../adapters/teams/index.ts');
    made.push(createTeamsChannel({ ...teams, logger }));
  }
  return made;
}

/** Starts from the environment and stops on a signal. */
async function main(): Promise<void> {
  const config = loadConfig();
  const logger = pino(
    { level: config.logLevel, redact: ['address', 'text', '*.text', '*.token'] },
    pino.destination(2),
  );
  const progress = createProgress({ stream: process.stderr });
  const app = await startApp({ config, logger, onProgress: progress.update });
  progress.stop();
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      app.close().then(
        () => process.exit(0),
        (error) => {
          logger.error({ err: error }, 'stopping failed');
          process.exit(1);
        },
      );
    });
  }
  process.stdout.write(
    `\n${app.bot.pack.name.en ?? app.bot.pack.id}: chat at ${app.url}, dashboard at ${app.url}/dashboard\n\n`,
  );
  if (app.firstSignIn) {
    process.stdout.write(
      `Nobody can sign in to the dashboard yet. Make its administrator, once:\n${app.firstSignIn}\n\n`,
    );
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  main().catch((error) => {
    // A mistake the operator can mend is one clear line; anything else shows where it came from.
    process.stderr.write(`${isAppError(error) ? messageOf(error) : (error as Error).stack}\n`);
    process.exit(1);
  });
}
