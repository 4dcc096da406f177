import type { Connection } from 'mongoose';
import type { Profile } from '../customers/profile.ts';
import type { Segment } from './segment.ts';

type Which = Pick<Segment, 'id' | 'kind'>;

/** A member as lists and files show them. */
export interface Member {
  id: string;
  displayName?: string;
  identities: { channel: string; userId: string }[];
  profile: Profile;
  consent: { marketing?: { granted: boolean } };
  lastSeenAt?: Date;
}

const BATCH = 250;
const FIELDS = { displayName: 1, identities: 1, profile: 1, consent: 1, lastSeenAt: 1 } as const;

/** The members of a segment, as the store finds them by its index. */
export const membersOf = ({ id, kind }: Which): Record<string, unknown> => ({
  [kind === 'rule' ? 'segmentation.rules' : 'segmentation.discovered']: { $eq: id },
});

/** Every member of a segment, streamed. */
export async function* streamMembers(connection: Connection, segment: Which, limit = 0): AsyncGenerator<Member> {
  const found = connection
    .collection('customers')
    .find(membersOf(segment), { projection: FIELDS, batchSize: BATCH, limit });
  for await (const { _id, ...rest } of found) yield { id: String(_id), ...rest } as unknown as Member;
}

/** The first members. */
export async function firstMembers(connection: Connection, segment: Which, limit: number): Promise<Member[]> {
  const members: Member[] = [];
  for await (const member of streamMembers(connection, segment, limit)) members.push(member);
  return members;
}
