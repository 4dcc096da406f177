import type { Profile } from '../customers/profile.ts';
import type { Pack } from '../knowledge/pack.ts';
import type { Understanding } from '../understanding/understanding.ts';
import { isGivingUp, isResigned, readYesNo } from './dialogue/affirmation.ts';
import { type ChoiceMeaning, parseChoice } from './dialogue/choices.ts';
import { asksToCompare, pointsAtOne, pointsAtShown } from './dialogue/comparing.ts';
import { type DialogueState, isRefinement } from './dialogue/dialogue.ts';
import { isIndifferent } from './dialogue/indifference.ts';
import { readLinkWords } from './dialogue/linking.ts';
import { isQuestion, type PlainWord, plainWord, tellsOfOwned } from './dialogue/plain-words.ts';
import { pointsAtOther, pointsPlainly } from './dialogue/pointing.ts';
import {
  asksForGoodsAfterAll,
  asksForKind,
  asksIfAvailable,
  asksOfDataUse,
  asksOfEarlier,
  asksOfFocus,
  asksOfKind,
  asksOfShown,
  asksToStop,
  asksWhichBetter,
  CLEAR_COMPLAINT,
  DOUBTFUL,
  goesOn,
  isHardlyComplaint,
  isVagueQuestion,
  limitsSaid,
  refusesPerson,
  SOCIABLE,
} from './dialogue/second-look.ts';
import { asksForStockAlert, STOCK_ALERT } from './dialogue/stock-wish.ts';
import { refusedHere, takesBack } from './dialogue/taking-back.ts';
import { asksForTrait, asksWhich } from './dialogue/traits.ts';
import type { IncomingMessage } from './message.ts';
import { HELPFUL, REFINABLE, ROUTE_OF, routeOfChoice } from './route-table.ts';
import type { Route } from './turn-record.ts';

/** Where a message goes. `also` = a second thing it asks, answered in the same reply. */
export interface Plan {
  route: Route;
  /** The intent that led here; a pack's own intents keep their name. */
  intent: string;
  choice?: ChoiceMeaning;
  /** A yes or no to our last question. */
  yes?: boolean;
  also?: { route: Route; intent: string };
}

