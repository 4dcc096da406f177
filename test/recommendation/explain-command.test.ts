import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { projectRoot } from '../../src/paths.ts';
import { createStore } from '../../src/store/store.ts';

const run = promisify(execFile);
const PRODUCTS = [
  { id: 'k1', title: 'Steel kettle 1.7 litres', price: 40 },
  { id: 'k2', title: 'Glass kettle 1.5 litres', price: 45 },
  { id: 'k3', title: 'Copper kettle 1.2 litres', price: 60 },
  { id: 'b1', title: 'Mountain bicycle', price: 900 },
];
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'explain-'));
  await writeFile(join(folder, 'tiny.jsonl'), PRODUCTS.map((product) => JSON.stringify(product)).join('\n'));
  const store = await createStore({ folder: join(folder, 'data', 'store') });
  const at = new Date();
  const { id } = await store.customers.open({ channel: 'shop', userId: 'anna' }, {});
  const activity = { firstAt: at, lastAt: at, baskets: 1, spent: 40, returned: 0, events: { purchase: 1 } };
  await store.customers.save(id, { profile: { turns: 0, interests: {}, preferences: [], intents: {}, activity } });
  await store.customers.setConsent(id, 'personalisation', { granted: true, at, source: 'test' });
  await store.events.insert([
    { id: 'e1', customerId: id, type: 'purchase', productId: 'k1', at, value: 40 },
    { id: 'e2', customerId: id, type: 'view', productId: 'k3', at },
  ] as never[]);
  await store.close();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const explain = (...options: string[]) =>
  run(
    process.execPath,
    ['--import', 'tsx', join('src', 'commands', 'explain.ts'), '--pack', join(folder, 'tiny.jsonl'), ...options],
    { cwd: projectRoot, env: { ...process.env, DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'silent' } },
  );

test('each score is shown in parts that sum to it, with the reasons the customer would be told', async () => {
  const { stdout } = await explain('--customer', 'shop|anna', '--message', 'a kettle please');
  expect(stdout).toContain('agreed to personalisation');
  // What she has is not offered again; what is like it is, and says so.
  expect(stdout).not.toContain('Steel kettle 1.7 litres  ');
  expect(stdout).toMatch(/\d\. Glass kettle 1\.5 litres {2}0\.\d{3}/);
  const glass = stdout.split(/\n\n/).find((block) => block.includes('Glass kettle'))!;
  const score = Number(/Glass kettle 1\.5 litres {2}(\S+)/.exec(glass)?.[1]);
  const parts = [...glass.matchAll(/^ +(-?0\.\d{3}) {2}/gm)].map(([, part]) => Number(part));
  expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(score, 2);
  expect(stdout).toContain('like what they bought or viewed');
}, 60_000);

test('who is not known is one clear line', async () => {
  await expect(explain('--customer', 'nobody')).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^There is no customer nobody\n$/),
  });
}, 60_000);
