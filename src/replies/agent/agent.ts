import { AIMessage, AIMessageChunk, type BaseMessage, SystemMessage } from '@langchain/core/messages';
import type { StructuredToolInterface } from '@langchain/core/tools';
import { createAgent, createMiddleware, toolCallLimitMiddleware } from 'langchain';
import { asModelFailure, failureKind, modelFailed } from '../../llm/failure.ts';
import type { ModelPort } from '../../llm/model-port.ts';
import type { Scene } from './scene.ts';
import { HELPING_TOOLS } from './tools.ts';

/** Model calls of one reply; at the last one no tool is offered, so that the model must answer. */
const MOST_MODEL_CALLS = 4;
const MOST_TOOL_CALLS = 6;
/** A longer text is no chat reply. */
const LONGEST_TEXT = 20_000;

/** What the agent is run with: its context, which its tools and its middleware read. */
export interface Run {
  system: string;
  messages: BaseMessage[];
  scene: Scene;
  toolsAllowed: boolean;
}

export interface Agent {
  /** The model's text, after as many tool calls as it made. @throws AppError MODEL_FAILED */
  run(run: Run): Promise<string>;
}

/** LangChain's agent over our model port: limits, retries and the second server are the port's, whatever the agent does. */
export function createReplyAgent({ port, tools }: { port: ModelPort; tools: StructuredToolInterface[] }): Agent {
  const bounded = createMiddleware({
    name: 'bounded',
    wrapModelCall: async (request, handler) => {
      const { scene, system, toolsAllowed } = request.runtime.context as unknown as Run;
      scene.modelCalls += 1;
      if (scene.modelCalls > MOST_MODEL_CALLS) throw modelFailed('nonsense', 'The model called tools without end');
      const usable = toolsAllowed && scene.modelCalls < MOST_MODEL_CALLS;
      const offered = usable ? tools.filter(({ name }) => !scene.helpOnly || HELPING_TOOLS.has(name)) : [];
      const systemMessage = new SystemMessage(system);
      const messages = [systemMessage, ...request.messages];
      return port.call({ messages, allowance: scene.request.allowance }, async (endpoint) => {
        const ask = async (some: StructuredToolInterface[]) => {
          const answer = await handler({ ...request, systemMessage, model: endpoint.reply, tools: some });
          scene.by = endpoint.name;
          return answer as AIMessage;
        };
        if (offered.length === 0 || endpoint.features.tools === false) return ask([]);
        try {
          return await ask(offered);
        } catch (error) {
          if (failureKind(asModelFailure(error, endpoint.secrets)) !== 'bad_request') throw error;
          // A server without tool calling refuses the request: from now on it answers from what was looked up.
          const answer = await ask([]);
          endpoint.features.tools = false;
          return answer;
        }
      });
    },
  });
  const agent = createAgent({
    model: port.endpoints[0].reply,
    tools,
    middleware: [toolCallLimitMiddleware({ runLimit: MOST_TOOL_CALLS, exitBehavior: 'continue' }), bounded],
  });

  return {
    async run(run) {
      const { messages, scene } = run;
      const abort = new AbortController();
      const input = { messages };
      const config = {
        context: run as never,
        signal: abort.signal,
        recursionLimit: 4 * MOST_MODEL_CALLS,
      };
      const { onText } = scene.request;
      try {
        const reply = onText
          ? await lastOfStream(agent.stream(input, { ...config, streamMode: ['messages', 'values'] }), onText)
          : (await agent.invoke(input, config)).messages.at(-1);
        // A run that was ended in the middle of its tool calls leaves a tool's result as its last message: no reply.
        if (!AIMessage.isInstance(reply) || (reply.tool_calls ?? []).length > 0) {
          throw modelFailed('nonsense', 'The model called tools and did not answer');
        }
        const text = reply.text.trim();
        if (text === '') throw modelFailed('empty', 'The model answered nothing');
        if (text.length > LONGEST_TEXT) throw modelFailed('nonsense', `The model wrote ${text.length} characters`);
        return withoutThinking(text);
      } catch (error) {
        throw asModelFailure(rootOf(error));
      } finally {
        // What a given-up try still has open ends here.
        abort.abort();
      }
    },
  };
}

/** Tells the text of the newest answer as it grows, and resolves with the last message. */
async function lastOfStream(
  stream: Promise<AsyncIterable<unknown>>,
  onText: (text: string) => void,
): Promise<BaseMessage | undefined> {
  let current: string | undefined;
  let text = '';
  let last: BaseMessage | undefined;
  const over = new Set<string>();
  for await (const part of await stream) {
    const [mode, data] = part as ['messages' | 'values', never];
    if (mode === 'values') {
      last = (data as { messages: BaseMessage[] }).messages.at(-1);
      continue;
    }
    const [chunk] = data as [BaseMessage];
    if (!AIMessageChunk.isInstance(chunk) || chunk.text === '') continue;
    const id = chunk.id ?? '';
    if (id !== current) {
      if (over.has(id)) continue;
      if (current !== undefined) over.add(current);
      current = id;
      text = '';
    }
    text += chunk.text;
    if (text.length > LONGEST_TEXT) throw modelFailed('nonsense', 'The model writes without end');
    onText(withoutThinking(text));
  }
  return last;
}

/** Some models put their reasoning in front of the answer. */
function withoutThinking(text: string): string {
  return text.replace(/<think(?:ing)?>[\s\S]*?(?:<\/think(?:ing)?>|$)/gi, '').trim();
}

/** The error under the wrappers of LangChain's middleware. */
function rootOf(error: unknown): unknown {
  for (let at = error, depth = 0; depth < 6; depth++) {
    if (failureKind(at)) return at;
    const cause = (at as { cause?: unknown } | undefined)?.cause;
    if (cause === undefined) return error;
    at = cause;
  }
  return error;
}
