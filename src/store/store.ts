import mongoose, { type Connection } from 'mongoose';
import { AppError, messageOf } from '../errors.ts';
import { type ConversationRepository, createConversationRepository } from './conversations.ts';
import { type CustomerRepository, createCustomerRepository } from './customers.ts';
import { startEngine } from './embedded/engine.ts';
import { createEventRepository, type EventRepository, type StoredEvent } from './events.ts';
import { marksOf } from './records.ts';
import { createTurnRepository, type StoredTurn, type TurnRepository } from './turns.ts';

/** Where everything is kept. The type parameters are the caller's records; the store reads only what it queries. */
export interface Store<Turn extends StoredTurn, State, Profile, Event extends StoredEvent> {
  /** 'mongodb', or 'embedded' = our own engine in this process. */
  kind: 'mongodb' | 'embedded';
  turns: TurnRepository<Turn>;
  conversations: ConversationRepository<State>;
  customers: CustomerRepository<Profile>;
  events: EventRepository<Event>;
  /** For rooms that keep collections of their own (segments, audit log); models are made on it, never globally. */
  connection: Connection;
  /** Throws STORE_UNAVAILABLE when the store does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface StoreOptions {
  /** A MongoDB to connect to. Absent = the embedded engine, on `folder`. */
  mongodbUri?: string;
  /** Folder of the embedded engine; made when missing. */
  folder: string;
  logger?: { warn(details: object, message: string): void };
  now?(): Date;
  /** Marks every turn, conversation, customer and event made through this store. */
  simulated?: boolean;
  /** How long to look for the MongoDB; 10 s. */
  connectTimeoutMs?: number;
}

const CONNECT_TIMEOUT_MS = 10_000;

/** Opens the store and makes its indexes. Throws STORE_LOCKED (another process has the folder) or STORE_UNAVAILABLE. */
export async function createStore<
  Turn extends StoredTurn = StoredTurn,
  State = unknown,
  Profile = unknown,
  Event extends StoredEvent = StoredEvent,
>({
  mongodbUri,
  folder,
  logger,
  now = () => new Date(),
  simulated,
  connectTimeoutMs = CONNECT_TIMEOUT_MS,
}: StoreOptions): Promise<Store<Turn, State, Profile, Event>> {
  const engine = mongodbUri === undefined ? await startEngine({ folder, logger, now }) : undefined;
  let connection: Connection | undefined;
  try {
    connection = await mongoose
      .createConnection(mongodbUri ?? engine!.uri, {
        serverSelectionTimeoutMS: connectTimeoutMs,
        autoIndex: false,
        autoCreate: false,
        ignoreUndefined: true,
        ...(engine && { serverMonitoringMode: 'poll' as const, maxPoolSize: 16 }),
      })
      .asPromise();
    const marks = marksOf({ simulated });
    const repositories = {
      turns: createTurnRepository<Turn>(connection, now, marks),
      conversations: createConversationRepository<State>(connection, now, marks),
      customers: createCustomerRepository<Profile>(connection, now, marks),
      events: createEventRepository<Event>(connection, marks),
    };
    for (const repository of Object.values(repositories)) await repository.createIndexes();

    const open = connection;
    return {
      kind: engine ? 'embedded' : 'mongodb',
      ...repositories,
      connection: open,
      async ping() {
        try {
          await open.db!.command({ ping: 1 });
        } catch (error) {
          throw new AppError('STORE_UNAVAILABLE', `The store does not answer: ${messageOf(error)}`, { cause: error });
        }
      },
      async close() {
        await open.close();
        await engine?.close();
      },
    };
  } catch (error) {
    await connection?.close();
    await engine?.close();
    throw error instanceof AppError
      ? error
      : new AppError('STORE_UNAVAILABLE', `The store could not be opened: ${messageOf(error)}`, { cause: error });
  }
}
