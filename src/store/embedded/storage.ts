import { mkdirSync } from 'node:fs';
import { type Database, open, type RootDatabase } from 'lmdb';
import { lockFolder, reserveFolder } from './lock.ts';

/** Keys and values of one LMDB table. */
export type Table = Database<Buffer, Buffer>;

/** The files: three tables in one LMDB environment, and the queue through which everything is written. */
export interface Storage {
  /** Collections and their indexes, by name. */
  meta: Table;
  /** Collection number + `_id` -> BSON. */
  documents: Table;
  /** Index number + fields (+ `_id`) -> key of the document. */
  entries: Table;
  /**
   * Runs `job` alone against the newest state and resolves when what it wrote is on the disk. Jobs that wait at the same
   * time share one transaction, and so one flush. A job must check before it writes: what it wrote is not taken back.
   */
  write<T>(job: () => T): Promise<T>;
  /** Called when a transaction was lost (a full disk): what is remembered of the files must be read again. */
  onLost(listener: () => void): void;
  close(): Promise<void>;
}

interface Waiting {
  run(): void;
  settle(): void;
  fail(error: unknown): void;
}

/** Opens (or makes) the files in `folder`. Throws STORE_LOCKED. */
export function openStorage(folder: string): Storage {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const unreserve = reserveFolder(folder);
  let root: RootDatabase<Buffer, Buffer> | undefined;
  try {
    root = open<Buffer, Buffer>({
      path: folder,
      keyEncoding: 'binary',
      encoding: 'binary',
      maxDbs: 8,
      // A commit is durable when it returns; overlapping flushes would only tell the asynchronous writers.
      overlappingSync: false,
    });
    const table = (name: string) => root!.openDB<Buffer, Buffer>(name, { keyEncoding: 'binary', encoding: 'binary' });
    const meta = table('meta');
    const lock = lockFolder(folder, root, meta);
    const queue = createWriteQueue(root);
    const opened = root;
    return {
      meta,
      documents: table('documents'),
      entries: table('entries'),
      write: queue.write,
      onLost: queue.onLost,
      async close() {
        await queue.idle();
        await lock.release();
        await opened.close();
        unreserve();
      },
    };
  } catch (error) {
    void root?.close();
    unreserve();
    throw error;
  }
}

/**
 * Rounds of the event loop that a job waits for others. With nothing else to do they pass in microseconds; under load each does
 * some other work, whose writes then share the flush, which is dear and holds the process.
 */
const ROUNDS_GATHERED = 8;

function createWriteQueue(root: RootDatabase<Buffer, Buffer>) {
  let waiting: Waiting[] = [];
  let scheduled = false;
  let rounds = 0;
  let lost = (): void => {};

  const commit = () => {
    rounds += 1;
    if (rounds < ROUNDS_GATHERED) {
      setImmediate(commit);
      return;
    }
    scheduled = false;
    rounds = 0;
    const batch = waiting;
    waiting = [];
    try {
      root.transactionSync(() => {
        for (const job of batch) job.run();
      });
    } catch (error) {
      lost();
      for (const job of batch) job.fail(error);
      return;
    }
    for (const job of batch) job.settle();
  };

  return {
    write<T>(job: () => T): Promise<T> {
      return new Promise<T>((resolve, reject) => {
        let outcome: { value: T } | { error: unknown };
        waiting.push({
          run() {
            try {
              outcome = { value: job() };
            } catch (error) {
              outcome = { error };
            }
          },
          settle: () => ('error' in outcome ? reject(outcome.error) : resolve(outcome.value)),
          fail: reject,
        });
        if (!scheduled) {
          scheduled = true;
          setImmediate(commit);
        }
      });
    },
    onLost(listener: () => void) {
      lost = listener;
    },
    async idle() {
      while (scheduled) await new Promise((resolve) => setImmediate(resolve));
    },
  };
}
