import type { StoredEvent } from '../store/events.ts';
import type { Store } from '../store/store.ts';
import type { StoredTurn } from '../store/turns.ts';
import { createKeyedLock, type KeyedLock } from './keyed-lock.ts';
import { emptyProfile, type Observation, type Profile, updateProfile } from './profile.ts';

/** What personal data may be used for, beside answering, which writing to the bot implies. */
export const PURPOSES = ['personalisation', 'marketing'] as const;
export type Purpose = (typeof PURPOSES)[number];

export interface Consent {
  granted: boolean;
  at: Date;
  /** Where it was given: a turn id, 'dashboard', 'import'. */
  source: string;
}

/** A person across channels. */
export interface Customer {
  id: string;
  identities: { channel: string; userId: string }[];
  displayName?: string;
  locale?: string;
  consent: Partial<Record<Purpose, Consent>>;
  profile: Profile;
  createdAt: Date;
}

/** Customers as the turn needs them. */
export interface Customers {
  /** The customer behind an identity, made on first sight; safe when called twice at once. */
  open(identity: { channel: string; userId: string; name?: string; locale?: string }): Promise<Customer>;
  get(id: string): Promise<Customer | undefined>;
  /** Remembers what a turn told. Without consent to personalisation nothing is. */
  observe(customer: Customer, observation: Observation): Promise<void>;
  /** The customer takes back what they said of these values, like or dislike. */
  forgetPreferences(customerId: string, values: readonly string[]): Promise<void>;
  setConsent(customerId: string, purpose: Purpose, granted: boolean, source: string): Promise<void>;
  countTurns(customerId: string): Promise<number>;
  /** Removes the customer from every collection; returns how many records went. */
  erase(customerId: string): Promise<number>;
}

type CustomerStore = Pick<
  Store<StoredTurn, unknown, Profile, StoredEvent>,
  'customers' | 'turns' | 'conversations' | 'events'
>;

export function createCustomers(
  { customers, turns, conversations, events }: CustomerStore,
  now: () => Date = () => new Date(),
  /** Shared with whoever else writes profiles. */
  locked: KeyedLock = createKeyedLock(),
): Customers {
  return {
    open: (identity) => customers.open(identity, emptyProfile()),
    get: (id) => customers.get(id),
    async observe(customer, observation) {
      if (!usableProfile(customer)) return;
      await locked(customer.id, async () => {
        const current = await customers.get(customer.id);
        const profile = current && usableProfile(current);
        if (profile)
          await customers.save(customer.id, { profile: updateProfile(profile, observation), lastSeenAt: now() });
      });
    },
    async forgetPreferences(customerId, values) {
      await locked(customerId, async () => {
        const current = await customers.get(customerId);
        if (!current) return;
        const preferences = current.profile.preferences.filter(({ value }) => !values.includes(value));
        if (preferences.length === current.profile.preferences.length) return;
        await customers.save(customerId, { profile: { ...current.profile, preferences } });
      });
    },
    async setConsent(customerId, purpose, granted, source) {
      await customers.setConsent(customerId, purpose, { granted, at: now(), source });
    },
    countTurns: (customerId) => turns.count({ customerId }),
    erase: (customerId) =>
      locked(customerId, async () => {
        const counts = await Promise.all([
          turns.deleteByCustomer(customerId),
          conversations.deleteByCustomer(customerId),
          events.deleteByCustomer(customerId),
        ]);
        const person = (await customers.delete(customerId)) ? 1 : 0;
        return counts.reduce((sum, count) => sum + count, person);
      }),
  };
}

/** The profile replies may be personalised with; undefined without consent. */
export function usableProfile({ consent, profile }: Pick<Customer, 'consent' | 'profile'>): Profile | undefined {
  return consent.personalisation?.granted ? profile : undefined;
}
