import type { Connection } from 'mongoose';
import { AppError } from '../errors.ts';
import { defineModel, rawCollection, toRecord, toStored } from '../store/records.ts';
import type { TurnRepository } from '../store/turns.ts';
import type { Intent, ReplyLanguage, Sentiment } from '../understanding/understanding.ts';
import type { Turn } from './turn-record.ts';
import { PERSON } from './visits/visit.ts';
import type { Visits } from './visits/visits.ts';

export const CORRECTED_MOODS = ['positive', 'neutral', 'negative', 'angry'] as const;
export type CorrectedMood = (typeof CORRECTED_MOODS)[number];

/** What a person says that a model got wrong: material to train the models with. */
export type Correction = {
  /** `turn|kind`: one a turn and kind, the newest counts. */
  id: string;
  turnId: string;
  customerId: string;
  text: string;
  language: ReplyLanguage;
  /** Intent name or mood as it should be. */
  value: string;
  /** Login of who said so. */
  by: string;
  at: Date;
  simulated?: true;
} & ({ kind: 'intent'; original: Intent } | { kind: 'sentiment'; original: Sentiment });

/** What is to be corrected, to what, by whom. */
export interface CorrectionRequest {
  turnId: string;
  kind: 'intent' | 'sentiment';
  value: string;
  by: string;
}

export interface Corrections {
  /** The turn, the figures and the search then show what the person said; the original is kept. Throws NOT_FOUND, INPUT_INVALID. */
  correct(request: CorrectionRequest): Promise<Turn>;
  /** Takes a correction back. */
  undo(turnId: string, kind: Correction['kind']): Promise<Turn>;
  of(turnIds: readonly string[]): Promise<Correction[]>;
  count(): Promise<number>;
  /** Every correction of real customers, oldest first, streamed. */
  all(): AsyncIterable<Correction>;
  createIndexes(): Promise<void>;
}

const SCORES: Record<CorrectedMood, number> = { positive: 0.8, neutral: 0, negative: -0.8, angry: -1 };

export function createCorrections(options: {
  connection: Connection;
  turns: Pick<TurnRepository<Turn>, 'get' | 'save'>;
  visits: Pick<Visits, 'note'>;
  /** Intents that may be chosen: the base intents and the pack's own. */
  intents(): readonly string[];
  now?(): Date;
}): Corrections {
  const { connection, turns, visits, intents, now = () => new Date() } = options;
  const model = defineModel(connection, 'corrections', { at: Date }, [[{ at: 1 }], [{ customerId: 1 }]]);
  const corrections = rawCollection(model);

  async function understood(turnId: string) {
    const turn = await turns.get(turnId);
    if (!turn?.understanding) throw new AppError('NOT_FOUND', 'There is no such message');
    return { turn, understanding: turn.understanding };
  }

  async function put(turn: Turn, part: { intent: Intent } | { sentiment: Sentiment }): Promise<Turn> {
    const understanding = { ...turn.understanding!, ...part };
    await turns.save(turn.id, { understanding });
    visits.note(turn);
    return { ...turn, understanding };
  }

  return {
    async correct({ turnId, kind, value, by }) {
      const { turn, understanding } = await understood(turnId);
      const known = kind === 'intent' ? intents() : CORRECTED_MOODS;
      if (!known.includes(value)) throw new AppError('INPUT_INVALID', `There is no such ${kind}`);
      const id = `${turnId}|${kind}`;
      const former = await corrections.findOne({ _id: { $eq: id } });
      const original = former ? toRecord<Correction>(former).original : understanding[kind];
      const correction = {
        id,
        turnId,
        customerId: turn.customerId,
        text: turn.message.text,
        language: understanding.replyLanguage,
        kind,
        original,
        value,
        by,
        at: now(),
        ...(turn.simulated && { simulated: true as const }),
      };
      await corrections.replaceOne({ _id: { $eq: id } }, toStored(correction), { upsert: true });
      const decided = { confidence: 1, by: `${PERSON}${by}` };
      if (kind === 'intent') {
        return put(turn, { intent: { ...understanding.intent, name: value, alternatives: [], ...decided } });
      }
      const mood = value as CorrectedMood;
      const label = mood === 'angry' ? ('negative' as const) : mood;
      const score = SCORES[mood];
      return put(turn, {
        sentiment: { ...understanding.sentiment, label, score, angry: mood === 'angry', ...decided },
      });
    },

    async undo(turnId, kind) {
      const { turn } = await understood(turnId);
      const found = await corrections.findOneAndDelete({ _id: { $eq: `${turnId}|${kind}` } });
      if (!found) return turn;
      const correction = toRecord<Correction>(found);
      return put(
        turn,
        correction.kind === 'intent' ? { intent: correction.original } : { sentiment: correction.original },
      );
    },

    async of(turnIds) {
      const ids = turnIds.flatMap((id) => [`${id}|intent`, `${id}|sentiment`]);
      return (await corrections.find({ _id: { $in: ids } }).toArray()).map((one) => toRecord<Correction>(one));
    },
    count: () => corrections.countDocuments(),
    all: () => allCorrections(connection),
    createIndexes: () => model.createIndexes(),
  };
}

/** Every correction of real customers, oldest first, streamed; also for commands that have no bot. */
export async function* allCorrections(connection: Connection): AsyncGenerator<Correction> {
  const found = connection
    .collection<{ _id: string }>('corrections')
    .find({ simulated: { $exists: false } } as object)
    .sort({ at: 1 });
  for await (const one of found) yield toRecord<Correction>(one);
}
