import { createHmac } from 'node:crypto';
import { AppError } from '../../errors.ts';
import type { Identity, StoredCustomer } from '../../store/customers.ts';
import { SHOP_CHANNEL } from '../events/event.ts';
import type { Audit } from '../privacy/audit.ts';
import { emptyProfile, type Profile } from '../profile.ts';
import { createSignedTokens } from '../signed-tokens.ts';
import { createLinkCodes, VALID_MINUTES } from './link-codes.ts';
import { mergeCustomers, settleMerges } from './merge.ts';
import { type SplitParts, splitCustomer } from './split.ts';

/** Identities by which a verified e-mail is known; its user id is a keyed hash, so that the address itself is not kept. */
export const EMAIL_CHANNEL = 'email';

/** What came of linking two chats; `customerId` = who both are from now on. */
export type Linking =
  | { kind: 'linked'; customerId: string; channels: string[] }
  | { kind: 'same' }
  /** The code or link is wrong, used or too old. */
  | { kind: 'invalid' }
  /** Both are known to the shop, as different people. */
  | { kind: 'conflict' };

/** What the shop knows of somebody: at least two of these name one person. */
export interface Identification {
  /** Of a signed link that the chat gave. */
  token?: string;
  identity?: Identity;
  /** The shop's own customer id. */
  customer?: string;
  /** Verified by the shop. */
  email?: string;
}

export interface IdentitiesOptions extends SplitParts {
  secret: string;
  audit: Audit;
  /** Told of customers whose history changed. */
  onChange?(customerIds: string[]): void;
}

/** A signed link works for so long. */
const LINK_MS = 30 * 60_000;
/** No turn is under way for so long. */
const SETTLED_AFTER_MS = 60 * 60_000;

export type Identities = ReturnType<typeof createIdentities>;

/** One customer over channels: linked by a code, a signed link, the shop's customer id or a verified e-mail, and parted again. */
export function createIdentities(options: IdentitiesOptions) {
  const { store, audit, secret, now, onChange } = options;
  const codes = createLinkCodes(store.connection, now);
  const links = createSignedTokens({ secret, purpose: 'link', validMs: LINK_MS, now });

  async function join(intoId: string, fromId: string, actor: string): Promise<Linking> {
    if (intoId === fromId) return { kind: 'same' };
    const [into, from] = await Promise.all([store.customers.get(intoId), store.customers.get(fromId)]);
    if (!into || !from) return { kind: 'invalid' };
    if (areOthers(into, from)) return { kind: 'conflict' };
    if (!(await mergeCustomers(options, { intoId, fromId }))) return { kind: 'invalid' };
    await audit.reassign(fromId, intoId);
    await audit.record({ actor, action: 'change', subject: intoId, details: { merged: fromId } });
    onChange?.([intoId]);
    const identities = (await store.customers.get(intoId))?.identities ?? [];
    return { kind: 'linked', customerId: intoId, channels: channelsOf(identities) };
  }

  const emailIdentity = (email: string): Identity => ({
    channel: EMAIL_CHANNEL,
    userId: createHmac('sha256', secret).update(`email|${email.trim().toLowerCase()}`).digest('base64url'),
  });

  return {
    createIndexes: codes.createIndexes,
    /** A code to type in another chat, and how long it works. */
    issueCode: async (customerId: string) => ({ code: await codes.issue(customerId), minutes: VALID_MINUTES }),
    /** Makes the customer one with who was given the code. */
    async redeem(code: string, customerId: string): Promise<Linking> {
      const owner = await codes.redeem(code);
      return owner === undefined ? { kind: 'invalid' } : join(owner, customerId, 'customer');
    },
    /** For a link to a page of the shop where the customer is signed in; the shop hands it to `identify`. */
    linkToken: links.tokenFor,
    /**
     * Makes one customer of all that is named; the shop vouches for it. Throws UNAUTHORIZED on a bad token, INPUT_INVALID when
     * it would mix two people whom the shop knows apart.
     */
    async identify({
      token,
      identity,
      customer,
      email,
    }: Identification): Promise<{ customerId: string; channels: string[] }> {
      const identities = [
        ...(customer === undefined ? [] : [{ channel: SHOP_CHANNEL, userId: customer }]),
        ...(email === undefined ? [] : [emailIdentity(email)]),
        ...(identity ? [identity] : []),
      ];
      // Before anything is made: a bad link leaves no trace.
      const linked = token === undefined ? undefined : await store.customers.get(links.open(token));
      if (token !== undefined && !linked) throw new AppError('NOT_FOUND', 'The customer of this link is gone');
      const known = await Promise.all(identities.map((one) => store.customers.findByIdentity(one)));
      const people = [...(linked ? [linked] : []), ...known.filter((one) => one !== undefined)];
      if (people.some((one) => people.some((other) => areOthers(one, other))) || isOther(people, customer)) {
        throw new AppError('INPUT_INVALID', 'They are known to the shop as different customers; part them first');
      }
      const intoId = people[0]?.id ?? (await store.customers.open(identities[0]!, emptyProfile())).id;
      for (const fromId of new Set(people.map(({ id }) => id))) {
        if (fromId === intoId) continue;
        const { kind } = await join(intoId, fromId, 'shop');
        if (kind === 'conflict')
          throw new AppError('INPUT_INVALID', 'They are known to the shop as different customers');
      }
      for (const one of identities) await store.customers.link(intoId, one);
      onChange?.([intoId]);
      const now = (await store.customers.get(intoId))?.identities ?? [];
      return { customerId: intoId, channels: channelsOf(now) };
    },
    /** Called now and then: what was being written while two were merged finds its owner. */
    settle: () => settleMerges(options, new Date(now().getTime() - SETTLED_AFTER_MS)),
    /** Undoes a merge for one identity; resolves with the new customer, undefined when there is nothing to part. */
    async split(customerId: string, identity: Identity, actor: string): Promise<string | undefined> {
      const newId = await splitCustomer(options, { customerId, identity });
      if (newId === undefined) return undefined;
      const { channel } = identity;
      await audit.record({ actor, action: 'change', subject: customerId, details: { parted: newId, channel } });
      await audit.record({ actor, action: 'change', subject: newId, details: { partedFrom: customerId, channel } });
      onChange?.([customerId, newId]);
      return newId;
    },
  };
}

const shopIdsOf = ({ identities }: StoredCustomer<Profile>): string[] =>
  identities.filter(({ channel }) => channel === SHOP_CHANNEL).map(({ userId }) => userId);

/** Whether the shop knows both, and none of its ids is of both. */
function areOthers(a: StoredCustomer<Profile>, b: StoredCustomer<Profile>): boolean {
  const [mine, theirs] = [shopIdsOf(a), shopIdsOf(b)];
  return mine.length > 0 && theirs.length > 0 && !mine.some((id) => theirs.includes(id));
}

/** Whether one of them is another customer of the shop than the one named. */
function isOther(people: readonly StoredCustomer<Profile>[], customer: string | undefined): boolean {
  return people.some(
    (one) => customer !== undefined && shopIdsOf(one).length > 0 && !shopIdsOf(one).includes(customer),
  );
}

/** Channels people write on, each once; the shop's books are none. */
const channelsOf = (identities: readonly Identity[]): string[] => [
  ...new Set(identities.map(({ channel }) => channel).filter((one) => one !== EMAIL_CHANNEL && one !== SHOP_CHANNEL)),
];
