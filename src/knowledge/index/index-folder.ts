import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../errors.ts';
import { replaceFile, syncFolder } from '../storage/files.ts';

const CURRENT = 'current';
const VERSION = /^v-[\w-]+$/;

/** The folder of the version that serves; undefined when nothing was indexed yet. Throws INDEX_DAMAGED on a foreign pointer. */
export async function currentVersion(folder: string): Promise<string | undefined> {
  let name: string;
  try {
    name = (await readFile(join(folder, CURRENT), 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new AppError('INDEX_DAMAGED', `The pointer to the index cannot be read in ${folder}`, { cause: error });
  }
  if (!VERSION.test(name))
    throw new AppError('INDEX_DAMAGED', `The pointer to the index in ${folder} names no version`);
  return name;
}

/**
 * Writes a new version beside the old one and switches to it at once. Until the switch the old version serves; whatever an
 * interrupted run left is cleared by the next.
 */
export async function writeVersion(
  folder: string,
  version: string,
  write: (into: string) => Promise<void>,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const name = `v-${version}-${Date.now().toString(36)}`;
  const temporary = join(folder, `${name}.tmp`);
  await mkdir(temporary);
  try {
    await write(temporary);
    await syncFolder(temporary);
    await rename(temporary, join(folder, name));
    await replaceFile(join(folder, CURRENT), [`${name}\n`]);
    await syncFolder(folder);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    throw error;
  }
  await removeOld(folder, name);
}

/** Open indexes are wholly in memory, so the files of older versions may go. */
async function removeOld(folder: string, current: string): Promise<void> {
  for (const entry of await readdir(folder)) {
    if (entry !== current && entry.startsWith('v-')) await rm(join(folder, entry), { recursive: true, force: true });
  }
}
