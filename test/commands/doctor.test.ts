import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { examine } from '../../src/commands/doctor.ts';
import type { Config } from '../../src/config/config.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { chunk, completion, type FaultServer, json, startFaultServer } from '../support/fault-server.ts';
import { type ModelServer, modelSettings, startModelServer } from '../support/model-server.ts';

jest.setTimeout(60_000);

let faults: FaultServer;
let able: ModelServer;

beforeAll(async () => {
  faults = await startFaultServer();
  able = await startModelServer();
});

afterAll(async () => {
  await faults.stop();
  await able.stop();
});

async function examined(changes: Partial<Config> = {}): Promise<{ well: boolean; said: string }> {
  const lines: string[] = [];
  const well = await examine({ ...loadConfig({}, ''), ...changes }, (line) => lines.push(line));
  return { well, said: lines.join('\n') };
}

test('without a model it says so, and all is well', async () => {
  const { well, said } = await examined();
  expect(well).toBe(true);
  expect(said).toMatch(/✓ pack shop: \d+ products/);
  expect(said).toContain('no language model');
});

test('a server that can do everything is praised for each ability', async () => {
  able.answer(({ tools, response_format }) => {
    if (tools) return { toolCalls: [{ name: 'weather', arguments: '{"city":"Oslo"}' }] };
    return { content: response_format ? '{"number":4}' : 'ready' };
  });
  const { well, said } = await examined({ llm: able.settings() });
  expect(well).toBe(true);
  for (const words of ['answers in', 'calls tools', 'keeps to a JSON schema', 'streams', 'tells the tokens']) {
    expect(said).toContain(words);
  }
});

test('of a lesser server it says what the bot does without each ability', async () => {
  faults.answer((response, body) => {
    if (body.tools || 'response_format' in body) return json(response, 400, '{"error":{"message":"not supported"}}');
    if (!body.stream) return json(response, 200, completion({ content: 'ready' }));
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.end(`${chunk({ role: 'assistant', content: 'ready' })}${chunk({}, 'stop')}data: [DONE]\n\n`);
  });
  const { well, said } = await examined({ llm: modelSettings(faults.url) });
  expect(well).toBe(true);
  expect(said).toContain(
    '~ it does not take tools (400 not supported): replies are then written from what was looked up',
  );
  expect(said).toContain('~ it does not take a JSON schema');
  expect(said).toContain('✓ it streams');
  expect(said).toContain('~ it does not tell its tokens');
});

test.each([
  [401, 'refuses the key: check OPENAI_API_KEY'],
  [404, 'has no model test-model'],
  [500, 'does not answer as an OpenAI-compatible server does'],
])('of a server that answers %i it says what to check, and not the key', async (status, words) => {
  faults.answer((response) => json(response, status, '{"error":{"message":"bad key sk-secret-test-key-123456"}}'));
  const { well, said } = await examined({ llm: modelSettings(faults.url) });
  expect(well).toBe(false);
  expect(said).toContain(words);
  expect(said).not.toContain('sk-secret');
});

test('a pack with mistakes is not well', async () => {
  const { well, said } = await examined({ pack: 'no-such-pack' });
  expect(well).toBe(false);
  expect(said).toContain('✗');
});
