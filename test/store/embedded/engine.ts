import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Db } from 'mongodb';
import mongoose from 'mongoose';
import { type Engine, startEngine } from '../../../src/store/embedded/engine.ts';

/** An engine on a folder, and a database of it over the ordinary driver. */
export interface Opened {
  engine: Engine;
  folder: string;
  db: Db;
  close(): Promise<void>;
}

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'store-'));

export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true });

export async function openEngine(folder: string, now?: () => Date): Promise<Opened> {
  const engine = await startEngine({ folder, ...(now && { now }) });
  const connection = await mongoose.createConnection(engine.uri).asPromise();
  return {
    engine,
    folder,
    db: connection.db as unknown as Db,
    async close() {
      await connection.close();
      await engine.close();
    },
  };
}
