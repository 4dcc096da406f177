import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { projectRoot } from '../../../src/paths.ts';
import { newFolder, openEngine, removeFolder } from './engine.ts';

const SCRIPT = join(projectRoot, 'test/store/embedded/writing-process.ts');

/** Starts a process that writes to the folder, and gives its lines one by one. */
function startWriter(folder: string): { child: ChildProcessWithoutNullStreams; lines: AsyncIterator<string> } {
  const child = spawn(process.execPath, ['--import', 'tsx', SCRIPT, folder], { cwd: projectRoot });
  return { child, lines: createInterface({ input: child.stdout })[Symbol.asyncIterator]() };
}

describe('what was acknowledged', () => {
  let folder: string;
  beforeEach(() => {
    folder = newFolder();
  });
  afterEach(() => removeFolder(folder));

  test('is there after the process was killed, and so is every index entry', async () => {
    const acknowledged: number[] = [];
    const { child, lines } = startWriter(folder);
    expect((await lines.next()).value).toBe('ready');
    while (acknowledged.length < 400) acknowledged.push(Number((await lines.next()).value));
    child.kill('SIGKILL');
    await once(child, 'exit');
    for (let line = await lines.next(); !line.done; line = await lines.next()) acknowledged.push(Number(line.value));

    const { db, close } = await openEngine(folder);
    const collection = db.collection<{ _id: number; key: string }>('kept');
    const stored = new Set((await collection.find().toArray()).map(({ _id }) => _id));
    expect(acknowledged.filter((id) => !stored.has(id))).toEqual([]);
    for (const id of acknowledged.slice(-20)) expect((await collection.findOne({ key: `k${id}` }))?._id).toBe(id);
    expect(await collection.countDocuments({ key: { $gte: '' } })).toBe(stored.size);
    await expect(collection.insertOne({ _id: -1, key: `k${acknowledged[0]}` })).rejects.toMatchObject({ code: 11000 });
    await close();
  });

  test('is there after closing and opening again, with its indexes', async () => {
    const first = await openEngine(folder);
    await first.db.collection('a').createIndex({ key: 1 }, { unique: true });
    await first.db.collection('a').insertOne({ key: 1 });
    await first.close();
    const second = await openEngine(folder);
    expect(await second.db.collection('a').countDocuments({ key: 1 })).toBe(1);
    await expect(second.db.collection('a').insertOne({ key: 1 })).rejects.toMatchObject({ code: 11000 });
    await second.close();
  });
});

test('a folder with a path too long for a socket serves as well', async () => {
  const above = newFolder();
  const opened = await openEngine(join(above, 'x'.repeat(120)));
  expect(await opened.db.command({ ping: 1 })).toMatchObject({ ok: 1 });
  await opened.close();
  removeFolder(above);
});

describe('a folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = newFolder();
  });
  afterEach(() => removeFolder(folder));

  test('is refused to a second process, which says whose it is', async () => {
    const opened = await openEngine(folder);
    const { child, lines } = startWriter(folder);
    const answer = String((await lines.next()).value);
    expect(answer).toContain('STORE_LOCKED');
    expect(answer).toContain(`process ${process.pid}`);
    child.kill();
    await once(child, 'exit');
    await opened.close();
  });

  test('is refused while another process has it, and free once that was killed', async () => {
    const { child, lines } = startWriter(folder);
    expect((await lines.next()).value).toBe('ready');
    await expect(openEngine(folder)).rejects.toMatchObject({ code: 'STORE_LOCKED' });
    child.kill('SIGKILL');
    await once(child, 'exit');
    const opened = await openEngine(folder);
    await opened.close();
  });

  test('is refused to a second engine of the same process', async () => {
    const opened = await openEngine(folder);
    await expect(openEngine(folder)).rejects.toMatchObject({ code: 'STORE_LOCKED' });
    await opened.close();
    const again = await openEngine(folder);
    await again.close();
  });
});
