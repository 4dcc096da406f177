import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseUpdate } from '../../../adapters/telegram/parse.ts';
import { updates } from './fixtures/updates.ts';

const context = {
  bot: { id: 4242, username: 'lamp_shop_bot' },
  readFile: async (id: string) => Buffer.from(id),
  now: () => new Date(0),
};

describe('reading Telegram updates', () => {
  test.each(updates)('$name', ({ update, expected }) => {
    const message = parseUpdate(update, context);
    if (expected === undefined) expect(message).toBeUndefined();
    else expect(message).toMatchObject(expected);
  });

  test('reads nothing of a file before it is asked to, and then the largest picture', async () => {
    const asked: string[] = [];
    const readFile = async (id: string) => {
      asked.push(id);
      return Buffer.from('');
    };
    const photo = updates.find(({ name }) => name === 'a photo with a caption');
    const message = parseUpdate(photo?.update, { ...context, readFile });
    expect(asked).toEqual([]);
    await message?.attachments[0].read?.(1000);
    expect(asked).toEqual(['large']);
  });

  test('never throws, whatever comes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (value, inner) => {
        parseUpdate(value, context);
        parseUpdate({ update_id: 1, message: inner }, context);
        parseUpdate(
          { update_id: 1, message: { message_id: 1, chat: { id: 1 }, from: { id: 1 }, text: inner } },
          context,
        );
      }),
    );
  });

  test('the address is plain JSON and survives being stored', () => {
    for (const { update } of updates) {
      const message = parseUpdate(update, context);
      if (message) expect(JSON.parse(JSON.stringify(message.address))).toEqual(message.address);
    }
  });
});
