import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isAppError } from '../../../src/errors.ts';
import type { Mistake } from '../../../src/knowledge/ingestion/report.ts';
import { loadPack } from '../../../src/knowledge/packs/load-pack.ts';

export const fixture = (name: string) => join(import.meta.dirname, 'fixtures', name);

/** Writes files into a new folder, gives it to `use`, and removes it again. */
export async function withFolder<T>(
  files: Record<string, string | Uint8Array>,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'pack-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What loading a pack complains about, as `file:line: message`; [] when it loads. */
export async function mistakesIn(path: string): Promise<string[]> {
  try {
    await loadPack(path);
    return [];
  } catch (error) {
    if (!isAppError(error, 'PACK_INVALID') || error.details === undefined) throw error;
    return (error.details.mistakes as Mistake[]).map((each) => `${each.file}:${each.line}: ${each.message}`);
  }
}

/** A pack.yaml that declares no more than it must. */
export const PACK_YAML = 'id: small\nname: Small\ndomain: shop\ncurrency: USD\n';
