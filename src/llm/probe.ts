import { HumanMessage } from '@langchain/core/messages';
import { tool } from '@langchain/core/tools';
import { z } from 'zod';
import type { AppError } from '../errors.ts';
import type { Endpoint } from './endpoint.ts';
import { asModelFailure, failureKind } from './failure.ts';
import { parseJson } from './structured.ts';

/** What one of a server's abilities turned out to be, in words. */
export interface Finding {
  ability: 'answers' | 'tools' | 'json' | 'streaming' | 'usage';
  /** `fair` = the bot does without it. */
  state: 'good' | 'fair' | 'bad';
  words: string;
}

const weather = z.object({ city: z.string() });
const number = z.object({ number: z.number() });
const WITHOUT = {
  tools: 'replies are then written from what was looked up before, in one call',
  json: 'it is then asked for JSON in words, and the answer is checked',
  streaming: 'replies then appear when they are finished',
  usage: 'tokens are then estimated for the budget',
};

/** Tries what a server can do, with a handful of short calls. Never throws. */
export async function probeEndpoint(endpoint: Endpoint, timeoutMs: number): Promise<Finding[]> {
  const findings: Finding[] = [];
  const signal = () => AbortSignal.timeout(timeoutMs);
  const failed = (error: unknown) => asModelFailure(error, endpoint.secrets);
  const hello = [new HumanMessage('Reply with the single word: ready')];

  const started = performance.now();
  try {
    const answer = await endpoint.reply.invoke(hello, { signal: signal() });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    if (answer.text.trim() === '') {
      findings.push({ ability: 'answers', state: 'bad', words: `${endpoint.name} answered nothing` });
    } else findings.push({ ability: 'answers', state: 'good', words: `${endpoint.name} answers in ${seconds} s` });
    findings.push(
      answer.usage_metadata?.input_tokens
        ? { ability: 'usage', state: 'good', words: 'it tells the tokens of each call' }
        : { ability: 'usage', state: 'fair', words: `it does not tell its tokens: ${WITHOUT.usage}` },
    );
  } catch (error) {
    findings.push({ ability: 'answers', state: 'bad', words: advice(failed(error), endpoint) });
    return findings;
  }

  const lookUp = tool(() => '', { name: 'weather', description: 'The weather in a city now.', schema: weather });
  findings.push(
    await trying('tools', 'it calls tools', async () => {
      const asked = [new HumanMessage('Call the tool "weather" for the city of Oslo.')];
      const answer = await endpoint.reply.bindTools([lookUp]).invoke(asked, { signal: signal() });
      const call = answer.tool_calls?.[0];
      return call?.name === 'weather' && weather.safeParse(call.args).success
        ? undefined
        : 'it takes tools and does not call them';
    }),
    await trying('json', 'it keeps to a JSON schema', async () => {
      const schema = { type: 'object', properties: { number: { type: 'number' } }, required: ['number'] };
      const response_format = { type: 'json_schema', json_schema: { name: 'number', schema } };
      const asked = [new HumanMessage('How many legs has a cat?')];
      const answer = await endpoint.fast.invoke(asked, { signal: signal(), response_format } as object);
      return parseJson(answer.text, number) ? undefined : 'it takes a JSON schema and does not keep to it';
    }),
    await trying('streaming', 'it streams its answers', async () => {
      let parts = 0;
      for await (const part of await endpoint.reply.stream(hello, { signal: signal() })) {
        if (part.text !== '') parts += 1;
      }
      return parts > 0 ? undefined : 'its stream holds no text';
    }),
  );
  return findings;

  async function trying(
    ability: 'tools' | 'json' | 'streaming',
    good: string,
    attempt: () => Promise<string | undefined>,
  ): Promise<Finding> {
    try {
      const lacking = await attempt();
      if (lacking === undefined) return { ability, state: 'good', words: good };
      return { ability, state: 'fair', words: `${lacking}: ${WITHOUT[ability]}` };
    } catch (error) {
      const { message } = failed(error);
      return { ability, state: 'fair', words: `${NOT[ability]} (${message.slice(0, 120)}): ${WITHOUT[ability]}` };
    }
  }
}

const NOT = {
  tools: 'it does not take tools',
  json: 'it does not take a JSON schema',
  streaming: 'it does not stream',
};

/** What to do about a server that does not answer. */
function advice(failure: AppError, { name, server }: Endpoint): string {
  switch (failureKind(failure)) {
    case 'auth':
      return `${server} refuses the key: check OPENAI_API_KEY`;
    case 'not_found':
      return `${server} has no model ${name}, or its address is wrong (it usually ends in /v1): check LLM_MODEL and LLM_BASE_URL`;
    case 'network':
      return `${server} can't be reached: check LLM_BASE_URL and whether the server runs`;
    case 'timeout':
      return `${server} did not answer in time: it may still load the model; REPLY_TIMEOUT_MS is the limit`;
    case 'rate_limited':
      return `${server} asks to slow down or its quota is spent`;
    default:
      return `${server} does not answer as an OpenAI-compatible server does: ${failure.message}`;
  }
}
