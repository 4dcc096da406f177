import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseBody, parseCommand } from '../../../adapters/slack/parse.ts';
import { bodies } from './fixtures/bodies.ts';

const context = { botUserId: 'U0BOT', readFile: async (url: string) => Buffer.from(url), now: () => new Date(0) };

describe('reading Slack', () => {
  test.each(bodies)('$name', ({ body, expected }) => {
    const message = parseBody(body, context);
    if (expected === undefined) expect(message).toBeUndefined();
    else expect(message).toMatchObject(expected);
  });

  test('an app mention is understood before the bot knows its own id', () => {
    const body = {
      type: 'event_callback',
      event_id: 'Ev1',
      event: { type: 'app_mention', user: 'U1', text: '<@U0BOT> hi', ts: '1.1', channel: 'C1' },
    };
    expect(parseBody(body, { ...context, botUserId: undefined })).toMatchObject({ text: 'hi', isDirect: true });
  });

  test('a slash command is answered in the direct chat', () => {
    const body = {
      command: '/shop',
      text: ' a &amp; b lamp ',
      user_id: 'U1',
      channel_id: 'C1',
      trigger_id: '1.2.3',
      response_url: 'https://hooks.slack.com/secret',
    };
    const command = parseCommand(body);
    expect(command?.userId).toBe('U1');
    const message = command?.toMessage('D1', new Date(0));
    expect(message).toMatchObject({
      id: 'command:1.2.3',
      conversationId: 'slack:D1',
      text: 'a & b lamp',
      address: { channelId: 'D1' },
      isDirect: true,
    });
    expect(parseCommand({ ...body, text: '' })?.toMessage('D1', new Date(0)).text).toBe('shop');
    expect(parseCommand({ command: '/shop' })).toBeUndefined();
  });

  test('a file is read by its download address, and only when asked', async () => {
    const picture = bodies.find(({ name }) => name === 'a picture with words');
    const bytes = await parseBody(picture?.body, context)?.attachments[0].read?.(1000);
    expect(Buffer.from(bytes ?? []).toString()).toBe('https://files.slack.com/a/download');
  });

  test('never throws, whatever comes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (value, inner) => {
        for (const body of [
          value,
          { type: 'event_callback', event_id: 'E', event: inner },
          { type: 'block_actions', actions: inner, user: { id: 'U' } },
        ]) {
          parseBody(body, context);
          parseCommand(body);
        }
      }),
    );
  });
});
