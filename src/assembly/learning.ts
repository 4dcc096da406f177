import type { Logger } from 'pino';
import type { Calendar } from '../calendar.ts';
import type { Config } from '../config/config.ts';
import { createCorrections } from '../conversation/corrections.ts';
import type { Turn } from '../conversation/turn-record.ts';
import { createVisits } from '../conversation/visits/visits.ts';
import { createInsights } from '../insights/insights.ts';
import { findPack } from '../knowledge/packs/find-pack.ts';
import { createSegments } from '../segments/segments.ts';
import type { StoredEvent } from '../store/events.ts';
import { BASE_INTENTS } from '../understanding/understanding.ts';
import type { Mind } from './mind.ts';
import { namingOf } from './naming.ts';
import { createRanking } from './ranking.ts';
import type { Records } from './records.ts';

export interface LearningOptions {
  config: Config;
  records: Records;
  /** As it is now; asked for only once there is one. */
  mind(): Mind;
  /** Builds the index anew from the pack's files. */
  reindex(): Promise<void>;
  /** Whose days figures and visits are of. */
  calendar: Calendar;
  simulated?: boolean;
  logger: Logger;
  now(): Date;
}

export type Learning = ReturnType<typeof createLearning>;

/** What turns and events teach: segments, the ranking, figures, the search over conversations, people's corrections. */
export function createLearning(options: LearningOptions) {
  const { config, records, mind, reindex, calendar, simulated, logger, now } = options;
  const { store } = records;
  const { connection, conversations, turns } = store;
  const segments = createSegments({
    connection,
    conversationOf: async (customerId) => (await conversations.find({ customerId }, { limit: 1 })).items[0]?.id,
    calendar,
    naming: namingOf(() => mind().pack),
    everyone: config.segmentEveryone,
    now,
    logger,
  });
  const { weights, outcomes, model, recommending } = createRanking({ store, segments, simulated, logger, now });
  const insights = createInsights({
    connection,
    pack: () => mind().pack,
    packPath: findPack(config.pack),
    understand: (text) => mind().understander.understand(text),
    reindex,
    calendar,
    now,
    logger,
  });
  const visits = createVisits({ connection, turns, calendar, logger, now });
  const corrections = createCorrections({
    connection,
    turns,
    visits,
    intents: () => [...BASE_INTENTS, ...mind().pack.intents.map(({ name }) => name)],
    now,
  });
  return {
    rooms: { segments, weights, outcomes, insights, visits, corrections },
    model,
    recommending,
    noteTurn({ conversationId, customerId, receivedAt }: Turn): void {
      visits.note({ conversationId, receivedAt });
      segments.touch(customerId);
      insights.daily.noteTurn(receivedAt);
    },
    noteEvents(events: StoredEvent[]): void {
      model.note(events.length);
      outcomes.note(events);
      insights.daily.noteEvents(events);
      for (const { customerId } of events) segments.touch(customerId);
    },
    async createIndexes(): Promise<void> {
      const kept = [segments, outcomes, insights, visits, corrections];
      await Promise.all([...kept.map((room) => room.createIndexes()), weights.reload()]);
    },
    /** Resolves when all that was noted is learnt. */
    async settled(): Promise<void> {
      for (const room of [visits, outcomes, insights.daily, segments]) await room.settled();
    },
  };
}
