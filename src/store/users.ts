import { randomUUID } from 'node:crypto';
import type { Connection } from 'mongoose';
import { defineModel, isDuplicate, rawCollection, toRecord, toStored, toUpdate } from './records.ts';

/** A password as scrypt left it, with what it was made with, so that the cost can be raised later. Bytes are base64. */
export interface StoredPassword {
  salt: string;
  hash: string;
  cost: number;
  blockSize: number;
  parallelization: number;
}

/** Somebody of the business who may sign in to the dashboard. */
export interface StoredUser {
  id: string;
  /** What they sign in with, in lower case: a name or an e-mail address. Unique. */
  login: string;
  name: string;
  role: string;
  /** Absent until it is set, and for who signs in by OpenID Connect alone. */
  password?: StoredPassword;
  /** `issuer|subject` of OpenID Connect, once they signed in by it. */
  identity?: string;
  disabled?: boolean;
  createdAt: Date;
  lastSignInAt?: Date;
}

/** A sign-in that lasts. `id` is a hash of the cookie, so that who reads the store can't use it. */
export interface StoredSession {
  id: string;
  userId: string;
  createdAt: Date;
  expiresAt: Date;
}

/** A link that works once: it lets somebody set a password. */
export interface StoredLink {
  id: string;
  /** Absent = it makes the first administrator. */
  userId?: string;
  expiresAt: Date;
}

export type UserChanges = Partial<Omit<StoredUser, 'id' | 'createdAt'>>;
export type UserRepository = ReturnType<typeof createUserRepository>;

/** Users of the dashboard, their sessions and one-time links. */
export function createUserRepository(connection: Connection) {
  const userModel = defineModel(connection, 'users', { login: String, createdAt: Date }, [
    [{ login: 1 }, { unique: true }],
    [{ identity: 1 }],
  ]);
  const sessionModel = defineModel(connection, 'sessions', { expiresAt: Date }, [[{ userId: 1 }], [{ expiresAt: 1 }]]);
  const linkModel = defineModel(connection, 'links_once', { expiresAt: Date }, [[{ userId: 1 }]]);
  const users = rawCollection(userModel);
  const sessions = rawCollection(sessionModel);
  const links = rawCollection(linkModel);
  const readUser = (found: object | null) => (found ? toRecord<StoredUser>(found) : undefined);

  return {
    /** Throws the store's duplicate error never: undefined when the login is taken. */
    async add(user: Omit<StoredUser, 'id'>): Promise<StoredUser | undefined> {
      const added = { id: randomUUID(), ...user };
      try {
        await users.insertOne(toStored(added));
        return added;
      } catch (error) {
        if (isDuplicate(error)) return undefined;
        throw error;
      }
    },
    get: async (id: string) => readUser(await users.findOne({ _id: { $eq: id } })),
    byLogin: async (login: string) => readUser(await users.findOne({ login: { $eq: login } })),
    byIdentity: async (identity: string) => readUser(await users.findOne({ identity: { $eq: identity } })),
    list: async () => (await users.find().sort({ login: 1 }).toArray()).map((one) => toRecord<StoredUser>(one)),
    count: () => users.countDocuments(),
    change: async (id: string, changes: UserChanges) =>
      (await users.updateOne({ _id: { $eq: id } }, toUpdate(changes))).matchedCount > 0,
    async remove(id: string): Promise<boolean> {
      await Promise.all([sessions.deleteMany({ userId: { $eq: id } }), links.deleteMany({ userId: { $eq: id } })]);
      return (await users.deleteOne({ _id: { $eq: id } })).deletedCount > 0;
    },

    /** Also forgets the sessions that ran out. */
    async addSession(session: StoredSession): Promise<void> {
      await sessions.deleteMany({ expiresAt: { $lt: session.createdAt } });
      await sessions.insertOne(toStored(session));
    },
    async session(id: string): Promise<StoredSession | undefined> {
      const found = await sessions.findOne({ _id: { $eq: id } });
      return found ? toRecord<StoredSession>(found) : undefined;
    },
    prolong: (id: string, expiresAt: Date) => sessions.updateOne({ _id: { $eq: id } }, { $set: { expiresAt } }),
    endSession: (id: string) => sessions.deleteOne({ _id: { $eq: id } }),
    /** Ends every session of a user, but for the one of `except`. */
    endSessions: (userId: string, except = '') =>
      sessions.deleteMany({ userId: { $eq: userId }, _id: { $ne: except } }),

    /** Replaces the user's older links: only the newest works. */
    async addLink(link: StoredLink): Promise<void> {
      await links.deleteMany({ userId: link.userId === undefined ? { $exists: false } : { $eq: link.userId } });
      await links.insertOne(toStored(link));
    },
    async link(id: string): Promise<StoredLink | undefined> {
      const found = await links.findOne({ _id: { $eq: id } });
      return found ? toRecord<StoredLink>(found) : undefined;
    },
    /** Takes a link; false when somebody was quicker. */
    useLink: async (id: string) => (await links.deleteOne({ _id: { $eq: id } })).deletedCount > 0,

    async createIndexes(): Promise<void> {
      for (const model of [userModel, sessionModel, linkModel]) await model.createIndexes();
    },
  };
}
