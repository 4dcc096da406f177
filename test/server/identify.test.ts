import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Router } from 'express';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import type { Identification } from '../../src/customers/identity/identities.ts';
import { AppError } from '../../src/errors.ts';
import { createApp } from '../../src/server/app.ts';
import { createIdentifyRouter } from '../../src/server/identify.ts';
import { listening } from '../support/listening.ts';

const KEY = 'a-key-of-the-shop';
let server: Awaited<ReturnType<typeof listening>>;
let asked: Identification[] = [];

beforeAll(async () => {
  const identify = async (given: Identification) => {
    asked.push(given);
    if (given.customer === 'other') throw new AppError('INPUT_INVALID', 'They are two');
    if (given.token === 'old') throw new AppError('UNAUTHORIZED', 'Too old');
    return { customerId: 'c1', channels: ['web'] };
  };
  const app = createApp({
    routers: [['/', createIdentifyRouter({ apiKey: KEY, identities: { identify } })]],
    metrics: new Registry(),
    health: async () => ({ ok: true }),
    logger: pino({ level: 'silent' }),
    secure: false,
  });
  server = await listening(Router().use(app));
});
afterAll(() => server.close());

async function post(body: unknown, headers: Record<string, string> = { 'x-api-key': KEY }) {
  asked = [];
  const response = await fetch(`${server.url}/api/identify`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as { error?: { code: string; message: string } } };
}

describe('POST /api/identify', () => {
  test('a link and the shop’s id are handed on, and who they are comes back', async () => {
    expect(await post({ token: 't', customer: ' 17850 ', email: 'a@example.com' })).toEqual({
      status: 200,
      body: { customerId: 'c1', channels: ['web'] },
    });
    expect(asked).toEqual([{ token: 't', customer: '17850', email: 'a@example.com' }]);
  });

  test('without the key nothing is read', async () => {
    for (const headers of [{}, { 'x-api-key': 'wrong' }, { authorization: 'Bearer ' }]) {
      expect((await post({ token: 't', customer: '1' }, headers as Record<string, string>)).status).toBe(401);
    }
    expect(asked).toEqual([]);
  });

  test.each([
    ['one name alone', { customer: '1' }],
    ['nothing', {}],
    ['a list', [{ token: 't', customer: '1' }]],
    ['null', null],
    ['a number for an id', { token: 't', customer: 17850 }],
    ['an operator where a value belongs', { token: { $ne: '' }, customer: '1' }],
    ['an operator as an identity', { customer: '1', identity: { channel: 'web', userId: { $gt: '' } } }],
    ['a channel that is none', { customer: '1', identity: { channel: '$where', userId: 'u' } }],
    ['an address that is none', { customer: '1', email: 'anna at home' }],
    ['fields nobody asked for', { customer: '1', token: 't', admin: true }],
    ['an id without end', { token: 't', customer: 'x'.repeat(201) }],
    ['broken JSON', '{"token": "t",'],
  ])('%s is a clear 400', async (_, body) => {
    const { status, body: answer } = await post(body);
    expect(status).toBe(400);
    expect(answer.error?.code).toBe('INPUT_INVALID');
    expect(asked).toEqual([]);
  });

  test('a body too large is refused unread, and what the rooms refuse keeps its code', async () => {
    expect((await post({ token: 't'.repeat(20_000), customer: '1' })).status).toBe(413);
    expect((await post({ token: 't', customer: 'other' })).body.error?.code).toBe('INPUT_INVALID');
    expect((await post({ token: 'old', customer: '1' })).status).toBe(401);
  });
});
