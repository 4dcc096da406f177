import type { Logger } from 'pino';
import type { TurnStore } from '../conversation/inbox.ts';
import { createOutcomes } from '../recommendation/learning/outcomes.ts';
import { createRankingWeights, fixedWeights } from '../recommendation/learning/ranking-weights.ts';
import { createLiveModel } from '../recommendation/models/live-model.ts';
import type { Segments } from '../segments/segments.ts';
import { createPast } from './past.ts';

export interface RankingOptions {
  store: TurnStore;
  segments: Pick<Segments, 'assigned' | 'segmentOf'>;
  /** Made-up customers teach the ranking of the real ones nothing. */
  simulated?: boolean;
  logger: Logger;
  now(): Date;
}

/** What recommendations are ranked by, and what learns it: the customer's past, the model of purchases, the weights of a score's parts. */
export function createRanking({ store, segments, simulated, logger, now }: RankingOptions) {
  const { connection, events } = store;
  const { deedsOf, shownTo } = createPast(store);
  const weights = simulated ? fixedWeights() : createRankingWeights(connection, now);
  const outcomes = createOutcomes({ connection, weights, shownTo, now, logger });
  const model = createLiveModel({ events, segmentsOf: segments.assigned, now, logger });
  return { weights, outcomes, model, recommending: { model, deedsOf, segmentOf: segments.segmentOf, weights, now } };
}
