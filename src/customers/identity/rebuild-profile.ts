import type { StoredEvent } from '../../store/events.ts';
import {
  addEvent,
  emptyProfile,
  type Observation,
  type ProductFacts,
  type Profile,
  type StatedPreference,
  updateProfile,
} from '../profile.ts';

export interface HistoryParts {
  /** Of turns, in order of time. */
  observations: readonly Observation[];
  /** In order of time. */
  events: readonly StoredEvent[];
  preferences: StatedPreference[];
  /** Whether the customer agreed to personalisation: else only the shop's own bookkeeping is kept. */
  personal: boolean;
  product(id: string): ProductFacts | undefined;
}

/** The profile as it would be, had all this come in as it happened. */
export function rebuildProfile({ observations, events, preferences, personal, product }: HistoryParts): Profile {
  const steps = [
    ...(personal ? observations : []).map((seen) => ({
      at: seen.at?.getTime() ?? 0,
      apply: (profile: Profile) => updateProfile(profile, { ...seen, preferences: [] }),
    })),
    ...events.map((event) => ({
      at: event.at.getTime(),
      apply: (profile: Profile) =>
        addEvent(profile, event, event.productId === undefined ? undefined : product(event.productId), personal),
    })),
  ];
  const profile = steps.sort((a, b) => a.at - b.at).reduce((sum, { apply }) => apply(sum), emptyProfile());
  return { ...profile, preferences: personal ? preferences : [] };
}
