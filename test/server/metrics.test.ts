import { expect, test } from '@jest/globals';
import type { Turn } from '../../src/conversation/turn-record.ts';
import { createMetrics } from '../../src/server/metrics.ts';

const turn = (changes: Partial<Turn>): Turn => ({
  id: 'web|1',
  conversationId: 'web:1',
  customerId: 'c1',
  channel: 'web',
  status: 'sent',
  receivedAt: new Date(),
  attempts: 1,
  message: { id: '1', author: { id: 'u', isBot: false }, text: 'my secret words', address: {}, attachments: [] },
  ...changes,
});

test('what a language model cost, and what the cascade saved, is on the metrics', async () => {
  const { registry, observeTurn } = createMetrics();
  observeTurn(turn({ llm: { analysis: 'spared', savedTokens: 600, reply: 'not_asked' } }));
  observeTurn(turn({ llm: { analysis: 'spared', savedTokens: 500, reply: 'failed', failure: 'timeout' } }));
  observeTurn(
    turn({
      llm: { analysis: 'asked', reply: 'written' },
      cost: { calls: 2, inputTokens: 900, outputTokens: 100, usd: 0.25 },
    }),
  );
  const text = await registry.metrics();
  for (const line of [
    'bot_llm_analyses_total{outcome="spared"} 2',
    'bot_llm_analyses_total{outcome="asked"} 1',
    'bot_llm_replies_total{outcome="written"} 1',
    'bot_llm_failures_total{kind="timeout"} 1',
    'bot_llm_tokens_total{kind="saved"} 1100',
    'bot_llm_tokens_total{kind="input"} 900',
    'bot_llm_calls_total 2',
    'bot_llm_usd_total 0.25',
  ]) {
    expect(text).toContain(line);
  }
  expect(text).not.toContain('secret');
});
