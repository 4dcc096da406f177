import { open, readFile, rename, rm } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { AppError } from '../../errors.ts';

/** How a file must look: noticed when it is cut short, half-written or another one. */
export interface FileStamp {
  bytes: number;
  crc32: number;
}

/** Writes a file and waits until it is on the disk; returns its stamp. */
export async function writeDurably(path: string, parts: readonly (Uint8Array | string)[]): Promise<FileStamp> {
  const file = await open(path, 'w');
  let bytes = 0;
  let checksum = 0;
  try {
    for (const part of parts) {
      const data = typeof part === 'string' ? Buffer.from(part) : part;
      if (data.length === 0) continue;
      await file.writeFile(data);
      checksum = crc32(data, checksum);
      bytes += data.length;
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { bytes, crc32: checksum };
}

/** Puts a file in place at once: readers see the old one or the new one, whole. */
export async function replaceFile(path: string, parts: readonly (Uint8Array | string)[]): Promise<FileStamp> {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    const stamp = await writeDurably(temporary, parts);
    await rename(temporary, path);
    return stamp;
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Waits until a folder's entries are on the disk, where the system can. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } catch {
    // Some systems refuse to sync a folder; the rename is then as durable as they make it.
  } finally {
    await folder.close();
  }
}

/** Reads a file and checks it against its stamp. Throws INDEX_DAMAGED. */
export async function readChecked(path: string, stamp: FileStamp): Promise<Buffer> {
  let content: Buffer;
  try {
    content = await readFile(path);
  } catch (cause) {
    throw new AppError('INDEX_DAMAGED', `An index file cannot be read: ${path}`, { cause });
  }
  if (content.length !== stamp.bytes || crc32(content) !== stamp.crc32)
    throw new AppError('INDEX_DAMAGED', `An index file is not as it was written: ${path}`);
  return content;
}

/** The stamp of a file on the disk. */
export async function stampOf(path: string): Promise<FileStamp> {
  const content = await readFile(path);
  return { bytes: content.length, crc32: crc32(content) };
}
