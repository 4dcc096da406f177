import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Client, startTestDashboard, type TestDashboard } from './dashboard.ts';

const lines = (...conditions: Record<string, string>[]) =>
  Object.fromEntries([
    ['lines', String(conditions.length)],
    ...conditions.flatMap((condition, at) =>
      Object.entries(condition).map(([name, value]) => [`${at}-${name}`, value]),
    ),
  ]);
const PHONE = { kind: 'interest', category: 'phone' };
const NOT_BOUGHT = { kind: 'did', event: 'purchase', days: '90', not: 'yes' };
const UNHAPPY = { kind: 'felt', feeling: 'negative', times: '1', days: '30' };

describe('segments', () => {
  let site: TestDashboard;
  let client: Client;

  beforeAll(async () => {
    site = await startTestDashboard();
    client = await site.signedIn('marketer');
    const { connection } = site.bot.store;
    const granted = { granted: true, at: new Date(), source: 'test' };
    const person = (n: number, displayName: string, interests: Record<string, number>) => ({
      _id: `person-${n}`,
      identities: [{ channel: 'web', userId: `u${n}` }],
      identityKeys: [`u${n}`],
      displayName,
      consent: { personalisation: granted, ...(n === 1 && { marketing: granted }) },
      profile: { turns: 3, interests, preferences: [], intents: { shipping: 2 }, mood: -0.4, languages: { en: 3 } },
      createdAt: new Date(),
      lastSeenAt: new Date(),
    });
    await connection
      .collection<{ _id: string }>('customers')
      .insertMany([
        person(1, '=HYPERLINK("http://evil")', { phone: 2 }),
        person(2, '<b>Bo</b>', { phone: 1 }),
        person(3, 'Cy', { phone: 1 }),
        person(4, 'Dee', { kettle: 1 }),
      ]);
    const unhappy = (n: number) => ({
      _id: `web|m${n}`,
      customerId: `person-${n}`,
      conversationId: `web:u${n}`,
      channel: 'web',
      status: 'sent',
      receivedAt: new Date(),
      route: 'complaint',
      intent: 'complaint',
      message: { text: 'slow delivery' },
      understanding: {
        language: 'en',
        sentiment: { label: 'negative', score: -0.6, angry: false, aspects: [] },
        keywords: ['slow delivery'],
        entities: { productIds: [] },
      },
    });
    await connection.collection<{ _id: string }>('turns').insertMany([1, 2, 3, 4].map(unhappy));
    await site.bot.store.events.insert([
      { id: 'e3', customerId: 'person-3', type: 'purchase', productId: 'x', at: new Date(), value: 100 },
    ]);
  }, 120_000);
  afterAll(() => site.close());

  test('a viewer reads, and makes or exports nothing', async () => {
    const viewer = await site.signedIn('viewer');
    const { status, text } = await viewer.get('/dashboard/segments');
    expect(status).toBe(200);
    expect(text).not.toContain('/dashboard/segments/new');
    for (const path of ['/dashboard/segments/new', '/dashboard/segments/x/edit', '/dashboard/segments/x/export']) {
      expect((await viewer.get(path)).status).toBe(403);
    }
    expect((await viewer.post('/dashboard/segments/new', { do: 'save' })).status).toBe(403);
  });

  test('the form adds and removes conditions, and previews, with nothing kept', async () => {
    const fields = { en: 'Mine', zh: '', match: 'all', ...lines(PHONE), kind: 'felt' };
    const added = await client.post('/dashboard/segments/new', { ...fields, do: 'add' });
    expect(added.text).toContain('Condition 2: Was happy or unhappy');
    expect(added.text).toContain('value="Mine"');
    const removed = await client.post('/dashboard/segments/new', { ...fields, do: 'remove-0' });
    expect(removed.text).not.toContain('Condition 1');
    const preview = await client.post('/dashboard/segments/new', { ...fields, do: 'preview' });
    expect(preview.text).toContain('3 of 4 customers would belong to it.');
    expect(preview.text).toContain('&lt;b>Bo');
    expect(await site.bot.segments.list()).toEqual([]);
  });

  test('what is not complete is said, and not saved', async () => {
    const nameless = await client.post('/dashboard/segments/new', { do: 'save', ...lines(PHONE) });
    expect([nameless.status, nameless.text]).toEqual([400, expect.stringContaining('Give it a name.')]);
    const empty = await client.post('/dashboard/segments/new', { do: 'save', en: 'A', lines: '0' });
    expect([empty.status, empty.text]).toEqual([400, expect.stringContaining('Add a condition first.')]);
    const wrong = lines({ kind: 'figure', figure: 'monetary', compare: 'gte', number: 'much' });
    const refused = await client.post('/dashboard/segments/new', { do: 'save', en: 'A', ...wrong });
    expect([refused.status, refused.text]).toEqual([400, expect.stringContaining('A condition is not complete')]);
    expect(await site.bot.segments.list()).toEqual([]);
  });

  test('"asked for a phone, did not buy, unhappy" is made, told in words, exported and changed', async () => {
    const made = await client.post('/dashboard/segments/new', {
      en: 'Lost phones',
      do: 'save',
      match: 'all',
      ...lines(PHONE, NOT_BOUGHT, UNHAPPY),
    });
    expect(made.status).toBe(303);
    const path = made.to.split('?')[0]!;
    const detail = (await client.get(made.to)).text;
    expect(detail).toContain('Interested in Phones; not bought within 90 days; unhappy messages within 30 days');
    expect(detail).toContain('2 customers');
    expect(detail).toContain('/dashboard/conversations/web%3Au1');
    expect(detail).not.toContain('<b>Bo');
    const csv = await client.get(`${path}/export`);
    expect(csv.headers.get('content-disposition')).toMatch(/^attachment; filename="?lost-phones\.csv/);
    const rows = csv.text.trim().split('\r\n');
    expect(rows).toHaveLength(3);
    expect(rows[1]).toMatch(/^"person-1","'=HYPERLINK\(""http:\/\/evil""\)","web","en",/);
    expect(rows[1]).toMatch(/,"yes"$/);
    const edit = (await client.get(`${path}/edit`)).text;
    expect(edit).toContain('Condition 3: Was happy or unhappy');
    const changed = await client.post(`${path}/edit`, { en: 'Lost', zh: '流失', do: 'save', ...lines(PHONE) });
    expect([changed.status, changed.to]).toEqual([303, `${path}?done=saved`]);
    const [segment] = await site.bot.segments.list();
    expect(segment).toMatchObject({ name: { en: 'Lost', zh: '流失' }, size: 3 });
    await client.post(`${path}/delete`);
    expect(await site.bot.segments.list()).toEqual([]);
  });

  test('a strategy is tried on the real turn, of which nothing is kept, and saved', async () => {
    const { id } = await site.bot.segments.create({
      name: { en: 'S', zh: 'S' },
      rule: { kind: 'share', percent: 100 },
    });
    const turns = await site.bot.store.turns.count({});
    const fields = {
      tone: 'warm',
      offers: 'premium_first',
      hour: '',
      channel: '',
      categories: ['headphones', 'kettle'],
    };
    const tried = await client.post(`/dashboard/segments/${id}/strategy`, {
      ...fields,
      message: 'I need headphones',
      do: 'try',
    });
    expect(tried.text).toContain('The bot would answer');
    expect(tried.text).toMatch(/headphones/i);
    expect(await site.bot.store.turns.count({})).toBe(turns);
    expect(await site.bot.segments.get(id)).toMatchObject({ strategy: { tone: 'plain' } });
    const saved = await client.post(`/dashboard/segments/${id}/strategy`, { ...fields, hour: '9', do: 'save' });
    expect(saved.to).toBe(`/dashboard/segments/${id}?done=strategy`);
    expect((await site.bot.segments.get(id))!.strategy).toEqual({
      tone: 'warm',
      offers: 'premium_first',
      categories: ['headphones', 'kettle'],
      hour: 9,
    });
    await site.bot.segments.remove(id);
  });

  test('a rule that nests deeper keeps its rule when its name is changed; two segments are compared', async () => {
    const phone = { kind: 'property', property: 'interest', of: 'phone', is: 'gt', value: 0 };
    const deep = { kind: 'or', rules: [phone, { kind: 'and', rules: [phone, { kind: 'not', rule: phone }] }] };
    const { id } = await site.bot.segments.create({ name: { en: 'Deep', zh: '深' }, rule: deep });
    const { text } = await client.get(`/dashboard/segments/${id}/edit`);
    expect(text).toContain('nests deeper');
    await client.post(`/dashboard/segments/${id}/edit`, { en: 'Deeper', zh: '深', do: 'save' });
    expect(await site.bot.segments.get(id)).toMatchObject({ name: { en: 'Deeper' }, rule: deep });
    const other = await site.bot.segments.create({
      name: { en: 'All', zh: '全部' },
      rule: { kind: 'share', percent: 100 },
    });
    const compared = (await client.get(`/dashboard/segments/compare?a=${id}&b=${other.id}`)).text;
    expect(compared).toContain('Deeper</th>');
    expect(compared).toContain('A random 100%');
    expect((await client.get('/dashboard/segments')).text).toContain(
      'Interested in Phones or (interested in Phones; not interested in Phones)',
    );
  });

  test('no such segment is said so', async () => {
    expect((await client.get('/dashboard/segments/nothing')).status).toBe(404);
  });
});
