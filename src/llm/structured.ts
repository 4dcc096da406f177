import { AIMessage, type BaseMessage, HumanMessage } from '@langchain/core/messages';
import { z } from 'zod';
import { asModelFailure, failureKind, modelFailed } from './failure.ts';
import type { Allowance, ModelPort } from './model-port.ts';

/**
 * Asks the fast model for JSON of a schema: by the server's structured output where it has it, else as JSON in text. What comes
 * back is validated either way, and `by` names the model that gave it. @throws AppError MODEL_FAILED, of kind 'nonsense' when it is not of the schema.
 */
export async function askForJson<T>(
  port: ModelPort,
  request: { name: string; schema: z.ZodType<T>; messages: BaseMessage[]; allowance: Allowance },
): Promise<{ value: T; by: string }> {
  const { name, schema, messages, allowance } = request;
  const response_format = {
    type: 'json_schema' as const,
    json_schema: { name, schema: z.toJSONSchema(schema, { target: 'draft-7' }) as Record<string, unknown> },
  };
  const inText = [
    ...messages.slice(0, -1),
    new HumanMessage(
      `${messages.at(-1)!.text}\n\nAnswer with one JSON object and nothing else. Its JSON schema:\n${JSON.stringify(response_format.json_schema.schema)}`,
    ),
  ];
  let parsed: T | undefined;
  let by = '';
  await port.call({ messages, allowance }, async ({ fast, features, secrets }, signal) => {
    by = fast.model;
    if (features.jsonSchema !== false) {
      try {
        const answer = await fast.invoke(messages, { signal, response_format } as object);
        parsed = parseJson(answer.text, schema);
        if (parsed !== undefined) {
          features.jsonSchema = true;
          return answer;
        }
        // The server took the format and did not keep it: from now on it is told in words.
        features.jsonSchema = false;
      } catch (error) {
        if (failureKind(asModelFailure(error, secrets)) !== 'bad_request') throw error;
        features.jsonSchema = false;
      }
    }
    const answer = await fast.invoke(inText, { signal });
    parsed = parseJson(answer.text, schema);
    if (parsed === undefined) throw modelFailed('nonsense', `The model's answer is not the JSON asked for (${name})`);
    return answer instanceof AIMessage ? answer : new AIMessage(answer);
  });
  return { value: parsed as T, by };
}

/** The JSON of an answer, alone, fenced or within prose; undefined when there is none of the schema. */
export function parseJson<T>(text: string, schema: z.ZodType<T>): T | undefined {
  const fenced = /```(?:json)?\s*([\s\S]*?)```/.exec(text)?.[1];
  const braced = text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1);
  for (const candidate of [text, fenced, braced]) {
    if (!candidate) continue;
    try {
      const parsed = schema.safeParse(JSON.parse(candidate));
      if (parsed.success) return parsed.data;
    } catch {
      // The next reading of the text may be JSON.
    }
  }
  return undefined;
}
