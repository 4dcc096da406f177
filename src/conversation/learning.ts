import type { IncomingEvent } from '../customers/events/event.ts';
import type { Observation } from '../customers/profile.ts';
import type { TurnContext } from './context.ts';
import { parseChoice } from './dialogue/choices.ts';
import { statedPreferences } from './handlers/preference.ts';
import type { Turn } from './turn-record.ts';

/** What a finished turn tells about its customer; undefined when it tells nothing (silent, or the customer was erased). */
export function observationOf(context: TurnContext): Observation | undefined {
  const { understanding, plan, handled, turn, language } = context;
  if (plan.route === 'silent' || handled.some(({ brief }) => brief?.kind === 'privacy_erased')) return undefined;
  const products = handled.flatMap(({ about }) => about ?? []);
  return {
    intent: plan.intent,
    sentiment: understanding.sentiment,
    filters: understanding.filters,
    prices: products.map(({ price }) => price).filter((price) => price !== null),
    categories: [...new Set(products.map(({ category }) => category).filter((category) => category !== ''))],
    preferences: [
      ...statedPreferences(context),
      ...handled.flatMap(({ preferences }) => preferences ?? []),
      ...(context.preferences ?? []),
    ],
    at: turn.receivedAt,
    channel: turn.channel,
    language,
  };
}

/** The same of a stored turn, but for what it stated of likes: those stand in the profile, with their turn. */
export function observationOfTurn(
  { understanding, intent, route, recommendations, reply, receivedAt, channel }: Turn,
  product: (id: string) => { category: string; price: number | null } | undefined,
): Observation | undefined {
  if (!understanding || route === undefined || route === 'silent') return undefined;
  const ids = recommendations?.map(({ productId }) => productId) ?? reply?.products?.map(({ productId }) => productId);
  const products = [...new Set(ids)].map(product).filter((found) => found !== undefined);
  return {
    intent: intent ?? understanding.intent.name,
    sentiment: understanding.sentiment,
    filters: understanding.filters,
    prices: products.map(({ price }) => price).filter((price) => price !== null),
    categories: [...new Set(products.map(({ category }) => category).filter((category) => category !== ''))],
    preferences: [],
    at: receivedAt,
    channel,
    language: understanding.replyLanguage,
  };
}

/** What a turn shows that its customer did, as an event of theirs: came by a campaign's link, or opened a product. */
export function deedOf(turn: Turn): IncomingEvent | undefined {
  return arrivalOf(turn) ?? clickOf(turn);
}

function arrivalOf({
  id,
  channel,
  message: { author, campaign, action },
  receivedAt,
}: Turn): IncomingEvent | undefined {
  const name = campaign ?? (action?.kind === 'start' ? action.payload : undefined);
  if (name === undefined) return undefined;
  return {
    id: `campaign|${id}`,
    customer: { channel, userId: author.id },
    type: 'campaign_click',
    at: receivedAt,
    data: { campaign: name, turn: id },
  };
}

/** By its button or by asking about it; once a turn. */
function clickOf({ id, route, channel, message, reply, recommendations, receivedAt }: Turn): IncomingEvent | undefined {
  if (route !== 'product_question' || recommendations) return undefined;
  const choice = message.action?.kind === 'choice' ? parseChoice(message.action.id) : undefined;
  const [shown, ...others] = reply?.products ?? [];
  const productId = choice?.kind === 'details' ? choice.productId : others.length === 0 ? shown?.productId : undefined;
  if (productId === undefined) return undefined;
  return {
    id: `click|${id}`,
    customer: { channel, userId: message.author.id },
    type: 'click',
    at: receivedAt,
    productId,
    data: { turn: id },
  };
}
