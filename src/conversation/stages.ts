import type { Customer } from '../customers/customers.ts';
import type { Brief } from '../replies/brief.ts';
import { checkGrounding } from '../replies/grounding.ts';
import { joinReplies } from '../replies/join.ts';
import type { ReplyLanguage, Understanding } from '../understanding/understanding.ts';
import type { Handled, Handler, TurnContext, TurnInput, TurnParts } from './context.ts';
import { parseChoice, withChoice } from './dialogue/choices.ts';
import { answer, unanswered } from './handlers/answer.ts';
import { orderStatus } from './handlers/order-status.ts';
import { closePurse, wordByModel } from './model-stages.ts';
import { chooseRoute } from './route.ts';
import { briefsOf, noteFault, timed, toneOf } from './stage.ts';

/** Reads the message; a pressed button's meaning goes before its text. */
export function understand({ understander, now }: TurnParts) {
  return timed('understand', ({ message, dialogue }: TurnInput): Understanding => {
    const understanding = understander.understand(message.text, {
      now: now(),
      fallbackLanguage: dialogue.language ?? languageOfLocale(message.author.locale),
    });
    const choice = message.action?.kind === 'choice' ? parseChoice(message.action.id) : undefined;
    return choice ? withChoice(understanding, choice) : understanding;
  });
}

/** The customer as of now: earlier turns of a queue may have changed what is known or allowed. */
export function openCustomer({ customers }: TurnParts) {
  return timed('customer', async ({ turn, message, customer }: TurnInput): Promise<Customer> => {
    if (customer) return customer;
    const { id, name, locale } = message.author;
    return (
      (await customers.get(turn.customerId)) ?? customers.open({ channel: message.channel, userId: id, name, locale })
    );
  });
}

/** Joins what ran in parallel into the context that the later stages add to. */
export function merge(parallel: { input: TurnInput; understanding: Understanding; customer: Customer }): TurnContext {
  const { input, understanding, customer } = parallel;
  input.turn.customerId = customer.id;
  input.turn.understanding = understanding;
  // A button's text is ours, so it does not tell the customer's language.
  const pressed = input.message.action?.kind === 'choice';
  const language = (pressed && input.dialogue.language) || understanding.replyLanguage;
  return { ...input, understanding, customer, language, plan: { route: 'clarify', intent: 'unsure' }, handled: [] };
}

export function planRoute({ pack }: TurnParts) {
  return timed('route', (context: TurnContext): TurnContext => {
    const plan = chooseRoute({ ...context, pack });
    // Words that mean what a button does are read as the button is.
    const said = plan.choice !== undefined && context.message.action === undefined;
    return { ...context, plan, ...(said && { understanding: withChoice(context.understanding, plan.choice!) }) };
  });
}

/** Runs a handler, and a second one when the message asked two things. A fault becomes an honest "I don't know". */
export function handle(handler: Handler, parts: TurnParts) {
  return timed('handle', async (context: TurnContext): Promise<TurnContext> => {
    const handled = await attempt(handler, context, parts);
    const { also } = context.plan;
    if (!also || context.plan.route === 'clarify') return { ...context, handled: [handled] };
    const second = also.route === 'order_status' ? orderStatus : answer;
    const more = await attempt(second, { ...context, plan: also }, parts);
    return { ...context, handled: [handled, more] };
  });
}

async function attempt(handler: Handler, context: TurnContext, parts: TurnParts): Promise<Handled> {
  try {
    return await handler(context, parts);
  } catch (error) {
    noteFault(context.turn, 'handle', error);
    parts.logger.error({ err: error, turn: context.turn.id, route: context.plan.route }, 'handler failed');
    return unanswered();
  }
}

/** Words the briefs, by the model where there is one and it may; a silent turn has no reply. */
export function word(parts: TurnParts) {
  const { writer } = parts;
  return timed('reply', async (context: TurnContext): Promise<TurnContext> => {
    const replies = briefsOf(context).map((brief) =>
      writer.write(brief, {
        language: context.language,
        tone: toneOf(context, brief),
        seed: context.turn.id,
        customerName: context.customer.displayName,
      }),
    );
    if (replies.length === 0) return context;
    const base = joinReplies(replies);
    return (await wordByModel({ ...context, reply: base }, base, parts)) ?? { ...context, reply: base };
  });
}

/** Everything stated must stand in the pack; what does not is taken out and noted. */
export function ground({ pack }: TurnParts) {
  return timed('ground', (context: TurnContext): TurnContext => {
    if (!context.reply) return context;
    const { reply, violations } = checkGrounding(context.reply, briefsOf(context), pack);
    const earlier = context.turn.grounding;
    if (violations.length > 0 || !earlier) {
      context.turn.grounding = {
        violations: [...(earlier?.violations ?? []), ...violations],
        outcome: violations.length === 0 ? 'clean' : 'replaced',
      };
    }
    return { ...context, reply };
  });
}

/** Writes what was decided into the turn's record: what is logged, shown, audited and replayed. */
export async function record(context: TurnContext): Promise<TurnContext> {
  const { turn, plan, handled } = context;
  await closePurse(context);
  turn.route = plan.route;
  turn.intent = plan.intent;
  const passages = handled.flatMap((one) => one.passages ?? []);
  if (passages.length > 0) turn.passages = passages;
  const recommendations = handled.flatMap((one) => one.recommendations ?? []);
  if (recommendations.length > 0) {
    turn.recommendations = recommendations.map(({ product, ...rest }) => ({ productId: product.id, ...rest }));
  }
  if (context.reply) turn.reply = context.reply;
  turn.unanswered = briefsOf(context).some(isUnanswered);
  return { ...context, dialogue: nextDialogue(context) };
}

/** Whether a brief leaves open what was asked: nothing known, nothing found, or a text that does not speak of the very thing. */
function isUnanswered(brief: Brief): boolean {
  if (brief.kind === 'answer') return brief.passages[0]?.uncovered !== undefined;
  if (brief.kind === 'fixed_answer') return brief.uncovered !== undefined;
  return brief.kind === 'unanswered' || brief.kind === 'nothing_found';
}

/** The dialogue's state after this turn: a question of ours is open for one turn only. */
function nextDialogue({ dialogue, handled, language, turn, plan }: TurnContext): TurnContext['dialogue'] {
  if (plan.route === 'silent') return dialogue;
  const changes = Object.assign({}, ...handled.map((one) => one.dialogue ?? {}));
  const why = turn.recommendations;
  return { ...dialogue, pending: undefined, ...changes, ...(why && { why }), language, turns: dialogue.turns + 1 };
}

export function languageOfLocale(locale: string | undefined): ReplyLanguage | undefined {
  if (locale === undefined) return undefined;
  return /^zh\b/i.test(locale) ? 'zh' : 'en';
}
