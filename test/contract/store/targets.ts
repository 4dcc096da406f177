import { randomUUID } from 'node:crypto';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe } from '@jest/globals';
import type { UUID } from 'bson';
import type { Collection, Db } from 'mongodb';
import mongoose from 'mongoose';
import { type Engine, startEngine } from '../../../src/store/embedded/engine.ts';

export interface Doc {
  _id?: number | string | UUID | null | object;
  // biome-ignore lint/suspicious/noExplicitAny: test documents are of every kind
  [field: string]: any;
}

/** What a case works with: an empty collection of a database of its own. */
export interface Target {
  db: Db;
  collection: Collection<Doc>;
  /** Removes what a TTL index says has expired; a real server does it by itself, within a minute. */
  engine?: Engine;
}

const HOW =
  'set MONGODB_URI, or MONGOMS_SYSTEM_BINARY=/path/to/mongod, or have mongod on the PATH, and run npm test -- test/contract/store';

/** A mongod to be had on this machine, by its path. */
function findMongod(): string | undefined {
  const candidates = [
    process.env.MONGOMS_SYSTEM_BINARY,
    ...(process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'mongod')),
  ];
  return candidates.find((path) => {
    try {
      if (path) accessSync(path, constants.X_OK);
      return Boolean(path);
    } catch {
      return false;
    }
  });
}

async function openEmbedded(): Promise<{ uri: string; engine: Engine; close(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'store-contract-'));
  const engine = await startEngine({ folder });
  return {
    uri: engine.uri,
    engine,
    async close() {
      await engine.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function openReal(): Promise<{ uri: string; close(): Promise<void> }> {
  if (process.env.MONGODB_URI) return { uri: process.env.MONGODB_URI, close: async () => {} };
  const { MongoMemoryServer } = await import('mongodb-memory-server-core');
  const server = await MongoMemoryServer.create({ binary: { systemBinary: findMongod()! } });
  return { uri: server.getUri(), close: async () => void (await server.stop()) };
}

/** Runs the cases on the embedded engine always, and on a real MongoDB where one can be had. */
export function onEveryStore(title: string, cases: (target: Target) => void): void {
  const hasReal = Boolean(process.env.MONGODB_URI) || findMongod() !== undefined;
  const run = (open: () => Promise<{ uri: string; engine?: Engine; close(): Promise<void> }>) => () => {
    const target = {} as Target;
    let opened: { uri: string; engine?: Engine; close(): Promise<void> };
    let connection: mongoose.Connection;
    beforeAll(async () => {
      opened = await open();
      connection = await mongoose
        .createConnection(opened.uri, { dbName: `contract_${randomUUID().slice(0, 8)}` })
        .asPromise();
      target.db = connection.db as unknown as Db;
      target.engine = opened.engine;
    });
    beforeEach(() => {
      target.collection = target.db.collection<Doc>(`c${randomUUID().slice(0, 8)}`);
    });
    afterAll(async () => {
      await target.db?.dropDatabase();
      await connection?.close();
      await opened?.close();
    });
    cases(target);
  };
  describe(`${title}, on the embedded engine`, run(openEmbedded));
  (hasReal ? describe : describe.skip)(
    hasReal ? `${title}, on MongoDB` : `${title}, on MongoDB (to run: ${HOW})`,
    run(openReal),
  );
}

/** Ids of the documents, in their order. */
export const ids = (documents: Doc[]): unknown[] => documents.map(({ _id }) => _id);
