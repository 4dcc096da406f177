import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { projectRoot } from '../../src/paths.ts';

const run = promisify(execFile);
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'search-'));
  const products = [
    { id: 'p1', title: 'Deck screws 3/4 in.' },
    { id: 'p2', title: 'Rain shower head chrome' },
    { id: 'p3', title: 'Emergency light with battery' },
  ];
  await writeFile(join(folder, 'hardware.jsonl'), products.map((product) => JSON.stringify(product)).join('\n'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const search = (...options: string[]) =>
  run(
    process.execPath,
    ['--import', 'tsx', join('src', 'commands', 'search.ts'), '--pack', join(folder, 'hardware.jsonl'), ...options],
    {
      cwd: projectRoot,
      env: { ...process.env, DATA_DIR: join(folder, 'data') },
    },
  );

test('many queries from a file give one line of JSON each, in order, on a catalogue of ids and titles', async () => {
  const queries = join(folder, 'queries.jsonl');
  await writeFile(queries, '{"id": 7, "query": "shwer head"}\nemergancy light\n\n{"broken\n{"query": "zither"}\n');
  const { stdout, stderr } = await search('--queries', queries, '--top', '2', '--json');
  const lines = stdout
    .trim()
    .split('\n')
    .map(
      (line) => JSON.parse(line) as { id?: number; query: string; fits: number; hits: { id: string; score: number }[] },
    );
  expect(lines.map(({ id, query, fits, hits }) => [id, query, fits > 0 && hits[0].id])).toEqual([
    [7, 'shwer head', 'p2'],
    [undefined, 'emergancy light', 'p3'],
    [undefined, 'zither', false],
  ]);
  expect(lines[0].hits[0].score).toBe(1);
  expect(stderr).toContain('queries.jsonl:4: no query');
}, 60_000);

test('one query explains itself, and says when nothing fits', async () => {
  const { stdout } = await search('shower head', '--explain');
  expect(stdout).toMatch(/1 {2}1\.000 {2}p2 {2}Rain shower head chrome/);
  expect(stdout).toMatch(/lexical \d\.\d\d/);
  expect((await search('lawn mower')).stdout).toContain('Nothing fits.');
}, 60_000);
