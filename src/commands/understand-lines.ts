import { z } from 'zod';

/** One line of the input: a message, or why it is none. Blank lines are neither. */
export type InputLine = { number: number; text: string } | { number: number; problem: string };

const rowSchema = z.object({ text: z.string() });
const NEWLINE = 0x0a;

/**
 * Messages of a byte stream, a line each: plain text, or JSONL with `text` when the first line is a JSON object. A line that
 * is no UTF-8, or in JSONL no object with a `text`, is a problem of its own and stops nothing.
 */
export async function* readMessages(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<InputLine> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let number = 0;
  let json: boolean | undefined;
  for await (const line of linesOf(bytes)) {
    number++;
    let text: string;
    try {
      text = decoder.decode(line).replace(/\r$/, '');
    } catch {
      yield { number, problem: 'not UTF-8' };
      continue;
    }
    if (text.trim() === '') continue;
    const isObject = text.trimStart().startsWith('{');
    json ??= isObject;
    yield json || isObject ? readRow(number, text) : { number, text };
  }
}

function readRow(number: number, line: string): InputLine {
  try {
    const row = rowSchema.safeParse(JSON.parse(line));
    return row.success ? { number, text: row.data.text } : { number, problem: 'no object with a string "text"' };
  } catch {
    return { number, problem: 'not JSON' };
  }
}

async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let open: Uint8Array[] = [];
  for await (const chunk of bytes) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      yield Buffer.concat([...open, chunk.subarray(start, end)]);
      open = [];
      start = end + 1;
    }
    if (start < chunk.length) open.push(chunk.subarray(start));
  }
  if (open.length > 0) yield Buffer.concat(open);
}
