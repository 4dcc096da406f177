import { expect, test } from '@jest/globals';
import { type InputLine, readMessages } from '../../src/commands/understand-lines.ts';

async function read(...chunks: (string | Uint8Array)[]): Promise<InputLine[]> {
  async function* bytes() {
    for (const chunk of chunks) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
  }
  const lines: InputLine[] = [];
  for await (const line of readMessages(bytes())) lines.push(line);
  return lines;
}

test('plain lines are messages, blank ones none, numbers are those of the file', async () => {
  expect(await read('hello\n\n  \r\n你好\r\nlast')).toEqual([
    { number: 1, text: 'hello' },
    { number: 4, text: '你好' },
    { number: 5, text: 'last' },
  ]);
});

test('JSONL gives its texts; a bad line is named and stops nothing', async () => {
  expect(await read('{"text":"a"}\n{"text":3}\nplain\n{"text":\n[1]\n{"text":"b","id":1}\n')).toEqual([
    { number: 1, text: 'a' },
    { number: 2, problem: 'no object with a string "text"' },
    { number: 3, problem: 'not JSON' },
    { number: 4, problem: 'not JSON' },
    { number: 5, problem: 'no object with a string "text"' },
    { number: 6, text: 'b' },
  ]);
});

test('a line that is no UTF-8 is named, and characters cut between chunks are whole again', async () => {
  const [head, tail] = [Buffer.from('手').subarray(0, 1), Buffer.from('手').subarray(1)];
  expect(await read(head, tail, '机\n', Uint8Array.of(0xff, 0xfe, 0x0a), 'ok')).toEqual([
    { number: 1, text: '手机' },
    { number: 2, problem: 'not UTF-8' },
    { number: 3, text: 'ok' },
  ]);
});

test('a byte order mark is no part of the first message', async () => {
  expect(await read('\ufeff{"text":"a"}\n')).toEqual([{ number: 1, text: 'a' }]);
});
