import { fork } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import iconv from 'iconv-lite';
import { type ImportOptions, type ImportReport, importEvents } from '../../../src/customers/events/import-file.ts';
import { createEventIntake, type EventIntake } from '../../../src/customers/events/intake.ts';
import { openReopening } from '../../../src/customers/events/reopening.ts';
import type { Profile } from '../../../src/customers/profile.ts';
import { projectRoot } from '../../../src/paths.ts';
import type { StoredEvent } from '../../../src/store/events.ts';
import { createStore, type Store } from '../../../src/store/store.ts';
import type { StoredTurn } from '../../../src/store/turns.ts';
import type { ImportProcessOptions } from '../../support/import-process.ts';

const NOW = new Date('2026-11-24T12:00:00Z');
type TestStore = Store<StoredTurn, unknown, Profile, StoredEvent>;
let folder: string;
let store: TestStore;

const open = () => createStore<StoredTurn, unknown, Profile, StoredEvent>({ folder: join(folder, 'store') });
const intakeOf = (one: TestStore): EventIntake =>
  createEventIntake({ store: one, product: (id) => (id === 'odd' ? undefined : { category: 'lamp', price: 10 }) });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-'));
  store = await open();
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

async function take(name: string, content: string | Uint8Array, options: Partial<ImportOptions> = {}) {
  const file = join(folder, name);
  await writeFile(file, content);
  return importEvents({ file, intake: intakeOf(store), stateFolder: join(folder, 'imports'), now: NOW, ...options });
}

const customer = (userId: string) => store.customers.findByIdentity({ channel: 'shop', userId });
const header = 'id,customer,type,at,product_id,value,text';

describe('importing a file of events', () => {
  test('rows are cleaned, and what is wrong is told by its line and left out', async () => {
    const report = await take(
      'events.csv',
      [
        header,
        'e1,ＡＮＮＡ,view,2026-11-01,p1,,',
        'e2,ben,review,2026-11-02,p1,5,<b>Good</b>\u0000 &amp; cheap',
        'e3,ben,steal,2026-11-02,p1,,',
        'e4,ben,view,2026-02-31,p1,,',
        'e5,ben,view,3026-01-01,p1,,',
        'e6,ben,purchase,2026-11-02,p1,1e999,',
        'e7,ben,purchase,2026-11-02,p1,NaN,',
        'e8,ben,purchase,2026-11-02,p1,-5,',
        'e9,,view,2026-11-02,p1,,',
        'e1,ANNA,view,2026-11-01,p1,,',
        'e10,ben,view,2026-11-02,odd,,',
        'e11,"{""$ne"":null}",view,2026-11-02,p1,,',
      ].join('\n'),
    );
    expect(report).toMatchObject({ rows: 12, stored: 4, duplicates: 1, unknownProducts: 1, mistakeCount: 6 });
    expect(report.mistakes.map(({ line, message }) => [line, message.split(':')[0]])).toEqual([
      [4, 'type'],
      [5, 'at'],
      [6, 'at'],
      [7, 'value'],
      [8, 'value'],
      [9, 'value'],
    ]);
    expect(report.dropped).toEqual({ 'bad row': 6, 'no customer': 1 });
    expect(Object.keys(report.cleaned).length).toBeGreaterThan(1);
    expect(await customer('ANNA')).toBeDefined();
    // What looks like an operator is somebody's odd name, and asks the store nothing.
    expect(await customer('{"$ne":null}')).toBeDefined();
    const [review] = await store.events.find({ type: 'review' });
    expect(review.data?.text).toBe('Good & cheap');
  });

  test('Chinese in GBK, packed, with Chinese column names is read as such', async () => {
    const text = '用户,事件,时间,商品编号,金额\n王芳,购买,2026-11-01 10:00:00,p1,"￥1,299.50"\n'.replace('￥', '¥');
    const report = await take('订单.csv.gz', gzipSync(iconv.encode(text, 'gb18030')));
    expect(report).toMatchObject({ rows: 1, stored: 1 });
    expect((await customer('王芳'))?.profile.activity).toMatchObject({ baskets: 1, spent: 1299.5 });
  });

  test('JSON Lines with a broken line: the line is told, the others are taken', async () => {
    const line = (id: string) =>
      JSON.stringify({ id, customer: 'anna', type: 'view', at: '2026-11-01', productId: 'p' });
    const report = await take('events.jsonl', `${line('a')}\n{"id": \n${line('b')}\n`);
    expect(report.stored).toBe(2);
    expect(report.mistakes).toMatchObject([{ line: 2 }]);
  });

  test('what no person does in a minute is a bot, and purchases of one invoice are not', async () => {
    const rows = (type: string) =>
      Array.from(
        { length: 200 },
        (_, n) => `${type}${n},robot,${type},2026-11-01 10:00:${String(n % 60).padStart(2, '0')},p${n},1,`,
      );
    const report = await take('events.csv', [header, ...rows('view'), ...rows('purchase')].join('\n'));
    expect(report).toMatchObject({ stored: 320, dropped: { bot: 80 } });
    const agents = await take(
      'agents.csv',
      'id,customer,type,at,productid,user_agent\nx,a,view,2026-11-01,p,Googlebot/2.1\ny,a,view,2026-11-01,p,Firefox\n',
    );
    expect(agents).toMatchObject({ stored: 1, dropped: { bot: 1 } });
  });

  test('the same file again, and the same rows under another name, add nothing', async () => {
    const content = [header, 'e1,anna,purchase,2026-11-01,p1,10,', 'e2,anna,purchase,2026-11-02,p1,10,'].join('\n');
    await take('a.csv', content);
    expect(await take('a.csv', content)).toMatchObject({ stored: 0, duplicates: 2, resumedAt: 0 });
    expect(await take('b.csv', content)).toMatchObject({ stored: 0, duplicates: 2 });
    expect((await customer('anna'))?.profile.activity).toMatchObject({ baskets: 2, spent: 20 });
  });

  test('only checking stores nothing and leaves no trace', async () => {
    const report = await take('a.csv', `${header}\ne1,anna,view,2026-11-01,p1,,`, { check: true });
    expect(report).toMatchObject({ rows: 1, stored: 0 });
    expect(await store.customers.count()).toBe(0);
    expect(await take('a.csv', `${header}\ne1,anna,view,2026-11-01,p1,,`)).toMatchObject({ stored: 1 });
  });

  test.each([
    ['a.csv', 'colour,size\nred,1\n', /No column for customer and at/],
    ['a.xlsx', 'x', /Only \.csv/],
    ['a.csv.gz', 'no gzip', /cannot be unpacked/],
  ])('%s with "%s" is one clear error', async (name, content, message) => {
    await expect(take(name, content)).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      message: expect.stringMatching(message) as unknown,
    });
    expect(await store.events.count({})).toBe(0);
  });

  test('memory is given back when there is much of it, and nothing is lost by it', async () => {
    const rows = Array.from({ length: 12_000 }, (_, n) => `e${n},c${n % 3},purchase,2026-11-0${1 + (n % 9)},p${n},1,`);
    await store.close();
    let opened = 0;
    const reopening = await openReopening(() => {
      opened++;
      return open();
    }, 0);
    try {
      const report = await take('a.csv', [header, ...rows].join('\n'), {
        intake: createEventIntake({
          store: reopening.store,
          product: () => undefined,
          betweenWrites: reopening.relieve,
        }),
      });
      expect(report.stored).toBe(12_000);
    } finally {
      await reopening.close();
      store = await open();
    }
    // After each batch of events and each group of profiles.
    expect(opened).toBeGreaterThan(3);
    for (const id of ['c0', 'c1', 'c2']) expect((await customer(id))?.profile.activity?.spent).toBe(4000);
  });
});

