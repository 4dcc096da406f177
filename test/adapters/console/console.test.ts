import { PassThrough } from 'node:stream';
import { expect, test } from '@jest/globals';
import { createConsoleChannel } from '../../../adapters/console/index.ts';
import type { IncomingMessage } from '../../../src/conversation/message.ts';

test('every piped line is received before the channel counts as closed', async () => {
  const input = new PassThrough();
  const channel = createConsoleChannel({ input, output: new PassThrough(), userId: 'ann' });
  const received: string[] = [];
  await channel.start(async ({ text }: IncomingMessage) => {
    await new Promise((resolve) => setImmediate(resolve));
    received.push(text);
  });
  input.end('hello\n\n有手机吗\n');
  await channel.closed;
  expect(received).toEqual(['hello', '有手机吗']);
});

test('a number presses that button of the last reply', async () => {
  const input = new PassThrough();
  const channel = createConsoleChannel({ input, output: new PassThrough(), userId: 'ann' });
  const received: IncomingMessage[] = [];
  await channel.start(async (message) => {
    received.push(message);
  });
  const choices = [{ id: 'cheaper', text: 'Cheaper' }];
  await channel.send('ann', { text: 'A list', language: 'en', by: 'built-in', choices });
  input.end('1\n');
  await channel.closed;
  expect(received[0]).toMatchObject({ text: 'Cheaper', action: { kind: 'choice', id: 'cheaper' } });
});
