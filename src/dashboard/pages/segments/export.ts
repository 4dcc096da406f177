import type { Member } from '../../../segments/members.ts';
import { CSV_START, csvRow } from '../../csv.ts';

/** The first line of a file of members. */
export const membersHead = (): string =>
  CSV_START +
  csvRow(['id', 'name', 'channels', 'languages', 'last_seen', 'purchases', 'spent', 'mood', 'marketing_consent']);

/** One member as a line; no cell is taken for a formula. */
export function memberRow({ id, displayName, identities, profile, consent, lastSeenAt }: Member): string {
  return csvRow([
    id,
    displayName,
    [...new Set(identities.map(({ channel }) => channel))].join(' '),
    Object.keys(profile.languages ?? {}).join(' '),
    lastSeenAt?.toISOString(),
    profile.activity?.baskets ?? 0,
    profile.activity?.spent ?? 0,
    profile.mood === undefined ? undefined : Number(profile.mood.toFixed(2)),
    consent.marketing?.granted ? 'yes' : 'no',
  ]);
}
