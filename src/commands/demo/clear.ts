import type { Bot } from '../../bot.ts';
import { countAgain } from './figures.ts';

/** How many of each were removed. */
export interface Cleared {
  customers: number;
  records: number;
}

export type ClearableBot = Pick<Bot, 'store' | 'privacy' | 'segments' | 'insights' | 'settled'>;

const MADE_UP = { simulated: { $eq: true } };
/** What may be left where a run was cut off, or of customers who had themselves erased. */
const MARKED = ['turns', 'conversations', 'events', 'customers', 'segments'] as const;

/**
 * Removes everything that a demo left: its customers by the same proved erase as real ones, then its segments, runs and audit
 * entries. Only what is marked as made up goes. The bot given must itself be a simulated one, so that its own erases are
 * marked in the audit log, and go as well.
 */
export async function clearDemo(
  bot: ClearableBot,
  onProgress?: (done: number, total: number) => void,
): Promise<Cleared> {
  const { connection } = bot.store;
  const collection = (name: string) => connection.collection<{ _id: string }>(name);
  const found = await collection('customers')
    .find(MADE_UP, { projection: { _id: 1 } })
    .toArray();
  const cleared: Cleared = { customers: found.length, records: 0 };
  const days = await collection('turns').distinct('receivedAt', MADE_UP);
  for (const [index, { _id }] of found.entries()) {
    const { removed } = await bot.privacy.erase(_id, 'system');
    for (const count of Object.values(removed)) cleared.records += count;
    onProgress?.(index + 1, found.length);
  }
  const rules = await collection('segments')
    .find(MADE_UP, { projection: { _id: 1 } })
    .toArray();
  for (const { _id } of rules) await bot.segments.remove(_id);
  for (const name of MARKED) cleared.records += (await collection(name).deleteMany(MADE_UP)).deletedCount;
  await collection('audit').deleteMany(MADE_UP);
  if (found.length > 0) await discoverWithout(bot);
  if (days.length > 0) await countAgain(bot, days);
  return cleared;
}

/** Runs and discovered segments were computed from made-up customers too: they are forgotten, and found anew from who is left. */
async function discoverWithout({ store, segments }: ClearableBot): Promise<void> {
  const { connection } = store;
  await connection.collection('segment_runs').deleteMany({});
  const run = await segments.refresh();
  if (run.status !== 'ok') {
    await connection.collection('segments').deleteMany({ kind: { $eq: 'discovered' } });
    await connection.collection('customers').updateMany({}, { $unset: { 'segmentation.discovered': '' } });
  }
}