/** Longest message answered, in UTF-16 code units; a longer one is refused with a word about why. */
export const MESSAGE_READ = 20_000;
/** A second intent is answered too when it is at least this likely. */
const SECOND_INTENT = 0.5;
/** A pack's own intent this likely is meant, whatever goods are named. */
const CLEARLY_OWN = 0.75;
const PLAUSIBLE_WISH = 0.15;
/** "I'd like a loan", "想买点基金": a wish for the goods themselves, not for something about them. */
const PLAIN_WISH =
  /\b(?:i(?:['’]d| would) like|i want|i need|looking for|recommend(?: me)?|suggest|show me)\s+(?:an?|some|any)\b|^(?:hi|hello|hey|also)?[\s,]*need (?:an?|some)\b|想买|推荐|想找|想要[一]?[个张份款点些]/i;
/** Out of scope is believed outright from here; below it, the pack is asked first. */
const CLEARLY_OUT_OF_SCOPE = 0.75;

export interface RouteInput {
  message: Pick<IncomingMessage, 'action' | 'text' | 'attachments'>;
  understanding: Understanding;
  dialogue: DialogueState;
  pack: Pick<Pack, 'intents'>;
  /** For what they stated before; absent = nothing. */
  customer?: { profile: Pick<Profile, 'preferences'> };
  withPerson: boolean;
}

/** Decides the route from what was understood and what was said before. Pure. */
export function chooseRoute(input: RouteInput): Plan {
  const { understanding, dialogue } = input;
  const intent = understanding.intent.name;
  const special =
    routeOfAction(input) ??
    routeOfLinking(input) ??
    routeOfPending(input) ??
    routeOfIndifference(input) ??
    routeOfTakingBack(input) ??
    routeOfPlainWord(input);
  if (special) return special;

  const { entities } = understanding;
  if (entities.reset && Object.keys(understanding.filters).length === 0) return { route: 'clarify', intent: 'reset' };
  const angry = understanding.sentiment.angry;
  if (!angry && asksForStockAlert(understanding.clean)) return { route: 'product_question', intent: STOCK_ALERT };
  const guess = pointsAtOne(understanding) ? { route: 'product_question' as const, intent } : planOf(intent, input);
  const plan =
    UNSURE.has(guess.route) && asksToCompare(understanding) ? { ...guess, route: 'compare' as const } : guess;
  if (angry && !HELPFUL.has(plan.route)) return { route: 'complaint', intent };
  if (entities.orderNumbers.length > 0 && dialogue.pending?.kind === 'order') {
    return { route: 'order_status', intent };
  }
  if (staysComplaint(plan, understanding, dialogue)) return { route: 'complaint', intent };
  if (plan.route === 'compare' && asksToCompare(understanding)) return plan;
  const looking = isLooking(dialogue);
  if (!angry && dialogue.shown.length > 1 && asksWhich(understanding.clean.text)) return { route: 'compare', intent };
  if (!angry && asksWhichBetter(understanding, dialogue)) return { route: 'compare', intent };
  if (!angry && dialogue.shown.length === 1 && pointsAtOther(understanding.clean.text)) return PLAIN.all_shown;
  if (!angry && pointsPlainly(understanding, dialogue)) return { route: 'product_question', intent };
  if (!angry && asksOfEarlier(understanding, dialogue)) return { route: 'product_question', intent };
  if (!angry && asksOfFocus(understanding, dialogue)) return { route: 'product_question', intent: 'ask_product' };
  if (!angry && asksIfAvailable(understanding, dialogue)) return { route: 'product_question', intent: 'ask_stock' };
  if (looking && dialogue.shown.length > 0 && asksForTrait(understanding.clean.text) && !pointsAtShown(understanding)) {
    return asksOfShown(understanding, dialogue)
      ? { route: 'product_question', intent }
      : { route: 'recommend', intent };
  }
  const limits = limitsSaid(understanding);
  const stating = limits > 0 && !isQuestion(understanding.clean.text);
  const refinable =
    REFINABLE.has(intent) ||
    (intent === 'complaint' && isMild(understanding) && !tellsOfOwned(understanding.clean.text)) ||
    isDoubtfulOwn(
      input,
      entities.relativePrice || entities.more || entities.lifted.length > 0 || stating ? CLEARLY_OWN : DOUBTFUL,
    ) ||
    (intent === 'ask_stock' && entities.more) ||
    (entities.lifted.length > 0 && !/[?？]|吗/.test(understanding.clean.text));
  const sociable = SOCIABLE.has(intent) && limits > 0;
  if (looking && (refinable || sociable) && isRefinement(understanding) && !pointsAtShown(understanding)) {
    if (asksOfShown(understanding, dialogue)) return { route: 'product_question', intent };
    if (!asksOfKind(understanding, dialogue)) return { route: 'recommend', intent };
  }
  if (asksForKind(understanding) && isDoubtfulOwn(input, CLEARLY_OWN)) return { route: 'recommend', intent };
  if (looking && goesOn(understanding, UNSURE.has(plan.route)) && dialogue.pending?.kind !== 'handoff')
    return { route: 'recommend', intent };
  // "What colours does the second one come in": whatever the intent seemed, it asks about what was shown.
  const doubtful = UNSURE.has(plan.route) || isDoubtfulOwn(input, CLEARLY_OWN);
  if (doubtful && dialogue.shown.length > 0 && entities.references.length > 0) {
    return { route: 'product_question', intent };
  }
  return withSecond(plan, understanding, input);
}

const isLooking = ({ need }: DialogueState): boolean => need.text !== '' || Object.keys(need.filters).length > 0;

/** A pack's own intent that is not likely enough to go before what was shown or looked for. */
function isDoubtfulOwn({ understanding: { intent }, pack }: RouteInput, sure: number): boolean {
  return intent.confidence < sure && pack.intents.some(({ name }) => name === intent.name);
}

/** "Just send me the right one": said after a complaint and unclear, it is still about that, and no wish for goods. */
function staysComplaint({ route, intent }: Plan, { filters }: Understanding, { pending }: DialogueState): boolean {
  if (pending?.kind !== 'handoff' || pending.reason !== 'complaint' || Object.keys(filters).length > 0) return false;
  return UNSURE.has(route) || intent === 'smalltalk';
}

const PLAIN: Record<PlainWord, Plan> = {
  thanks: { route: 'smalltalk', intent: 'thanks' },
  greet: { route: 'smalltalk', intent: 'greet' },
  robot: { route: 'smalltalk', intent: 'smalltalk' },
  languages: { route: 'smalltalk', intent: 'smalltalk' },
  later: { route: 'smalltalk', intent: 'later' },
  given_up: { route: 'smalltalk', intent: 'yes_no', yes: false },
  acknowledged: { route: 'smalltalk', intent: 'acknowledged' },
  misread: { route: 'clarify', intent: 'misread' },
  praise: { route: 'smalltalk', intent: 'feedback' },
  offers: { route: 'recommend', intent: 'ask_promotion' },
  cheaper: { route: 'recommend', intent: 'choice.cheaper', choice: { kind: 'cheaper' } },
  all_shown: { route: 'recommend', intent: 'choice.more', choice: { kind: 'more' } },
  voucher: { route: 'answer', intent: 'voucher' },
  buy: { route: 'product_question', intent: 'buy' },
  delivery_time: { route: 'answer', intent: 'shipping' },
  order_number: { route: 'order_status', intent: 'order_status' },
  no_order_number: { route: 'order_status', intent: 'no_order_number' },
  fault: { route: 'complaint', intent: 'complaint' },
};

function routeOfPlainWord({ understanding, dialogue }: RouteInput): Plan | undefined {
  const word = plainWord(understanding, {
    pendingOrder: dialogue.pending?.kind === 'order',
    shown: dialogue.shown.length > 0,
  });
  const plan = word && PLAIN[word];
  return plan && understanding.sentiment.angry && !HELPFUL.has(plan.route) ? undefined : plan;
}

const UNSURE: ReadonlySet<Route> = new Set(['clarify', 'out_of_scope']);

/** "Not Lumora" sounds like a complaint and is a limit. */
function isMild({ sentiment, intent }: Understanding): boolean {
  return !sentiment.angry && intent.confidence < CLEAR_COMPLAINT;
}

function routeOfAction({ message, understanding, withPerson }: RouteInput): Plan | undefined {
  const { action } = message;
  if (action && ['left', 'blocked', 'edited'].includes(action.kind)) return { route: 'silent', intent: action.kind };
  if (withPerson) return { route: 'silent', intent: 'with_person' };
  if (action?.kind === 'start' || action?.kind === 'joined') return { route: 'smalltalk', intent: 'greet' };
  const choice = action?.kind === 'choice' ? parseChoice(action.id) : undefined;
  if (!choice && message.text.length > MESSAGE_READ) return { route: 'unreadable', intent: 'too_long' };
  if (!choice && understanding.clean.text.trim() === '' && understanding.clean.emoji.length === 0) {
    return { route: 'unreadable', intent: 'empty' };
  }
  if (choice?.kind === 'notify') return { route: 'product_question', intent: STOCK_ALERT, choice };
  if (choice?.kind === 'offers') return PLAIN.offers;
  return choice && { route: routeOfChoice(choice), intent: `choice.${choice.kind}`, choice };
}

/** Codes and wishes to link chats are told by their words alone, whatever the intent seems. */
function routeOfLinking({ message }: RouteInput): Plan | undefined {
  return readLinkWords(message.text) && { route: 'privacy', intent: 'account_link' };
}

/** "Whatever", 随便: the choice among what is being looked for is left to us. */
function routeOfIndifference({ message, dialogue }: RouteInput): Plan | undefined {
  return isLooking(dialogue) && isIndifferent(message.text) ? { route: 'recommend', intent: 'indifferent' } : undefined;
}

/** "I don't hate leather any more" reads like a dislike to any model of words. */
function routeOfTakingBack({ message, understanding, dialogue, customer }: RouteInput): Plan | undefined {
  const stated = [...(customer?.profile.preferences ?? []), ...refusedHere(dialogue)];
  if (understanding.sentiment.angry || !takesBack(message.text, understanding, stated)) return undefined;
  return { route: 'privacy', intent: 'preference_undone' };
}

function routeOfPending({ message, dialogue }: RouteInput): Plan | undefined {
  const { pending } = dialogue;
  const yes = readYesNo(message.text);
  // "Never mind" with nothing asked: taken back, not a wish.
  if (pending?.kind === 'facet') {
    if (yes === undefined || isGivingUp(message.text))
      return yes === undefined ? undefined : { route: 'smalltalk', intent: 'yes_no', yes };
    return yes ? { route: 'clarify', intent: 'ask_again', yes } : { route: 'recommend', intent: 'indifferent', yes };
  }
  if (!pending || pending.kind === 'order')
    return yes === false || (yes && !pending && (isResigned(message.text) || dialogue.shown.length > 0))
      ? { route: 'smalltalk', intent: 'yes_no', yes }
      : undefined;
  if (yes === undefined) return undefined;
  if (pending.kind === 'instead') {
    const choice = yes ? parseChoice(pending.choice) : undefined;
    return choice
      ? { route: routeOfChoice(choice), intent: 'yes_no', yes, choice }
      : { route: 'smalltalk', intent: 'yes_no', yes };
  }
  if (pending.kind === 'handoff') return { route: yes ? 'handoff' : 'smalltalk', intent: 'yes_no', yes };
  return { route: 'privacy', intent: 'yes_no', yes };
}

function planOf(intent: string, { understanding, pack }: Pick<RouteInput, 'understanding' | 'pack'>): Plan {
  const own = pack.intents.find(({ name }) => name === intent);
  const wish = asksForGoodsAfterAll(understanding, own !== undefined) || (own && asksForGoods(understanding));
  if (wish) return { route: 'recommend', intent: 'recommend' };
  // The pack's texts know better than a guess at one of its own intents.
  if (own && intent === understanding.intent.name && understanding.intent.confidence < DOUBTFUL) {
    return { route: 'clarify', intent };
  }
  if (own) return { route: isRoute(own.route) ? own.route : 'answer', intent };
  // Only who asks for an end of it gets one: "is there a newsletter?" does not.
  if (intent === 'marketing_stop' && !asksToStop(understanding)) return { route: 'clarify', intent };
  if (intent === 'privacy_export' && asksOfDataUse(understanding)) return { route: 'answer', intent };
  if (intent === 'human' && refusesPerson(understanding)) return { route: 'clarify', intent: 'unsure' };
  if (intent === 'feedback') {
    const { label } = understanding.sentiment;
    return { route: label === 'negative' ? 'complaint' : label === 'positive' ? 'smalltalk' : 'clarify', intent };
  }
  if (isHardlyComplaint(understanding) || isVagueQuestion(understanding)) return { route: 'clarify', intent };
  if (intent === 'out_of_scope' && understanding.intent.confidence < CLEARLY_OUT_OF_SCOPE) {
    return { route: 'clarify', intent };
  }
  return { route: ROUTE_OF[intent] ?? 'clarify', intent };
}

/** "I want a low-risk fund" is a wish even where the pack has an intent about risk. */
function asksForGoods({ intent, filters, clean }: Understanding): boolean {
  if (filters.category !== undefined && PLAIN_WISH.test(clean.text)) return true;
  const wish = intent.alternatives.find(({ name }) => name === 'recommend' || name === 'search');
  return filters.category !== undefined && intent.confidence < CLEARLY_OWN && (wish?.confidence ?? 0) >= PLAUSIBLE_WISH;
}

function isRoute(name: string | undefined): name is Route {
  return name !== undefined && (Object.values(ROUTE_OF) as string[]).includes(name);
}

/** Adds the second thing asked, when both are informational: "where is my order and can I return the charger". */
function withSecond(plan: Plan, understanding: Understanding, input: RouteInput): Plan {
  if (plan.route !== 'answer' && plan.route !== 'order_status') return plan;
  for (const { name, confidence } of understanding.intents) {
    if (name === plan.intent || confidence < SECOND_INTENT) continue;
    const second = planOf(name, input);
    if (second.route === 'answer' || second.route === 'order_status') {
      return { ...plan, also: { route: second.route, intent: name } };
    }
  }
  return plan;
}
