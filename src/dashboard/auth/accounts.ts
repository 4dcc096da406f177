import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '../../errors.ts';
import type { StoredUser, UserRepository } from '../../store/users.ts';
import { checkPassword, hashPassword, isOutdated, PASSWORD_LENGTH, PASSWORD_LONGEST } from './password.ts';
import { ROLES, type Role } from './role.ts';
import type { createThrottle } from './throttle.ts';

export interface User extends StoredUser {
  role: Role;
}

/** A session ends after so long without a visit. */
export const SESSION_MS = 12 * 3_600_000;
/** How often a visit prolongs it: not at each page, as a write is a flush to the disk. */
const PROLONGED_EVERY_MS = 10 * 60_000;
const LINK_MS = 48 * 3_600_000;
const TOKEN_BYTES = 32;

export const loginSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[^\s<>"'`]{2,100}$/, 'login');
export const nameSchema = z.string().trim().min(1, 'name').max(100, 'name');
export const passwordSchema = z.string().min(PASSWORD_LENGTH, 'password').max(PASSWORD_LONGEST, 'password');
export const roleSchema = z.enum(ROLES);

const newToken = () => randomBytes(TOKEN_BYTES).toString('base64url');
const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url');

export type Accounts = ReturnType<typeof createAccounts>;

/** Who may sign in, who is signed in, and the links that let people in the first time. */
export function createAccounts(options: {
  users: UserRepository;
  throttle: ReturnType<typeof createThrottle>;
  now(): Date;
}) {
  const { users, throttle, now } = options;

  async function openSession(user: User): Promise<string> {
    const token = newToken();
    const createdAt = now();
    const expiresAt = new Date(createdAt.getTime() + SESSION_MS);
    await users.addSession({ id: hashOf(token), userId: user.id, createdAt, expiresAt });
    await users.change(user.id, { lastSignInAt: createdAt });
    return token;
  }

  async function assertAdminLeft(except: string): Promise<void> {
    const others = (await users.list()).filter(
      ({ id, role, disabled }) => id !== except && role === 'admin' && !disabled,
    );
    if (others.length === 0) throw new AppError('INPUT_INVALID', 'The last administrator must stay one');
  }

  return {
    /** A new session's token. Throws UNAUTHORIZED, or RATE_LIMITED after too many failures. */
    async signIn(login: string, password: string, address: string): Promise<{ user: User; token: string }> {
      const known = login.trim().toLowerCase().slice(0, 100);
      await throttle.check(known, address);
      const user = (await users.byLogin(known)) as User | undefined;
      const right = await checkPassword(password.slice(0, PASSWORD_LONGEST), user?.password);
      if (!user || !right || user.disabled) {
        await throttle.failed(known, address);
        throw new AppError('UNAUTHORIZED', 'Login or password is wrong');
      }
      await throttle.succeeded(known);
      if (isOutdated(user.password!)) await users.change(user.id, { password: await hashPassword(password) });
      return { user, token: await openSession(user) };
    },

    /**
     * A session for who an OpenID provider vouches for. They must have been added by an administrator, by the address that
     * the provider verified; from then on the provider's own id counts. Throws FORBIDDEN.
     */
    async signInByIdentity(identity: string, email: string | undefined): Promise<{ user: User; token: string }> {
      const known = await users.byIdentity(identity);
      const user = (known ?? (email && (await users.byLogin(email.toLowerCase())))) as User | undefined;
      const taken = user?.identity !== undefined && user.identity !== identity;
      if (!user || user.disabled || taken) throw new AppError('FORBIDDEN', 'Nobody has added this account');
      if (!known) await users.change(user.id, { identity });
      return { user, token: await openSession(user) };
    },

    /** Who a token belongs to; undefined when it ran out, was revoked or never was. */
    async userOf(token: string): Promise<User | undefined> {
      const session = await users.session(hashOf(token));
      const at = now().getTime();
      if (!session || session.expiresAt.getTime() <= at) return undefined;
      const user = (await users.get(session.userId)) as User | undefined;
      if (!user || user.disabled) return undefined;
      if (session.expiresAt.getTime() - at < SESSION_MS - PROLONGED_EVERY_MS) {
        await users.prolong(session.id, new Date(at + SESSION_MS));
      }
      return user;
    },
    signOut: (token: string) => users.endSession(hashOf(token)),

    list: () => users.list() as Promise<User[]>,
    get: (id: string) => users.get(id) as Promise<User | undefined>,
    /** Throws INPUT_INVALID when the login is taken. */
    async add(login: string, name: string, role: Role): Promise<User> {
      const added = await users.add({ login, name, role, createdAt: now() });
      if (!added) throw new AppError('INPUT_INVALID', 'There is a user of this login already');
      return added as User;
    },
    /** A role or a lock takes effect with the next page. Throws INPUT_INVALID where no administrator would be left. */
    async change(id: string, changes: { name?: string; role?: Role; disabled?: boolean }): Promise<void> {
      if ((changes.role !== undefined && changes.role !== 'admin') || changes.disabled) await assertAdminLeft(id);
      await users.change(id, { ...changes, ...(changes.disabled === false && { disabled: undefined }) });
      if (changes.disabled) await users.endSessions(id);
    },
    async remove(id: string): Promise<void> {
      await assertAdminLeft(id);
      await users.remove(id);
    },
    /** Ends the user's other sessions. Throws UNAUTHORIZED when the old password is wrong. */
    async changePassword(user: User, old: string, password: string, token: string): Promise<void> {
      if (!(await checkPassword(old, user.password))) throw new AppError('UNAUTHORIZED', 'The old password is wrong');
      await users.change(user.id, { password: await hashPassword(password) });
      await users.endSessions(user.id, hashOf(token));
    },

    /** A token that lets this user set a password, once; without a user, that makes the first administrator. */
    async link(userId?: string): Promise<string> {
      const token = newToken();
      const expiresAt = new Date(now().getTime() + LINK_MS);
      await users.addLink({ id: hashOf(token), ...(userId !== undefined && { userId }), expiresAt });
      return token;
    },
    /** Whom a link is for. Throws UNAUTHORIZED when it was used, ran out, or is not ours. */
    async linkOf(token: string): Promise<{ user?: User }> {
      const link = await users.link(hashOf(token));
      const user = link?.userId === undefined ? undefined : ((await users.get(link.userId)) as User | undefined);
      const open = link && link.expiresAt > now() && (link.userId === undefined ? (await users.count()) === 0 : user);
      if (!open) throw new AppError('UNAUTHORIZED', 'The link is not valid any more');
      return user ? { user } : {};
    },
    /** Uses a link up: sets the password and signs in. `first` makes the administrator where the link is for nobody. */
    async useLink(token: string, password: string, first?: { login: string; name: string }) {
      const { user: known } = await this.linkOf(token);
      if (!(await users.useLink(hashOf(token)))) throw new AppError('UNAUTHORIZED', 'The link is not valid any more');
      const user = known ?? (await this.add(first!.login, first!.name, 'admin'));
      await users.change(user.id, { password: await hashPassword(password) });
      await users.endSessions(user.id);
      return { user, token: await openSession(user) };
    },
    isEmpty: async () => (await users.count()) === 0,
  };
}
