import { createHash } from 'node:crypto';
import type { Connection } from 'mongoose';
import { AppError, isAppError, messageOf } from '../../errors.ts';
import type { Plan } from './compile.ts';

export interface EvaluateOptions {
  connection: Connection;
  /** Customers a segment may hold at all: those who agreed. */
  base: Record<string, unknown>;
  /** Only these customers are asked about. */
  within?: readonly string[];
  /** Everybody there is to ask about, read once for many rules. */
  everyone?(): Promise<ReadonlySet<string>>;
}

/** Reads the ids of everybody in `base` when they are first wanted, and keeps them. */
export function readOnce({ connection, base }: Pick<EvaluateOptions, 'connection' | 'base'>) {
  let ids: Promise<ReadonlySet<string>> | undefined;
  return (): Promise<ReadonlySet<string>> => {
    ids ??= idsOf(connection, base);
    return ids;
  };
}

async function idsOf(connection: Connection, query: Record<string, unknown>): Promise<Set<string>> {
  const found = connection.collection<{ _id: string }>('customers').find(query, { projection: { _id: 1 } });
  const ids = new Set<string>();
  for await (const { _id } of found) ids.add(_id);
  return ids;
}

/** The ids of the customers a plan holds for. */
export async function evaluatePlan(plan: Plan, options: EvaluateOptions): Promise<Set<string>> {
  const { connection, base, within } = options;
  const all = options.everyone ?? readOnce({ connection, base: { $and: [base, inside(within)] } });
  const customers = (query: object) => idsOf(connection, { $and: [base, query, inside(within)] });

  async function run(one: Plan): Promise<Set<string>> {
    switch (one.kind) {
      case 'query':
        return customers(one.query);
      case 'ids': {
        const match = { ...one.match, ...(within && { customerId: { $in: [...within] } }) };
        const found = connection
          .collection(one.collection)
          .aggregate<{ _id: string }>([{ $match: match }, ...one.stages]);
        const universe = await all();
        const ids = new Set<string>();
        for await (const { _id } of found) if (universe.has(_id)) ids.add(_id);
        return ids;
      }
      case 'share':
        return new Set([...(await all())].filter((id) => bucketOf(id, one.seed) < one.percent / 100));
      case 'not': {
        const [universe, without] = [await all(), await run(one.plan)];
        return new Set([...universe].filter((id) => !without.has(id)));
      }
      case 'or': {
        const ids = new Set<string>();
        for (const part of one.plans) for (const id of await run(part)) ids.add(id);
        return ids;
      }
      case 'and': {
        let ids: Set<string> | undefined;
        for (const part of one.plans) {
          const next = await run(part);
          const before = ids;
          ids = before ? new Set([...before].filter((id) => next.has(id))) : next;
          if (ids.size === 0) break;
        }
        return ids ?? new Set();
      }
    }
  }

  try {
    return await run(plan);
  } catch (error) {
    if (isAppError(error)) throw error;
    throw new AppError('STORE_UNAVAILABLE', `The rule could not be asked: ${messageOf(error)}`, { cause: error });
  }
}

const inside = (within: readonly string[] | undefined): object => (within ? { _id: { $in: [...within] } } : {});

/** Where a customer falls between 0 and 1, the same for ever for one seed. */
export function bucketOf(customerId: string, seed: string): number {
  return createHash('sha256').update(`${seed}|${customerId}`).digest().readUInt32BE(0) / 2 ** 32;
}
