import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { pino } from 'pino';
import type { Turn } from '../../src/conversation/turn-record.ts';
import { startTestBot, type TestBot } from '../support/bot.ts';
import { chunk, completion, type FaultServer, json, startFaultServer } from '../support/fault-server.ts';
import { type ModelServer, modelSettings, startModelServer } from '../support/model-server.ts';

const KEY = 'sk-secret-test-key-123456';
/** The reply's time in these tests; an answer after it would be a broken promise. */
const TIMEOUT_MS = 1500;
/** What a busy machine may add to it. */
const SLACK_MS = 3000;

/** Starting bots takes a while on a busy machine. */
jest.setTimeout(90_000);

let faults: FaultServer;
let mock: ModelServer;
let bot: TestBot;
let watched: TestBot;
const log: string[] = [];
const drafts: string[] = [];

beforeAll(async () => {
  faults = await startFaultServer();
  mock = await startModelServer();
  const lines = new Writable({
    write(line, _, done) {
      log.push(String(line));
      done();
    },
  });
  const logger = pino({ level: 'trace' }, lines);
  const llm = { ...modelSettings(faults.url), replyTimeoutMs: TIMEOUT_MS };
  bot = await startTestBot('shop', { llm, logger });
  watched = await startTestBot('shop', { llm, logger, onDraft: (text) => drafts.push(text) });
});

afterAll(async () => {
  await bot.close();
  await watched.close();
  await faults.stop();
  await mock.stop();
});

/** The turn of a wish for a phone, answered in time and grounded whatever the model does. */
async function ask(from: TestBot): Promise<Turn> {
  // A server is left alone after failures in a row: every case gets one that it has not failed yet.
  const start = performance.now();
  const turn = await from.customer().say('I want a phone under $400');
  expect(performance.now() - start).toBeLessThan(TIMEOUT_MS + SLACK_MS);
  expect(turn.status).toBe('sent');
  expect(turn.reply?.products?.length).toBeGreaterThan(0);
  for (const { productId, price } of turn.reply?.products ?? []) {
    const product = from.bot.retriever.product(productId)!;
    expect(price).toBe(`$${product.price}`);
    expect(product.price).toBeLessThanOrEqual(400);
  }
  return turn;
}

const TOOL_CALL = (name: string, args: string) => ({
  content: null,
  tool_calls: [{ id: 'call_1', type: 'function', function: { name, arguments: args } }],
});
const LONG = 'All of these phones are good. '.repeat(14_000);

