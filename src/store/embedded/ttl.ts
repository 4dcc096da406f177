import type { CommandWorld } from './commands/command.ts';

/** Documents removed in one transaction: other writers wait no longer than that takes. */
const BATCH = 500;

/** Removes documents whose date in a TTL index is older than the index allows. */
export async function sweepExpired({ catalog, storage, writer, now }: CommandWorld): Promise<number> {
  let removed = 0;
  for (const { namespace, indexes } of catalog.all()) {
    for (const { fields, expireAfterSeconds } of indexes) {
      if (expireAfterSeconds === undefined) continue;
      const filter = { [fields[0]!.path]: { $lt: new Date(now().getTime() - expireAfterSeconds * 1000) } };
      let count: number;
      do {
        count = await storage.write(() => writer.removeSome(namespace, filter, BATCH));
        removed += count;
      } while (count === BATCH);
    }
  }
  return removed;
}
