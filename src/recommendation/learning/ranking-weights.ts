import type { Connection } from 'mongoose';
import { isDuplicate } from '../../store/records.ts';
import { fadeWeights, type PartWeights } from './part-weights.ts';

/** What customers' choices taught of how much each part of a score counts; shared by all instances, about nobody in particular. */
export interface RankingWeights {
  /** What to multiply each part with; parts it does not name count as they are. */
  current(): Readonly<Record<string, number>>;
  /** Changes the stored weights; safe beside another instance doing the same. */
  change(lesson: (weights: PartWeights) => PartWeights): Promise<void>;
  /** Reads what other instances learnt. */
  reload(): Promise<void>;
}

interface State {
  _id: string;
  weights: PartWeights;
  lessons: number;
  at: Date;
}

/** Weights that nothing changes: every part counts as it is. */
export function fixedWeights(): RankingWeights {
  return { current: () => ({}), change: async () => undefined, reload: async () => undefined };
}

const ID = 'ranking';
const ATTEMPTS = 5;

export function createRankingWeights(connection: Connection, now: () => Date = () => new Date()): RankingWeights {
  const states = connection.collection<State>('learnt');
  let multipliers: Record<string, number> = {};

  async function read(): Promise<State | null> {
    const found = await states.findOne({ _id: ID });
    use(found ? fadeWeights(found.weights, found.at, now()) : {});
    return found;
  }

  function use(weights: PartWeights): void {
    multipliers = Object.fromEntries(Object.entries(weights).map(([part, weight]) => [part, Math.exp(weight)]));
  }

  /** Writes only over the state that was read: another instance may have been faster. */
  async function write(old: State | null, next: Omit<State, '_id'>): Promise<boolean> {
    if (old) {
      const result = await states.updateOne({ _id: ID, lessons: old.lessons }, { $set: next });
      return result.modifiedCount > 0;
    }
    try {
      await states.insertOne({ _id: ID, ...next });
      return true;
    } catch (error) {
      if (isDuplicate(error)) return false;
      throw error;
    }
  }

  return {
    current: () => multipliers,
    async change(lesson) {
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        const old = await read();
        const at = now();
        const weights = lesson(old ? fadeWeights(old.weights, old.at, at) : {});
        if (!(await write(old, { weights, lessons: (old?.lessons ?? 0) + 1, at }))) continue;
        use(weights);
        return;
      }
    },
    async reload() {
      await read();
    },
  };
}