describe('whatever the model server does, the customer is answered', () => {
  const cases: [string, Parameters<FaultServer['answer']>[0], Partial<NonNullable<Turn['llm']>>][] = [
    ['401', (r) => json(r, 401, `{"error":{"message":"Incorrect API key provided: ${KEY}"}}`), { failure: 'auth' }],
    ['404 for the model', (r) => json(r, 404, '{"error":{"message":"no such model"}}'), { failure: 'not_found' }],
    ['429 without Retry-After', (r) => json(r, 429, '{"error":{"message":"slow down"}}'), { failure: 'rate_limited' }],
    [
      '429 with a Retry-After past the time',
      (r) => json(r, 429, '{"error":{"message":"slow down"}}', { 'retry-after': '30' }),
      { failure: 'rate_limited' },
    ],
    ['500', (r) => json(r, 500, '{"error":{"message":"oops"}}'), { failure: 'server' }],
    ['a page of HTML', (r) => r.writeHead(200, { 'content-type': 'text/html' }).end('<html>'), { reply: 'failed' }],
    ['a reset connection', (r) => r.destroy(), { failure: 'network' }],
    ['silence for 30 s', () => undefined, { failure: 'timeout' }],
    ['truncated JSON', (r) => json(r, 200, completion({ content: 'Hello' }).slice(0, 80)), { reply: 'failed' }],
    ['JSON of another schema', (r) => json(r, 200, '{"answer":"hello"}'), { reply: 'failed' }],
    ['an answer without text', (r) => json(r, 200, completion({ content: '' })), { failure: 'empty' }],
    ['a refusal', (r) => json(r, 200, completion({ content: null, refusal: 'I cannot.' })), { failure: 'empty' }],
    [
      "the content filter's silence",
      (r) => json(r, 200, completion({ content: 'Half a' }, 'content_filter')),
      { failure: 'refused' },
    ],
    [
      'an endless tool loop',
      (r) => json(r, 200, completion(TOOL_CALL('search_products', '{"query":"phone"}'), 'tool_calls')),
      { reply: 'failed' },
    ],
    [
      'calls of a tool that does not exist',
      (r) => json(r, 200, completion(TOOL_CALL('send_coupon', '{"percent":90}'), 'tool_calls')),
      { reply: 'failed' },
    ],
    [
      'tool calls with arguments that are no JSON',
      (r) => json(r, 200, completion(TOOL_CALL('search_products', '{"query":'), 'tool_calls')),
      { reply: 'failed' },
    ],
    [
      'tool calls with arguments of another schema',
      (r) => json(r, 200, completion(TOOL_CALL('compare_products', '{"products":"all"}'), 'tool_calls')),
      { reply: 'failed' },
    ],
    ['an answer of 100,000 tokens', (r) => json(r, 200, completion({ content: LONG })), { reply: 'failed' }],
  ];

  test.each(cases)('%s', async (_, respond, expected) => {
    faults.answer(respond);
    const turn = await ask(bot);
    expect(turn.llm).toMatchObject(expected);
    expect(turn.reply?.by).toBe('built-in');
    expect(turn.faults?.some(({ code }) => code === 'MODEL_FAILED')).toBe(true);
    await rested();
  });

  test.each<[string, Parameters<FaultServer['answer']>[0], boolean]>([
    ['silence', () => undefined, true],
    ['a reset connection', (r) => r.destroy(), true],
    ['half an answer', (r) => json(r, 200, completion({ content: 'Hello' }).slice(0, 80)), true],
    ['401', (r) => json(r, 401, '{"error":{"message":"no"}}'), false],
    ['500', (r) => json(r, 500, '{"error":{"message":"oops"}}'), false],
  ])('%s may have cost its prompt: %#', async (_, respond, billed) => {
    faults.answer(respond);
    const { cost } = await ask(bot);
    if (billed) {
      expect(cost).toEqual({
        calls: expect.any(Number),
        failed: cost?.calls,
        inputTokens: expect.any(Number),
        outputTokens: 0,
        usd: (cost?.inputTokens ?? 0) / 1e6,
      });
      expect(cost?.inputTokens).toBeGreaterThan(300);
    } else expect(cost).toBeUndefined();
    await rested();
  });

  test('connection refused', async () => {
    const gone = await startFaultServer();
    await gone.stop();
    const lonely = await startTestBot('shop', { llm: { ...modelSettings(gone.url), replyTimeoutMs: TIMEOUT_MS } });
    const turn = await ask(lonely);
    expect(turn.llm?.failure).toBe('network');
    expect(turn.cost).toBeUndefined();
    await lonely.close();
  });

  const streams: [string, Parameters<FaultServer['answer']>[0], Partial<NonNullable<Turn['llm']>>][] = [
    [
      'a stream that is reset half way',
      (r) => {
        r.writeHead(200, { 'content-type': 'text/event-stream' });
        r.write(chunk({ role: 'assistant', content: 'Here is half of' }), () => r.destroy());
      },
      { reply: 'failed' },
    ],
    [
      'a stream that stalls',
      (r) => {
        r.writeHead(200, { 'content-type': 'text/event-stream' });
        r.write(chunk({ role: 'assistant', content: 'Here is half of' }));
      },
      { failure: 'timeout' },
    ],
    [
      'a stream that never ends',
      (r) => {
        r.writeHead(200, { 'content-type': 'text/event-stream' });
        const more = () => {
          while (!r.destroyed && r.write(chunk({ content: 'more and more '.repeat(50) })));
          r.once('drain', more);
        };
        more();
      },
      { reply: 'failed' },
    ],
  ];
  test.each(streams)('%s, and what was shown is replaced', async (_, respond, expected) => {
    drafts.length = 0;
    faults.answer(respond);
    const turn = await ask(watched);
    expect(turn.llm).toMatchObject(expected);
    expect(watched.sent.at(-1)?.text).toBe(turn.reply?.text);
    await rested();
  });
});

