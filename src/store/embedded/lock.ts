import { randomUUID } from 'node:crypto';
import { readFileSync, realpathSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Database, RootDatabase } from 'lmdb';
import { AppError } from '../../errors.ts';

/** Who has the folder open. */
interface Owner {
  token: string;
  pid: number;
  host: string;
  /** Start of the process as the kernel counts it, so that a pid used again is not taken for the old owner. */
  started: string | null;
}

const BEAT_MS = 2_000;
/** An owner on another host (or in another container) cannot be asked; after this silence it is taken for dead. */
const SILENCE_MS = 10_000;
const OWNER_KEY = Buffer.from('owner');

/** Folders this process has open: LMDB must not open one twice. */
const openHere = new Set<string>();

export interface FolderLock {
  release(): Promise<void>;
}

/** Throws STORE_LOCKED when this process has `folder` open already. */
export function reserveFolder(folder: string): () => void {
  const path = realpathSync(folder);
  if (openHere.has(path)) throw locked(folder, process.pid, hostname());
  openHere.add(path);
  return () => openHere.delete(path);
}

/**
 * Makes this process the folder's owner; throws STORE_LOCKED while another living process is. The question and the answer
 * are one LMDB write transaction, which is exclusive over processes and whose mutex the kernel frees when a process dies.
 */
export function lockFolder(
  folder: string,
  root: RootDatabase<Buffer, Buffer>,
  database: Database<Buffer, Buffer>,
): FolderLock {
  const beatFile = join(folder, 'alive');
  const mine: Owner = { token: randomUUID(), pid: process.pid, host: hostname(), started: startOf(process.pid) };
  root.transactionSync(() => {
    const owner = readOwner(database.get(OWNER_KEY));
    if (owner && isAlive(owner, beatFile)) throw locked(folder, owner.pid, owner.host);
    database.putSync(OWNER_KEY, Buffer.from(JSON.stringify(mine)));
  });
  writeFileSync(beatFile, '');
  const beat = setInterval(() => {
    const now = new Date();
    try {
      utimesSync(beatFile, now, now);
    } catch {
      // The folder was removed under us; the next write says so.
    }
  }, BEAT_MS).unref();

  return {
    async release() {
      clearInterval(beat);
      root.transactionSync(() => {
        if (readOwner(database.get(OWNER_KEY))?.token === mine.token) database.removeSync(OWNER_KEY);
      });
    },
  };
}

function readOwner(stored: Buffer | undefined): Owner | undefined {
  return stored ? (JSON.parse(stored.toString('utf8')) as Owner) : undefined;
}

function isAlive(owner: Owner, beatFile: string): boolean {
  if (owner.host !== hostname()) return beatAge(beatFile) < SILENCE_MS;
  return exists(owner.pid) && startOf(owner.pid) === owner.started;
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Field 22 of /proc/pid/stat (man proc); null where there is no /proc. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

function beatAge(beatFile: string): number {
  try {
    return Date.now() - statSync(beatFile).mtimeMs;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

function locked(folder: string, pid: number, host: string): AppError {
  return new AppError(
    'STORE_LOCKED',
    `The store in ${folder} is open in process ${pid} on ${host}. Stop that process, choose another DATA_DIR, or set MONGODB_URI: a MongoDB serves several processes.`,
    { details: { folder, pid, host } },
  );
}
