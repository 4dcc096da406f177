import type { Connection } from 'mongoose';
import { membersOf } from './members.ts';
import { boughtBy, createPortraitCount, EVERYBODY, type Portrait, type Sitter } from './portrait.ts';
import type { Segment } from './segment.ts';

export interface PortraitsOptions {
  connection: Connection;
  /** Who may be in a segment at all. */
  base: Record<string, unknown>;
  now(): Date;
}

interface Member extends Sitter {
  segmentation?: { rules?: string[]; discovered?: string };
}

/** Everybody is looked at again after so long. */
const OLD_MS = 3_600_000;
const BATCH = 250;
const FIELDS = { profile: 1, 'consent.marketing.granted': 1, segmentation: 1 } as const;

/** What each segment is like, counted in the background, so that pages read a few small records. */
export function createPortraits({ connection, base, now }: PortraitsOptions) {
  const portraits = connection.collection<Omit<Portrait, 'id'> & { _id: string }>('segment_portraits');
  const customers = connection.collection('customers');

  async function put(count: ReturnType<typeof createPortraitCount>, at: Date): Promise<void> {
    const { id: _id, ...portrait } = count.portrait(await boughtBy(connection, count.sample, at));
    await portraits.replaceOne({ _id }, portrait as never, { upsert: true });
  }

  async function refreshAll(): Promise<void> {
    const at = now();
    const counts = new Map([[EVERYBODY, createPortraitCount(EVERYBODY, at)]]);
    for await (const found of customers.find(base, { projection: FIELDS, batchSize: BATCH })) {
      const member = found as unknown as Member;
      const { rules = [], discovered } = member.segmentation ?? {};
      for (const id of [EVERYBODY, ...rules, ...(discovered === undefined ? [] : [discovered])]) {
        let count = counts.get(id);
        if (!count) {
          count = createPortraitCount(id, at);
          counts.set(id, count);
        }
        count.add(member);
      }
    }
    for (const count of counts.values()) await put(count, at);
    await portraits.deleteMany({ _id: { $nin: [...counts.keys()] } });
  }

  return {
    refreshAll,
    /** Looks at everybody again when the last look is old. */
    async tend(): Promise<void> {
      const last = await portraits.findOne({ _id: EVERYBODY }, { projection: { at: 1 } });
      if (!last || now().getTime() - last.at.getTime() > OLD_MS) await refreshAll();
    },
    /** Looks at one segment again: its rule is new. */
    async refresh(segment: Pick<Segment, 'id' | 'kind'>): Promise<void> {
      const at = now();
      const count = createPortraitCount(segment.id, at);
      for await (const found of customers.find(membersOf(segment), { projection: FIELDS, batchSize: BATCH })) {
        count.add(found as unknown as Member);
      }
      await put(count, at);
    },
    async all(): Promise<Map<string, Portrait>> {
      const found = await portraits.find().toArray();
      return new Map(found.map(({ _id, ...rest }) => [String(_id), { id: String(_id), ...rest } as Portrait]));
    },
  };
}
