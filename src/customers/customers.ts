import type { ReplyLanguage } from '../understanding/understanding.ts';
import type { Observation, Profile } from './profile.ts';

/** What personal data may be used for. `service` = answering at all, which writing to the bot implies. */
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
  /** Remembers what a turn told; without consent only what service needs (counts) is kept. */
  observe(customer: Customer, observation: Observation, language: ReplyLanguage): Promise<void>;
  setConsent(customerId: string, purpose: Purpose, granted: boolean, source: string): Promise<void>;
  /** Number of stored messages of this customer. */
  countTurns(customerId: string): Promise<number>;
  /** Removes the customer from every collection; returns how many records went. */
  erase(customerId: string): Promise<number>;
}

/** The profile replies may be personalised with; undefined without consent. */
export function usableProfile(customer: Customer): Profile | undefined {
  return customer.consent.personalisation?.granted ? customer.profile : undefined;
}