describe('a passing fault is overcome', () => {
  test('429 with a short Retry-After is waited for', async () => {
    let asked = 0;
    faults.answer((r) => {
      asked += 1;
      if (asked === 1) json(r, 429, '{"error":{"message":"slow down"}}', { 'retry-after': '0.2' });
      else json(r, 200, completion({ content: 'These should suit you.' }));
    });
    const turn = await ask(bot);
    expect(turn.reply).toMatchObject({ by: 'test-model', text: 'These should suit you.' });
  });

  test('the second server answers when the first is down', async () => {
    mock.answer(() => ({ content: 'These should suit you well.' }));
    faults.answer((r) => json(r, 500, '{"error":{"message":"oops"}}'));
    const settings = modelSettings(faults.url);
    const second = { ...modelSettings(mock.url).endpoints[0], model: 'second-model' };
    const two = await startTestBot('shop', { llm: { ...settings, endpoints: [...settings.endpoints, second] } });
    const turn = await ask(two);
    expect(turn.reply).toMatchObject({ text: 'These should suit you well.', by: 'second-model' });
    await two.close();
  });

  test('a server that keeps failing is left alone for a while, so that customers need not wait for it', async () => {
    faults.answer((r) => json(r, 401, '{"error":{"message":"no"}}'));
    const tired = await startTestBot('shop', { llm: modelSettings(faults.url) });
    for (let turns = 0; turns < 3; turns++) await ask(tired);
    const before = faults.requests();
    const turn = await ask(tired);
    expect(faults.requests()).toBe(before);
    expect(turn.llm?.failure).toBe('resting');
    await tired.close();
  });

  test('a stream with empty deltas, reasoning and usage in its last event is read', async () => {
    drafts.length = 0;
    faults.answer((r) => {
      r.writeHead(200, { 'content-type': 'text/event-stream' });
      r.write(chunk({ role: 'assistant', content: '' }));
      r.write(chunk({ reasoning_content: 'The customer wants a phone.' }));
      r.write(chunk({}));
      r.write(chunk({ content: 'These should ' }));
      r.write(chunk({ content: null }));
      r.write(chunk({ content: 'suit you.' }));
      r.write(chunk({}, 'stop'));
      r.write(
        `data: ${JSON.stringify({ id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1, model: 'm', choices: [], usage: { prompt_tokens: 777, completion_tokens: 5, total_tokens: 782 } })}\n\n`,
      );
      r.end('data: [DONE]\n\n');
    });
    const turn = await ask(watched);
    expect(turn.reply?.text).toBe('These should suit you.');
    expect(turn.cost).toMatchObject({ calls: 1, inputTokens: 777, outputTokens: 5 });
    expect(drafts).toContain('These should');
  });

  test('a server without tool calling answers from what was looked up', async () => {
    faults.answer((r, body) => {
      if (body.tools) json(r, 400, '{"error":{"message":"tools is not supported"}}');
      else json(r, 200, completion({ content: 'These should suit you.' }));
    });
    const plain = await startTestBot('shop', { llm: modelSettings(faults.url) });
    const first = await ask(plain);
    expect(first.reply?.by).toBe('test-model');
    const before = faults.requests();
    await ask(plain);
    expect(faults.requests() - before).toBe(1);
    await plain.close();
  });
});

test('the key is in no log, no record and no reply', async () => {
  expect(log.length).toBeGreaterThan(0);
  expect(log.filter((line) => line.includes(KEY))).toEqual([]);
  for (const { bot: one, sent } of [bot, watched]) {
    const { items } = await one.store.turns.find({}, { limit: 200 });
    expect(items.length).toBeGreaterThan(0);
    expect(JSON.stringify(items)).not.toContain(KEY);
    expect(JSON.stringify(sent)).not.toContain(KEY);
  }
});

/** A good answer, so that the next case does not meet a server left alone. */
async function rested(): Promise<void> {
  faults.answer((r, body) => {
    if (!body.stream) return json(r, 200, completion({ content: 'These should suit you.' }));
    r.writeHead(200, { 'content-type': 'text/event-stream' });
    r.end(`${chunk({ role: 'assistant', content: 'These should suit you.' })}${chunk({}, 'stop')}data: [DONE]\n\n`);
  });
  expect((await ask(bot)).reply?.by).toBe('test-model');
  expect((await ask(watched)).reply?.by).toBe('test-model');
}
