import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { activitySchema } from '../../../adapters/teams/activity.ts';
import { parseActivity } from '../../../adapters/teams/parse.ts';
import { activities, malformed } from './fixtures/activities.ts';

const context = { readFile: async ({ url }: { url: string }) => Buffer.from(url), now: () => new Date(0) };

describe('reading Teams activities', () => {
  test.each(activities)('$name', ({ activity, expected }) => {
    const message = parseActivity(activitySchema.parse(activity), context);
    if (expected === undefined) expect(message).toBeUndefined();
    else expect(message).toMatchObject(expected);
  });

  test.each(malformed)('%s is malformed', (_, activity) => {
    expect(activitySchema.safeParse(activity).success).toBe(false);
  });

  test('a file is read by its download address, and only when asked', async () => {
    const file = activities.find(({ name }) => name === 'a file');
    const [attachment] = parseActivity(activitySchema.parse(file?.activity), context)?.attachments ?? [];
    expect(Buffer.from((await attachment.read?.(10)) ?? []).toString()).toBe(
      'https://contoso.sharepoint.example/d?sig=1',
    );
  });

  test('the address is plain JSON and survives being stored', () => {
    for (const { activity } of activities) {
      const message = parseActivity(activitySchema.parse(activity), context);
      if (message) expect(JSON.parse(JSON.stringify(message.address))).toEqual(message.address);
    }
  });

  test('never throws, whatever comes', () => {
    const base = activities[0].activity;
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.constantFrom('text', 'value', 'entities', 'attachments', 'channelData', 'type'),
        (value, key) => {
          const parsed = activitySchema.safeParse({ ...base, [key]: value });
          if (parsed.success) parseActivity(parsed.data, context);
        },
      ),
    );
  });
});
