import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { replay } from '../../src/commands/replay.ts';
import { startTestBot, type TestBot } from '../support/bot.ts';
import { type ModelServer, startModelServer } from '../support/model-server.ts';

jest.setTimeout(90_000);

let server: ModelServer;
let bot: TestBot;
const YESTERDAY = new Date(Date.now() - 86_400_000);

beforeAll(async () => {
  server = await startModelServer();
  bot = await startTestBot('shop', { llm: server.settings() });
});

afterAll(async () => {
  await bot.close();
  await server.stop();
});

test('logged turns are run again, and only what comes out otherwise is told', async () => {
  server.answer(() => ({ content: 'These should suit you.' }));
  const customer = bot.customer();
  await customer.say('I want a phone');
  await customer.say('under $400');
  await customer.say('有更便宜的吗');
  const request = { since: YESTERDAY, limit: 100, conversationId: customer.conversationId };
  expect(await replay(bot.bot, request)).toMatchObject({ turns: 3, changes: [] });

  server.answer(() => ({ content: 'Have a look at these.' }));
  const { turns, changes, tokens } = await replay(bot.bot, request);
  expect(turns).toBe(3);
  expect(tokens).toBeGreaterThan(0);
  expect(changes).toHaveLength(3);
  for (const { text } of changes) {
    expect(text?.[0]).toContain('These should suit you.');
    expect(text?.[1]).toContain('Have a look at these.');
  }
  // The state of the dialogue is carried on: the same goods as then.
  expect(changes.every(({ products, route }) => products === undefined && route === undefined)).toBe(true);
});

test('nothing is sent, kept or learnt by it, whatever was asked', async () => {
  const customer = bot.customer();
  await customer.say('yes, please remember what I like');
  await customer.say('delete my data');
  const { customerId } = await customer.say('never mind');
  await customer.say('stop sending me advertising');
  const sent = bot.sent.length;
  const before = JSON.stringify([await bot.bot.customers.get(customerId), await bot.bot.store.turns.count({})]);
  await replay(bot.bot, { since: YESTERDAY, limit: 100 });
  await bot.bot.settled();
  expect(bot.sent.length).toBe(sent);
  expect(JSON.stringify([await bot.bot.customers.get(customerId), await bot.bot.store.turns.count({})])).toBe(before);
});
