import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { projectRoot } from '../src/paths.ts';

let folder: string;
const running = new Set<ChildProcess>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'main-'));
});

afterEach(async () => {
  for (const child of running) {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
});

afterAll(() => rm(folder, { recursive: true, force: true }));

interface Started {
  child: ChildProcess;
  /** What was printed when it was ready or had ended. */
  output: string;
  /** The address it listens on; absent when it ended instead. */
  url?: string;
  code?: number | null;
}

/** Starts the product with these settings and nothing else, until it is ready or has ended. */
function start(settings: Record<string, string>, data = folder): Promise<Started> {
  const child = spawn(process.execPath, ['start.js'], {
    cwd: projectRoot,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: '0', LOG_LEVEL: 'error', DATA_DIR: data, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return new Promise((resolve) => {
    let output = '';
    const collect = (chunk: Buffer) => {
      output += chunk;
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0];
      if (url) resolve({ child, output, url });
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('close', (code) => resolve({ child, output, code }));
  });
}

async function stop({ child }: Started): Promise<number | null> {
  child.kill('SIGTERM');
  const [code] = await once(child, 'exit');
  return code;
}

describe('npm start', () => {
  test('builds the index, opens the store, serves the chat, stops on a signal, and starts again', async () => {
    const first = await start({});
    const health = await fetch(`${first.url}/health`);
    expect(await health.json()).toMatchObject({ ok: true, store: 'embedded', pack: 'shop' });
    const page = await fetch(`${first.url}/`);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(await page.text()).toContain('Harbour');
    expect(await (await fetch(`${first.url}/metrics`)).text()).toContain('bot_turns_total');

    const second = await start({});
    expect(second.code).toBe(1);
    expect(second.output.trim().split('\n')).toHaveLength(1);
    expect(second.output).toMatch(/is open in process/);

    expect(await stop(first)).toBe(0);
    const again = await start({});
    expect(again.url).toBeDefined();
    expect(again.output).not.toMatch(/words|vectors/);
    expect(await stop(again)).toBe(0);
  }, 120_000);

  test('says in one line which port is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const { code, output } = await start({ PORT: String(port) });
    server.close();
    expect(code).toBe(1);
    expect(output).toContain(`Port ${port} is taken`);
    expect(output).not.toContain('    at ');
  }, 60_000);

  test('names the setting that is wrong', async () => {
    const { code, output } = await start({ PORT: 'http' });
    expect(code).toBe(1);
    expect(output).toMatch(/^Configuration: PORT: /);
  }, 60_000);

  test('names the packs there are when the one asked for is not', async () => {
    const { code, output } = await start({ PACK: 'bakery' });
    expect(code).toBe(1);
    expect(output).toMatch(/shop/);
    expect(output).not.toContain('    at ');
  }, 60_000);

  test('a mistake in a pack is told with its file and line', async () => {
    const pack = await mkdtemp(join(tmpdir(), 'pack-'));
    await writeFile(join(pack, 'products.csv'), 'id,name,price\na,Lamp,12\na,Lamp,dear\n');
    const { code, output } = await start({ PACK: pack });
    await rm(pack, { recursive: true });
    expect(code).toBe(1);
    expect(output).toContain('products.csv:3');
  }, 60_000);
});
