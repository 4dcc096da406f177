import { LLMock } from '@copilotkit/aimock';
import type { LlmSettings } from '../../src/config/config.ts';

/** What the bot sends to a model. */
export interface ModelRequest {
  model: string;
  messages: { role: string; content: unknown; tool_calls?: unknown }[];
  stream?: boolean;
  tools?: { function: { name: string } }[];
  response_format?: { type: string };
}

export interface ModelAnswer {
  content?: string;
  toolCalls?: { name: string; arguments: string; id?: string }[];
  error?: { message: string; type?: string };
  status?: number;
  [other: string]: unknown;
}

/** An OpenAI-compatible server (aimock) whose answers a test decides. */
export interface ModelServer {
  url: string;
  /** Every request so far, oldest first. */
  requests: ModelRequest[];
  /** How requests are answered from now on. */
  answer(respond: (request: ModelRequest) => ModelAnswer): void;
  settings(changes?: Partial<LlmSettings>): LlmSettings;
  stop(): Promise<void>;
  mock: LLMock;
}

export async function startModelServer(): Promise<ModelServer> {
  const mock = new LLMock({ port: 0, logLevel: 'silent' } as never);
  let respond: (request: ModelRequest) => ModelAnswer = () => ({ content: 'Hello.' });
  const requests: ModelRequest[] = [];
  mock.on({ predicate: () => true }, ((request: ModelRequest) => {
    requests.push(request);
    return respond(request);
  }) as never);
  await mock.start();
  const url = `${mock.url}/v1`;
  return {
    url,
    requests,
    mock,
    answer(next) {
      respond = next;
    },
    settings: (changes) => ({ ...modelSettings(url), ...changes }),
    stop: () => mock.stop(),
  };
}

/** Settings of a model at `url`, with roomy limits. */
export function modelSettings(url: string): LlmSettings {
  return {
    endpoints: [{ model: 'test-model', fastModel: 'test-fast', baseUrl: url, apiKey: 'sk-secret-test-key-123456' }],
    replyTimeoutMs: 4000,
    limits: { perTurn: 100_000, perCustomerDay: 1_000_000, perDay: 10_000_000 },
    prices: { input: 1, output: 2 },
  };
}

export const textOf = ({ messages }: ModelRequest): string =>
  messages.map(({ content }) => (typeof content === 'string' ? content : JSON.stringify(content))).join('\n');
