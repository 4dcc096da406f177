import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { Turn } from '../conversation/turn-record.ts';

/** Turn durations are well under a second built-in and up to many seconds with a language model. */
const SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1, 2.5, 5, 15, 30];

export interface Metrics {
  registry: Registry;
  observeTurn(turn: Turn): void;
}

/** What `/metrics` shows, in Prometheus' form; no label holds anything of a customer. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const turns = new Counter({
    name: 'bot_turns_total',
    help: 'Turns by channel, route and how they ended.',
    labelNames: ['channel', 'route', 'status'],
    registers: [registry],
  });
  const seconds = new Histogram({
    name: 'bot_turn_seconds',
    help: 'Time the stages of a turn took, without waiting and sending.',
    buckets: SECONDS,
    registers: [registry],
  });
  const faults = new Counter({
    name: 'bot_turn_faults_total',
    help: 'Faults that cost quality but not the answer, by stage and code.',
    labelNames: ['stage', 'code'],
    registers: [registry],
  });
  const ungrounded = new Counter({
    name: 'bot_grounding_violations_total',
    help: 'Statements taken out of replies because the pack does not hold them.',
    registers: [registry],
  });
  const analyses = new Counter({
    name: 'bot_llm_analyses_total',
    help: "The cascade's second stage by outcome; 'spared' = the built-in models were sure enough, a call saved.",
    labelNames: ['outcome'],
    registers: [registry],
  });
  const written = new Counter({
    name: 'bot_llm_replies_total',
    help: "Replies by what became of the language model's text.",
    labelNames: ['outcome'],
    registers: [registry],
  });
  const failures = new Counter({
    name: 'bot_llm_failures_total',
    help: 'Turns that the language model did not answer, by kind of failure; the built-in reply did.',
    labelNames: ['kind'],
    registers: [registry],
  });
  const tokens = new Counter({
    name: 'bot_llm_tokens_total',
    help: 'Tokens used by language models, and saved by not asking (estimated).',
    labelNames: ['kind'],
    registers: [registry],
  });
  const dollars = new Counter({
    name: 'bot_llm_usd_total',
    help: 'Cost of language models in US dollars, at the configured prices.',
    registers: [registry],
  });
  const calls = new Counter({
    name: 'bot_llm_calls_total',
    help: 'Calls of language models that were answered.',
    registers: [registry],
  });
  return {
    registry,
    observeTurn(turn) {
      const { llm, cost } = turn;
      if (llm?.analysis) analyses.inc({ outcome: llm.analysis });
      if (llm?.reply) written.inc({ outcome: llm.reply });
      if (llm?.failure) failures.inc({ kind: llm.failure });
      if (llm?.savedTokens) tokens.inc({ kind: 'saved' }, llm.savedTokens);
      if (cost) {
        calls.inc(cost.calls);
        tokens.inc({ kind: 'input' }, cost.inputTokens);
        tokens.inc({ kind: 'output' }, cost.outputTokens);
        dollars.inc(cost.usd);
      }
      turns.inc({ channel: turn.channel, route: turn.route ?? 'none', status: turn.status });
      seconds.observe(Object.values(turn.timings ?? {}).reduce((sum, ms) => sum + ms, 0) / 1000);
      for (const { stage, code } of turn.faults ?? []) faults.inc({ stage, code });
      if (turn.grounding?.violations.length) ungrounded.inc(turn.grounding.violations.length);
    },
  };
}
