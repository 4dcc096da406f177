import type { AIMessage, BaseMessage } from '@langchain/core/messages';
import type { LlmSettings } from '../config/config.ts';
import type { AppError } from '../errors.ts';
import type { Purse } from './budget.ts';
import { createEndpoint, type Endpoint } from './endpoint.ts';
import { asModelFailure, failureKind, mayBeBilled, modelFailed } from './failure.ts';
import { estimateMessages, usageOf, usageOfFailed } from './usage.ts';

/** What a turn may spend on models: time and tokens. */
export interface Allowance {
  purse: Purse;
  /** `performance.now()` at which every call must have ended. */
  deadline: number;
}

export interface ModelCall {
  messages: readonly BaseMessage[];
  allowance: Allowance;
}

export interface ModelPort {
  /** Name of the model that writes, at the first server. */
  readonly name: string;
  readonly endpoints: readonly Endpoint[];
  /**
   * Runs `ask` with the first server, again after a passing fault, then with the next one, all within the allowance.
   * @throws AppError MODEL_FAILED of the last failure's kind. Late answers of a given-up try are dropped.
   */
  call(call: ModelCall, ask: (endpoint: Endpoint, signal: AbortSignal) => Promise<AIMessage>): Promise<AIMessage>;
}

/** Faults that a second try may not show. */
const PASSING = new Set(['rate_limited', 'server', 'network', 'empty']);
/** A server is left alone for a while after so many failures in a row, so that customers need not wait for it. */
const FAILURES_TO_REST = 3;
const REST_MS = 30_000;
/** Share of the time left that a try may take while another server could still be asked. */
const SHARE_WITH_FALLBACK = 0.6;
const BACKOFF_MS = 250;
const SHORTEST_TRY_MS = 50;

export async function createModelPort(
  settings: LlmSettings,
  now: () => number = () => performance.now(),
): Promise<ModelPort> {
  const endpoints = await Promise.all(
    settings.endpoints.map((endpoint) => createEndpoint(endpoint, settings.replyTimeoutMs)),
  );
  const health = new Map(endpoints.map((endpoint) => [endpoint, { failures: 0, restUntil: 0 }]));

  /** One try at one server. */
  async function attempt(
    endpoint: Endpoint,
    { messages, allowance }: ModelCall,
    ask: (endpoint: Endpoint, signal: AbortSignal) => Promise<AIMessage>,
    last: boolean,
  ): Promise<AIMessage> {
    const left = allowance.deadline - now();
    if (left < SHORTEST_TRY_MS) throw modelFailed('timeout', 'No time is left for the model');
    allowance.purse.admit(estimateMessages(messages));
    const limit = last ? left : left * SHARE_WITH_FALLBACK;
    const abort = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(modelFailed('timeout', `${endpoint.server} did not answer within ${Math.round(limit)} ms`));
        abort.abort();
      }, limit);
    });
    const asked = Promise.race([ask(endpoint, abort.signal), late]).finally(() => clearTimeout(timer));
    const answer = await asked.catch((error) => {
      const failure = asModelFailure(error, endpoint.secrets);
      if (mayBeBilled(failure)) allowance.purse.note(usageOfFailed(messages, settings.prices));
      throw failure;
    });
    allowance.purse.note(usageOf(answer, messages, settings.prices));
    return usable(answer);
  }

  return {
    name: endpoints[0].name,
    endpoints,
    async call(call, ask) {
      let failure = modelFailed('resting', 'Every model server failed lately and is left alone for a while');
      for (const [index, endpoint] of endpoints.entries()) {
        const state = health.get(endpoint)!;
        const last = index === endpoints.length - 1;
        if (state.restUntil > now()) continue;
        for (let tries = 0; tries < 2; tries++) {
          try {
            const answer = await attempt(endpoint, call, ask, last);
            state.failures = 0;
            return answer;
          } catch (error) {
            failure = error as AppError;
            if (failureKind(failure) === 'budget') throw failure;
            if (!PASSING.has(failureKind(failure) ?? '') || tries > 0) break;
            const wait = (failure.details?.retryAfterMs as number | undefined) ?? BACKOFF_MS;
            const spare = (call.allowance.deadline - now()) / 2;
            if (wait > spare) break;
            await new Promise((resolve) => setTimeout(resolve, wait));
          }
        }
        state.failures += 1;
        if (state.failures >= FAILURES_TO_REST) {
          state.failures = 0;
          state.restUntil = now() + REST_MS;
        }
      }
      throw failure;
    },
  };
}

/** An answer that says or does something. (A refusal apart from the text arrives without any.) */
function usable(answer: AIMessage): AIMessage {
  const reason = answer.response_metadata.finish_reason;
  if (reason === 'content_filter') throw modelFailed('refused', "The server's content filter took the answer out");
  if (answer.text.trim() === '' && (answer.tool_calls ?? []).length === 0) {
    throw modelFailed('empty', 'The model answered nothing');
  }
  return answer;
}
