import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import pino from 'pino';
import { createTeamsChannel, type TeamsOptions } from '../../../adapters/teams/index.ts';
import { createDelivery } from '../../../src/conversation/delivery/delivery.ts';
import type { IncomingMessage } from '../../../src/conversation/message.ts';
import type { Reply } from '../../../src/replies/reply.ts';
import { type Answer, createHttpSink, type Recorded } from '../../support/http-sink.ts';
import { listening } from '../../support/listening.ts';
import { createSkippingClock } from '../../support/virtual-clock.ts';
import { createIssuer } from './issuer.ts';

const APP_ID = '00000000-0000-0000-0000-000000000042';
const PASSWORD = 'a-client-secret';
const TENANT = '72f988bf-86f1-41af-91ab-2d7cd011db47';
const say = (text: string, more: Partial<Reply> = {}): Reply => ({ text, language: 'en', by: 'built-in', ...more });
const isPost = ({ path }: Recorded) => path.startsWith('/v3/');
const no = (status: number, code = '', headers = {}): Answer => ({
  status,
  headers,
  body: { error: { code, message: 'words' } },
});

const closing: (() => Promise<unknown>)[] = [];
// botbuilder writes what it refuses to the console.
beforeEach(() => void jest.spyOn(console, 'error').mockReturnValue(undefined));
afterEach(async () => {
  jest.restoreAllMocks();
  for (const close of closing.splice(0).reverse()) await close();
});

