import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { projectRoot } from '../../../src/paths.ts';
import { createProgress } from '../../../src/progress.ts';
import { startEmbeddingServer } from '../embeddings/embedding-server.ts';
import { fixture, withFolder } from './pack-folder.ts';

interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs the command in a data folder of its own. */
const index = (dataDir: string, ...args: string[]) => indexWith({ DATA_DIR: dataDir }, ...args);

function indexWith(environment: Record<string, string>, ...args: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const command = ['--import', 'tsx', 'src/commands/index.ts', ...args];
    execFile(
      process.execPath,
      command,
      { cwd: projectRoot, env: { ...process.env, ...environment } },
      (error, stdout, stderr) => {
        resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
      },
    );
  });
}

describe('npm run index', () => {
  test('lists every mistake as file:line: message and indexes nothing', async () => {
    await withFolder({}, async (data) => {
      const { code, stdout, stderr } = await index(data, '--pack', fixture('broken'));
      expect(code).toBe(1);
      expect(stdout).toBe('');
      expect(stderr).toContain('products.csv:4: unknown category "fone" (product p1)\n');
      expect(stderr).toContain('46 mistakes; nothing was indexed');
      expect(existsSync(join(data, 'index'))).toBe(false);
    });
  });

  test('builds the index once, and again only what changed', async () => {
    await withFolder({}, async (data) => {
      const first = await index(data, '--pack', fixture('harbour'));
      expect(first).toMatchObject({
        code: 0,
        stdout: expect.stringMatching(/^harbour: 3 products, 2 FAQ entries, 5 sections; \d+ embedded/),
      });
      expect(first.stderr).toMatch(/files: 0 of 1/);
      expect(existsSync(join(data, 'index/harbour'))).toBe(true);
      const second = await index(data, '--pack', fixture('harbour'), '--json');
      expect(JSON.parse(second.stdout)).toMatchObject({
        ok: true,
        pack: 'harbour',
        products: 3,
        index: { unchanged: true, embedded: 0 },
      });
      expect(second.stderr).toBe('');
    });
  }, 60_000);

  test('an embedding endpoint is asked, a change of model is said, and what it refuses leaves the old index serving', async () => {
    const server = await startEmbeddingServer();
    await withFolder({}, async (data) => {
      const endpoint = { DATA_DIR: data, EMBEDDING_MODEL: 'small', EMBEDDING_BASE_URL: server.url };
      const pack = ['--pack', join(fixture('feeds/titles'), 'catalogue.csv')];
      await index(data, ...pack);
      expect(await indexWith(endpoint, ...pack)).toMatchObject({
        code: 0,
        stdout: expect.stringMatching(
          /^the embedding model changed from built-in-lsa-1: all was embedded again\n.*, 0 taken over/,
        ),
      });
      expect(server.models).toEqual(new Set(['small']));
      const before = readdirSync(join(data, 'index/catalogue')).sort();
      server.ill = { status: 401 };
      const refused = await indexWith({ ...endpoint, EMBEDDING_MODEL: 'large' }, ...pack, '--json');
      expect(refused.code).toBe(1);
      expect(JSON.parse(refused.stdout)).toMatchObject({ ok: false, error: { code: 'EMBEDDING_FAILED' } });
      expect(readdirSync(join(data, 'index/catalogue')).sort()).toEqual(before);
    });
    await server.close();
  }, 60_000);

  test('--check looks and leaves no trace; a pack that is nowhere is said', async () => {
    await withFolder({}, async (data) => {
      const checked = await index(data, '--check', '--pack', join(fixture('feeds/titles'), 'catalogue.csv'));
      expect(checked).toMatchObject({ code: 0, stdout: expect.stringContaining('catalogue: 2 products') });
      expect(existsSync(join(data, 'index'))).toBe(false);
      expect(await index(data, '--pack', 'nowhere')).toMatchObject({
        code: 1,
        stderr: expect.stringContaining('No pack "nowhere"'),
      });
    });
  });
});

describe('progress', () => {
  test('is plain lines where there is no terminal: at each stage, every five seconds, with rate and time left', () => {
    let written = '';
    let time = 0;
    const stream = { isTTY: false, write: (text: string) => (written += text) } as unknown as NodeJS.WriteStream;
    const progress = createProgress({ stream, now: () => time });
    progress.update('reading', 5, 10);
    progress.update('reading', 10, 10);
    progress.update('vectors', 0, 300);
    for (time = 1000; time <= 15_000; time += 1000) progress.update('vectors', time / 50, 300);
    progress.update('files', 0, 1);
    progress.stop();
    expect(written.split('\n')).toEqual([
      'vectors: 0 of 300',
      'vectors: 100 of 300 (20/s, 10 s left)',
      'vectors: 200 of 300 (20/s, 5 s left)',
      'vectors: 300 of 300 (20/s)',
      'files: 0 of 1',
      '',
    ]);
  });
});
