import { json, type Request, type Response, Router } from 'express';
import type { Logger } from 'pino';
import type { Channel, OnMessage } from '../../src/conversation/channel.ts';
import { createKeyedQueue } from '../../src/conversation/order.ts';
import { AppError, isAppError, messageOf } from '../../src/errors.ts';
import { activitySchema, tenantOf } from './activity.ts';
import { createTeamsApi } from './api.ts';
import { type AuthenticateOptions, createAuthenticate } from './authenticate.ts';
import { parseActivity, type TeamsAddress } from './parse.ts';
import { renderTeams } from './render.ts';
import { createTeamsStream } from './stream.ts';
import { createTokenSource } from './token.ts';

export interface TeamsOptions extends AuthenticateOptions {
  logger: Logger;
  /** Where the bot's own tokens come from; a test's, or a national cloud's. */
  loginUrl?: string;
  now?(): Date;
}

export const MESSAGES_PATH = '/api/messages';

/**
 * Microsoft Teams through the Bot Connector. botbuilder (archived upstream) authenticates; its adapter, which keeps the
 * request open while the bot thinks, is not used: we acknowledge and write to the stored address.
 */
export function createTeamsChannel(options: TeamsOptions): Channel & { router: Router } {
  const { appId, appPassword, tenantId, logger, loginUrl, now = () => new Date() } = options;
  const authenticate = createAuthenticate({ ...options, now: () => now().getTime() });
  const tokens = createTokenSource({ appId, appPassword, tenantId, loginUrl, now: () => now().getTime() });
  const api = createTeamsApi(tokens);
  const { post, readFile } = api;
  const order = createKeyedQueue();
  let onMessage: OnMessage | undefined;

  async function receive(request: Request, response: Response): Promise<void> {
    const authorization = request.get('authorization') ?? '';
    if (!authorization.startsWith('Bearer ')) return void response.sendStatus(401);
    const parsed = activitySchema.safeParse(request.body);
    if (!parsed.success) return void response.sendStatus(400);
    const activity = parsed.data;
    if (!(await authenticate(authorization, activity))) return void response.sendStatus(401);
    if (tenantId && tenantOf(activity) !== tenantId) return void response.sendStatus(403);
    const message = parseActivity(activity, { readFile, now });
    try {
      if (message) {
        if (!onMessage) return void response.sendStatus(503);
        const take = onMessage;
        await order.run(message.conversationId, () => take(message));
      }
      response.status(200).end();
    } catch (error) {
      logger.error({ error: messageOf(error) }, 'a Teams activity could not be stored');
      response.sendStatus(500);
    }
  }

  const router = Router();
  router.post(MESSAGES_PATH, json({ limit: '1mb' }), receive);

  return {
    name: 'teams',
    capabilities: {
      cards: true,
      choices: true,
      tables: true,
      streaming: true,
      typing: true,
      maxTextLength: 8_000,
      maxChoices: 9,
      maxCards: 5,
    },
    // learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit: in a conversation 7 in 1 s, 8 in 2 s, 60 in 30 s, 1,800 an hour.
    pace: {
      overall: { burst: 20, perSecond: 45 },
      of: (address) => ({ key: (address as TeamsAddress).conversationId, burst: 6, perSecond: 0.49 }),
    },
    router,
    async start(take) {
      onMessage = take;
      try {
        await tokens.get();
      } catch (error) {
        if (isAppError(error, 'DELIVERY_REFUSED')) {
          const settings = `TEAMS_APP_ID, TEAMS_APP_PASSWORD${tenantId ? ', TEAMS_TENANT_ID' : ''}`;
          throw new AppError('CONFIG_INVALID', `${settings}: Microsoft refused them`);
        }
        logger.warn({ error: messageOf(error) }, 'Teams gives no token yet; it is asked again with the first message');
      }
    },
    async stop() {
      onMessage = undefined;
      await order.idle();
    },
    async send(address, reply) {
      const id = await post(address as TeamsAddress, renderTeams(reply));
      return { messageIds: id === '' ? [] : [id] };
    },
    isPrivate: (address) => (address as TeamsAddress).personal,
    async typing(address) {
      await post(address as TeamsAddress, { type: 'typing' });
    },
    async stream(address) {
      const to = address as TeamsAddress;
      return to.personal ? createTeamsStream(api, to) : undefined;
    },
  };
}
