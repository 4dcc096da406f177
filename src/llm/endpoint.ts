import type { ChatOpenAI } from '@langchain/openai';
import type { EndpointSettings } from '../config/config.ts';

/** What a server turned out to do; undefined until it was tried. */
export interface EndpointFeatures {
  tools?: boolean;
  jsonSchema?: boolean;
}

/** One OpenAI-compatible server with its two models. */
export interface Endpoint {
  /** The model that writes: what `by` of a reply shows. */
  name: string;
  /** Its server, for people. */
  server: string;
  reply: ChatOpenAI;
  fast: ChatOpenAI;
  features: EndpointFeatures;
  secrets: (string | undefined)[];
}

/** Longest reply asked for, in tokens; thinking models spend part of it unseen. */
const REPLY_TOKENS = 2000;
const ANALYSIS_TOKENS = 1000;

/** Connects to nothing; imports the provider's library, which costs about half a second, only here. */
export async function createEndpoint(settings: EndpointSettings, timeoutMs: number): Promise<Endpoint> {
  const { ChatOpenAI } = await import('@langchain/openai');
  const { model, fastModel, baseUrl, apiKey } = settings;
  const chat = (name: string, maxTokens: number) =>
    new ChatOpenAI({
      model: name,
      // A server of one's own needs no key; the client insists on some text.
      apiKey: apiKey ?? 'none',
      maxTokens,
      timeout: timeoutMs,
      // The model port tries again itself: it knows the turn's time, Retry-After and the other server.
      maxRetries: 0,
      useResponsesApi: false,
      configuration: { ...(baseUrl && { baseURL: baseUrl }), maxRetries: 0 },
    });
  return {
    name: model,
    server: baseUrl ?? 'https://api.openai.com/v1',
    reply: chat(model, REPLY_TOKENS),
    fast: chat(fastModel, ANALYSIS_TOKENS),
    features: {},
    secrets: [apiKey],
  };
}
