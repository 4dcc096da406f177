import type { Observation } from '../customers/profile.ts';
import type { TurnContext } from './context.ts';
import { statedPreferences } from './handlers/privacy.ts';

/** What a finished turn tells about its customer; undefined when it tells nothing (silent, or the customer was erased). */
export function observationOf(context: TurnContext): Observation | undefined {
  const { understanding, plan, handled, turn } = context;
  if (plan.route === 'silent' || handled.some(({ brief }) => brief?.kind === 'privacy_erased')) return undefined;
  const products = handled.flatMap(({ about }) => about ?? []);
  return {
    intent: plan.intent,
    sentiment: understanding.sentiment,
    filters: understanding.filters,
    prices: products.map(({ price }) => price).filter((price) => price !== null),
    categories: [...new Set(products.map(({ category }) => category).filter((category) => category !== ''))],
    preferences: statedPreferences(context),
    at: turn.receivedAt,
    channel: turn.channel,
    language: understanding.replyLanguage,
  };
}
