import { openCatalog } from './catalog.ts';
import type { CommandWorld } from './commands/command.ts';
import { execute } from './commands/execute.ts';
import { createCursors } from './cursors.ts';
import { createReader } from './reader.ts';
import { serve } from './server.ts';
import { openStorage } from './storage.ts';
import { sweepExpired } from './ttl.ts';
import { createWriter } from './writer.ts';

/** A running embedded engine: an ordinary MongoDB driver connects to `uri`. */
export interface Engine {
  uri: string;
  /** Removes what TTL indexes say has expired; runs by itself every minute. Returns how many documents went. */
  sweep(): Promise<number>;
  close(): Promise<void>;
}

export interface EngineOptions {
  /** Made when missing. */
  folder: string;
  logger?: { warn(details: object, message: string): void };
  now?(): Date;
}

const SWEEP_MS = 60_000;
const CURSOR_IDLE_MS = 600_000;

/** Starts the engine on a folder. Throws STORE_LOCKED while another process (or this one) has it open. */
export async function startEngine({ folder, logger, now = () => new Date() }: EngineOptions): Promise<Engine> {
  const storage = openStorage(folder);
  const catalog = openCatalog(storage);
  const reader = createReader(storage, catalog);
  const writer = createWriter(storage, catalog, reader);
  const cursors = createCursors(() => now().getTime());
  const world: CommandWorld = { storage, catalog, reader, writer, cursors, now };
  const server = await serve(folder, (command) => execute(command, world));

  const sweep = () => sweepExpired(world);
  const timer = setInterval(() => {
    cursors.expire(now().getTime() - CURSOR_IDLE_MS);
    sweep().catch((error: unknown) => logger?.warn({ err: error }, 'The sweep of expired documents failed'));
  }, SWEEP_MS).unref();

  return {
    uri: server.uri,
    sweep,
    async close() {
      clearInterval(timer);
      await server.close();
      await storage.close();
    },
  };
}
