import { beforeAll, describe, expect, test } from '@jest/globals';
import { DEMO_CHANNELS, identityOf, receiveFrom } from '../../src/commands/demo/channels.ts';
import { en } from '../../src/commands/demo/lines/en.ts';
import { zh } from '../../src/commands/demo/lines/zh.ts';
import { castPeople } from '../../src/commands/demo/person.ts';
import { personasFor } from '../../src/commands/demo/personas/any.ts';
import type { Pack } from '../../src/knowledge/pack.ts';
import { findPack } from '../../src/knowledge/packs/find-pack.ts';
import { loadPack } from '../../src/knowledge/packs/load-pack.ts';

const from = new Date('2026-08-26T00:00:00Z');
const to = new Date('2026-11-24T12:00:00Z');
const at = new Date('2026-09-01T10:00:00Z');

let shop: Pack;
beforeAll(async () => {
  shop = await loadPack(findPack('shop'));
});

describe('the people of the demo', () => {
  test('are at least a dozen kinds, each with something to say in both languages', () => {
    const personas = personasFor(shop);
    expect(personas.length).toBeGreaterThanOrEqual(12);
    for (const { wishes } of personas) {
      for (const { open } of wishes) expect([open.en.length, open.zh.length].every((count) => count > 0)).toBe(true);
    }
  });

  test('have lines of the same kinds, and many of each, in both languages', () => {
    expect(Object.keys(zh)).toEqual(Object.keys(en));
    for (const lines of [...Object.values(en), ...Object.values(zh)]) {
      expect(lines.length).toBeGreaterThanOrEqual(3);
      expect(new Set(lines).size).toBe(lines.length);
    }
  });

  test.each(['finance', 'travel'])('ask only for what the pack %s sells', async (name) => {
    const pack = await loadPack(findPack(name));
    const kinds = new Set(pack.products.map(({ category }) => category));
    const personas = personasFor(pack);
    expect(personas.length).toBeGreaterThanOrEqual(4);
    expect(personas.flatMap(({ wishes }) => wishes).filter(({ category }) => !kinds.has(category))).toEqual([]);
  });

  test('ask a business of no known kind for its own categories', () => {
    const personas = personasFor({ ...shop, domain: 'other' });
    const openers = personas.flatMap(({ wishes }) => wishes.flatMap(({ open }) => [...open.en, ...open.zh]));
    expect(openers).toEqual(expect.arrayContaining(['what air fryers do you have?', '想看看空气炸锅']));
  });

  test('are the same for the same seed and others for another', () => {
    const cast = (seed: number) =>
      castPeople({ pack: shop, personas: personasFor(shop), customers: 30, seed, from, to }).map(
        ({ name, channel, persona, agenda }) => [name, channel, persona.id, agenda],
      );
    expect(cast(1)).toEqual(cast(1));
    expect(cast(1)).not.toEqual(cast(2));
  });

  test('come on every channel, in both languages, within the time', () => {
    const people = castPeople({ pack: shop, personas: personasFor(shop), customers: 120, seed: 1, from, to });
    expect(new Set(people.map(({ channel }) => channel))).toEqual(new Set(DEMO_CHANNELS));
    expect(new Set(people.map(({ language }) => language))).toEqual(new Set(['en', 'zh']));
    const visits = people.flatMap(({ agenda }) => agenda);
    expect(visits.every((visit) => visit.at >= from && visit.at < to)).toBe(true);
  });
});

describe.each(DEMO_CHANNELS)('an event of %s', (channel) => {
  const speaker = { number: 7, name: 'Ann Lee', locale: 'en-GB', channel };

  test('is read by the platform’s own parser as what was said', () => {
    const message = receiveFrom(speaker, { count: 3, at, text: 'under $200 & black <3' });
    expect(message).toMatchObject({ channel, text: 'under $200 & black <3', isDirect: true, receivedAt: at });
    expect({ channel, userId: message.author.id }).toEqual(identityOf(speaker));
  });

  test('is a pressed button as well, in the same conversation', () => {
    const said = receiveFrom(speaker, { count: 1, at, text: 'hi' });
    const pressed = receiveFrom(speaker, { count: 2, at, text: '', choice: { id: 'consent:yes', text: 'Yes' } });
    expect(pressed).toMatchObject({ text: 'Yes', action: { kind: 'choice', id: 'consent:yes' } });
    expect(pressed.conversationId).toBe(said.conversationId);
    expect(pressed.id).not.toBe(said.id);
  });

  test('has the same id each time the story is played, whatever the time', () => {
    const first = receiveFrom(speaker, { count: 1, at, text: 'hi' });
    expect(receiveFrom(speaker, { count: 1, at: to, text: 'hi' }).id).toBe(first.id);
    expect(receiveFrom({ ...speaker, number: 8 }, { count: 1, at, text: 'hi' }).id).not.toBe(first.id);
  });
});