/** The channel with authentication on, before a local issuer of tokens and a connector sink. */
async function setUp(
  answers: (request: Recorded) => Answer | undefined = () => undefined,
  more: Partial<TeamsOptions> = {},
) {
  const sink = await createHttpSink((request) => {
    const told = answers(request);
    if (told) return told;
    if (request.path.endsWith('/oauth2/v2.0/token')) return { body: { access_token: 'bot-token-1', expires_in: 3600 } };
    return { body: { id: `m${sink.requests.filter(isPost).length}` } };
  });
  const issuer = await createIssuer(APP_ID, () => `${sink.url}/`);
  closing.push(sink.close, issuer.sink.close);
  const logged: string[] = [];
  const logger = pino({ level: 'trace' }, { write: (line: string) => logged.push(line) });
  const channel = createTeamsChannel({
    appId: APP_ID,
    appPassword: PASSWORD,
    issuer: issuer.options,
    loginUrl: sink.url,
    logger,
    ...more,
  });
  const received: IncomingMessage[] = [];
  await channel.start(async (message) => void received.push(message));
  const server = await listening(channel.router);
  closing.push(server.close, channel.stop);
  const activity = (changes: object = {}) => ({
    type: 'message',
    id: '1',
    serviceUrl: `${sink.url}/`,
    channelId: 'msteams',
    from: { id: '29:ann', name: 'Ann' },
    recipient: { id: `28:${APP_ID}`, name: 'Shop' },
    conversation: { id: 'a:1', conversationType: 'personal', tenantId: TENANT },
    channelData: { tenant: { id: TENANT } },
    text: 'hello',
    ...changes,
  });
  const post = (body: unknown = activity(), authorization = `Bearer ${issuer.token()}`) =>
    fetch(`${server.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }).then(({ status }) => status);
  const address = { serviceUrl: `${sink.url}/`, conversationId: 'a:1', botId: `28:${APP_ID}`, personal: true };
  const delivery = createDelivery({ channels: new Map([['teams', channel]]), logger, ...createSkippingClock() });
  const posts = () => sink.requests.filter(isPost);
  return {
    channel,
    sink,
    issuer,
    received,
    logged,
    post,
    posts,
    activity,
    address,
    send: (reply: Reply) => delivery.send('teams', address, reply),
  };
}

describe('receiving from Teams, with authentication on', () => {
  test('takes an activity with a right token', async () => {
    const { post, received } = await setUp();
    expect(await post()).toBe(200);
    expect(received).toMatchObject([{ id: 'a:1:1', text: 'hello', author: { name: 'Ann' } }]);
  });

  test('refuses a missing, malformed, forged, expired, early, misdirected or foreign token', async () => {
    const { post, received, issuer, activity } = await setUp();
    const now = Math.floor(Date.now() / 1000);
    const [head, body] = issuer.token().split('.');
    const none = Buffer.from(JSON.stringify({ alg: 'none', typ: 'JWT', kid: 'k1' })).toString('base64url');
    for (const token of [
      '',
      'Bearer ',
      'Bearer nonsense',
      `Basic ${issuer.token()}`,
      `Bearer ${issuer.forgedToken()}`,
      `Bearer ${issuer.token({ exp: now - 3600, nbf: now - 7200 })}`,
      `Bearer ${issuer.token({ nbf: now + 3600 })}`,
      `Bearer ${issuer.token({ aud: '00000000-0000-0000-0000-000000000099' })}`,
      `Bearer ${issuer.token({ iss: 'https://evil.example' })}`,
      `Bearer ${issuer.token({ serviceurl: 'https://evil.example/' })}`,
      `Bearer ${head}.${body}.`,
      `Bearer ${none}.${body}.`,
    ]) {
      expect([token.slice(0, 20), await post(activity(), token)]).toEqual([token.slice(0, 20), 401]);
    }
    expect(received).toEqual([]);
  });

  test('a token of one service does not let another address in', async () => {
    const { post, received, activity } = await setUp();
    expect(await post(activity({ serviceUrl: 'https://evil.example/' }))).toBe(401);
    expect(received).toEqual([]);
  });

  test('a token that was right once lets in nothing else', async () => {
    const { post, received, activity, issuer } = await setUp();
    const token = `Bearer ${issuer.token()}`;
    expect(await post(activity(), token)).toBe(200);
    expect(await post(activity({ id: '2' }), token)).toBe(200);
    expect(await post(activity({ serviceUrl: 'https://evil.example/' }), token)).toBe(401);
    expect(await post(activity(), `${token.slice(0, -4)}AAAA`)).toBe(401);
    expect(received).toHaveLength(2);
  });

  test('a single-tenant bot refuses other tenants, a multi-tenant one does not', async () => {
    const other = {
      conversation: { id: 'a:1', conversationType: 'personal', tenantId: 'other' },
      channelData: { tenant: { id: 'other' } },
    };
    const single = await setUp(undefined, { tenantId: TENANT });
    expect(await single.post(single.activity(other))).toBe(403);
    expect(await single.post()).toBe(200);
    expect(single.received).toHaveLength(1);
    const multi = await setUp();
    expect(await multi.post(multi.activity(other))).toBe(200);
  });

  test('malformed activities and other channels are refused', async () => {
    const { post, received, activity } = await setUp();
    expect(await post('{')).toBe(400);
    expect(await post([])).toBe(400);
    expect(await post(activity({ channelId: 'AseChannel' }))).toBe(400);
    expect(await post(activity({ from: undefined }))).toBe(400);
    expect(received).toEqual([]);
  });

  test('what is not for us is acknowledged', async () => {
    const { post, received, activity } = await setUp();
    for (const type of ['typing', 'messageReaction', 'invoke']) expect(await post(activity({ type }))).toBe(200);
    expect(received).toEqual([]);
  });

  test('is acknowledged only once the message is durably taken', async () => {
    const { post, channel } = await setUp();
    await channel.start(async () => {
      throw new Error('store is down');
    });
    expect(await post()).toBe(500);
  });
});

describe('sending to Teams, at a connector sink', () => {
  test('posts to the stored address with a token that is asked for once', async () => {
    const { send, posts, sink } = await setUp();
    expect(await send(say('**Hi**'))).toEqual({ status: 'sent', messageIds: ['m1'], attempts: 1 });
    await send(say('again'));
    expect(posts()[0]).toMatchObject({
      method: 'POST',
      path: '/v3/conversations/a%3A1/activities',
      headers: { authorization: 'Bearer bot-token-1' },
      body: {
        type: 'message',
        text: '**Hi**',
        textFormat: 'markdown',
        from: { id: `28:${APP_ID}` },
        conversation: { id: 'a:1' },
      },
    });
    const asked = sink.requests.filter(({ path }) => path.endsWith('/token'));
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({
      path: '/botframework.com/oauth2/v2.0/token',
      body: { client_id: APP_ID, grant_type: 'client_credentials', scope: 'https://api.botframework.com/.default' },
    });
  });

  test('a single-tenant bot asks its tenant for the token', async () => {
    const { sink } = await setUp(undefined, { tenantId: TENANT });
    expect(sink.requests[0].path).toBe(`/${TENANT}/oauth2/v2.0/token`);
  });

  test('a token is renewed before it expires, and when Teams refuses it', async () => {
    let nowMs = Date.parse('2026-11-24T09:00:00Z');
    let refuse = true;
    const { send, sink } = await setUp((request) => (isPost(request) && refuse ? no(401) : undefined), {
      now: () => new Date(nowMs),
    });
    const asked = () => sink.requests.filter(({ path }) => path.endsWith('/token')).length;
    const sending = send(say('x'));
    await sink.until((requests) => requests.filter(isPost).length > 0);
    refuse = false;
    expect((await sending).status).toBe('sent');
    expect(asked()).toBe(2);
    nowMs += 56 * 60_000;
    await send(say('y'));
    expect(asked()).toBe(3);
  });

  test.each([
    [403, 'MessageWritesBlocked', true],
    [403, 'BotNotInConversationRoster', true],
    [404, 'ConversationNotFound', true],
    [400, 'BadSyntax', undefined],
    [413, 'RequestEntityTooLarge', undefined],
  ])('%i %s is for good', async (status, code, blocked) => {
    const { send, posts } = await setUp((request) => (isPost(request) ? no(status, code) : undefined));
    const outcome = await send(say('x'));
    expect([outcome.status, outcome.blocked]).toEqual(['refused', blocked]);
    expect(outcome.error).toContain(code);
    expect(posts()).toHaveLength(1);
  });

  test('412, 429, 502 and 504 are tried again', async () => {
    const answers = [no(412), no(429, '', { 'retry-after': '1' }), no(502), no(504)];
    const { send } = await setUp((request) => (isPost(request) ? answers.shift() : undefined));
    expect(await send(say('x'))).toMatchObject({ status: 'sent', attempts: 5 });
  });

  test('shows that it types', async () => {
    const { channel, posts, address } = await setUp();
    await channel.typing?.(address);
    expect(posts()[0].body).toMatchObject({ type: 'typing', conversation: { id: 'a:1' } });
  });

  test('wrong credentials fail the start and name the settings; a network that is down does not', async () => {
    const wrong = await createHttpSink(() => ({ status: 401, body: { error: 'invalid_client' } }));
    closing.push(wrong.close);
    const options = { appId: APP_ID, appPassword: PASSWORD, logger: pino({ level: 'silent' }) };
    const refused = createTeamsChannel({ ...options, loginUrl: wrong.url });
    await expect(refused.start(async () => undefined)).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      message: expect.stringContaining('TEAMS_APP_PASSWORD'),
    });
    const down = createTeamsChannel({ ...options, loginUrl: 'http://127.0.0.1:1' });
    await down.start(async () => undefined);
  });

  test('a picture is read with the token from the service, a file without it over https only', async () => {
    const { post, received, activity, sink } = await setUp((request) =>
      request.path === '/v3/attachments/1' ? { body: Buffer.alloc(2000) } : undefined,
    );
    await post(activity({ attachments: [{ contentType: 'image/*', contentUrl: `${sink.url}/v3/attachments/1` }] }));
    const [picture] = received[0].attachments;
    expect((await picture.read?.(2000))?.byteLength).toBe(2000);
    expect(sink.requests.at(-1)?.headers.authorization).toBe('Bearer bot-token-1');
    await expect(picture.read?.(1999)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    await post(
      activity({
        id: '2',
        attachments: [{ contentType: 'image/png', contentUrl: sink.url.replace('127.0.0.1', 'localhost') }],
      }),
    );
    await expect(received[1].attachments[0].read?.(1000)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });

  test('no token, secret or customer text is in an error or a log line', async () => {
    const { send, channel, address, logged, post } = await setUp((request) =>
      isPost(request) ? no(403, 'MessageWritesBlocked') : undefined,
    );
    await send(say('secret text of a customer'));
    await post(undefined, 'Bearer nonsense');
    const error = await channel.send(address, say('secret text of a customer')).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    const everything = JSON.stringify(error, Object.getOwnPropertyNames(error)) + logged.join();
    for (const hidden of ['bot-token', PASSWORD, 'secret text']) expect(everything).not.toContain(hidden);
  });

  test('a stream that Teams has ended is no customer who has blocked us', async () => {
    const ended = ({ body }: Recorded) => (body.type === 'typing' ? no(403, 'ContentStreamNotAllowed') : undefined);
    const { channel, address } = await setUp(ended);
    const stream = await channel.stream?.(address);
    const refused = { code: 'DELIVERY_REFUSED', details: expect.not.objectContaining({ blocked: true }) };
    await expect(stream?.update('Our', 'writing')).rejects.toMatchObject(refused);
    expect(await channel.stream?.({ ...address, personal: false })).toBeUndefined();
  });
});