describe('an import that is cut off', () => {
  const ROWS = 1000;
  const CUSTOMERS = 7;
  const rows = Array.from({ length: ROWS }, (_, n) => {
    const day = String(1 + (n % 28)).padStart(2, '0');
    return `e${n},c${n % CUSTOMERS},purchase,2026-10-${day} 10:00:00,p${n % 50},1,`;
  });
  const content = [header, ...rows].join('\n');
  const spent = async () =>
    Promise.all(
      Array.from({ length: CUSTOMERS }, async (_, n) => (await customer(`c${n}`))?.profile.activity?.spent ?? 0),
    );
  const whole = Array.from({ length: CUSTOMERS }, (_, n) => Math.ceil((ROWS - n) / CUSTOMERS));

  /** Fails for good at the given call, as a process that is gone does. */
  function dying(at: { take?: number; saveProfiles?: number; afterFlush?: number }): EventIntake {
    let takes = 0;
    let saves = 0;
    let flushes = 0;
    const inner = createEventIntake({
      store: {
        ...store,
        customers: {
          ...store.customers,
          async saveProfiles(profiles) {
            saves++;
            if (saves === at.saveProfiles) {
              // Some are written, the others are not.
              await store.customers.saveProfiles(new Map([...profiles].slice(0, 3)));
              throw new Error('killed');
            }
            await store.customers.saveProfiles(profiles);
          },
        },
      },
      product: () => ({ category: 'lamp', price: 10 }),
    });
    return {
      async take(...events) {
        takes++;
        const result = await inner.take(...events);
        if (takes === at.take) throw new Error('killed');
        return result;
      },
      async flush(reached) {
        flushes++;
        await inner.flush(reached);
        if (flushes === at.afterFlush) throw new Error('killed');
      },
    };
  }

  test.each([
    ['after events were stored, before profiles were', { take: 2 }],
    ['in the middle of writing profiles', { saveProfiles: 2 }],
    ['after profiles were written, before the place was kept', { afterFlush: 2 }],
    ['before anything was kept', { take: 1 }],
  ])('%s: it goes on and every purchase counts once', async (_, at) => {
    const options = { checkpointRows: 300 };
    await expect(take('a.csv', content, { ...options, intake: dying(at) })).rejects.toThrow('killed');
    const report = await importEvents({
      file: join(folder, 'a.csv'),
      intake: intakeOf(store),
      stateFolder: join(folder, 'imports'),
      now: NOW,
      ...options,
    });
    expect(report.rows).toBe(ROWS);
    expect(await store.events.count({})).toBe(ROWS);
    expect(await spent()).toEqual(whole);
  });

  test('a process killed without warning, twice, leaves an import that can be finished', async () => {
    const file = join(folder, 'big.csv');
    await writeFile(file, content);
    await store.close();
    const options: ImportProcessOptions = { file, folder, now: NOW.toISOString(), checkpointRows: 150 };
    const run = (killAtRow?: number) =>
      new Promise<ImportReport | undefined>((resolve, reject) => {
        const child = fork(
          join(projectRoot, 'test/support/import-process.ts'),
          [JSON.stringify({ ...options, killAtRow })],
          {
            execArgv: ['--import', 'tsx'],
          },
        );
        let report: ImportReport | undefined;
        child.on('message', (message: { report?: ImportReport }) => {
          report = message.report;
        });
        child.on('error', reject);
        child.on('exit', () => resolve(report));
      });
    expect(await run(300)).toBeUndefined();
    expect(await run(600)).toBeUndefined();
    const report = await run();
    expect(report?.resumedAt).toBeGreaterThan(0);
    store = await open();
    expect(await store.events.count({})).toBe(ROWS);
    expect(await spent()).toEqual(whole);
  }, 60_000);
});
