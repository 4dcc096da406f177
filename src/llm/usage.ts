import type { AIMessage, BaseMessage } from '@langchain/core/messages';
import { estimateTokens } from './tokens.ts';

/** What model calls cost. */
export interface Usage {
  calls: number;
  /** Of them, those that brought no answer, though a provider may bill them: their prompts are counted by an estimate. */
  failed?: number;
  inputTokens: number;
  outputTokens: number;
  /** US dollars; 0 where no price is configured. */
  usd: number;
}

export const NO_USAGE: Usage = { calls: 0, inputTokens: 0, outputTokens: 0, usd: 0 };

export function addUsage(a: Usage, b: Usage): Usage {
  return {
    calls: a.calls + b.calls,
    inputTokens: a.inputTokens + b.inputTokens,
    outputTokens: a.outputTokens + b.outputTokens,
    usd: a.usd + b.usd,
    ...((a.failed || b.failed) && { failed: (a.failed ?? 0) + (b.failed ?? 0) }),
  };
}

export const tokensOf = ({ inputTokens, outputTokens }: Usage): number => inputTokens + outputTokens;

/** What the server says a call used; estimated where it says nothing. */
export function usageOf(
  answer: AIMessage,
  sent: readonly BaseMessage[],
  prices: { input: number; output: number },
): Usage {
  const told = answer.usage_metadata;
  const inputTokens = told?.input_tokens || estimateMessages(sent);
  const outputTokens = told?.output_tokens || estimateTokens(answer.text);
  const usd = (inputTokens * prices.input + outputTokens * prices.output) / 1e6;
  return { calls: 1, inputTokens, outputTokens, usd };
}

/** What a call that brought no answer is taken to have used: its prompt, estimated. */
export function usageOfFailed(sent: readonly BaseMessage[], prices: { input: number }): Usage {
  const inputTokens = estimateMessages(sent);
  return { calls: 1, failed: 1, inputTokens, outputTokens: 0, usd: (inputTokens * prices.input) / 1e6 };
}

export function estimateMessages(messages: readonly BaseMessage[]): number {
  return messages.reduce((sum, message) => sum + estimateTokens(message.text) + 4, 0);
}
