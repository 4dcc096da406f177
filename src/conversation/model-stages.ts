import { failureKind } from '../llm/failure.ts';
import type { Reply } from '../replies/reply.ts';
import type { TurnContext, TurnParts } from './context.ts';
import { chooseRoute } from './route.ts';
import { briefsOf, noteFault, timed, toneOf } from './stage.ts';
import type { ModelUse, Route } from './turn-record.ts';

/** Routes that the built-in understanding led to for want of better. */
const UNDECIDED: ReadonlySet<Route> = new Set(['clarify', 'out_of_scope']);
/** Routes on which a mood read wrongly would cost: they sell. */
const SELLING: ReadonlySet<Route> = new Set(['recommend', 'product_question', 'compare', 'smalltalk']);

/** The cascade's second stage: asks the model for what the built-in models are unsure of, once, where it would change the turn. */
export function deepen(parts: TurnParts) {
  const { llm, pack, logger } = parts;
  if (!llm) return (context: TurnContext) => context;
  return timed('analyse', async (context: TurnContext): Promise<TurnContext> => {
    const { turn, understanding, message, customer } = context;
    const plan = chooseRoute({ ...context, pack });
    if (plan.route === 'silent') return context;
    try {
      const allowance = await llm.allow(customer.id);
      const doubts = message.action ? [] : llm.analyst.doubts(understanding);
      const open = doubts.filter((doubt) =>
        doubt === 'intent' ? UNDECIDED.has(plan.route) : doubt === 'language' || SELLING.has(plan.route),
      );
      if (open.length === 0) {
        noteUse(context, { analysis: 'spared', savedTokens: llm.analyst.savedTokens(message.text) });
        return { ...context, allowance };
      }
      const said = await llm.linesOf(turn.conversationId);
      const lastReply = said.findLast(({ by }) => by === 'bot')?.text;
      const analysis = await llm.analyst
        .analyse({ text: message.text, language: context.language, understanding, lastReply, allowance })
        .catch((error) => {
          noteUse(context, { analysis: 'failed', failure: failureKind(error) ?? 'unexpected' });
          noteFault(turn, 'analyse', error);
          return undefined;
        });
      if (!analysis) return { ...context, allowance, said };
      noteUse(context, { analysis: analysis.cached ? 'cached' : 'asked', prompts: [analysis.prompt] });
      turn.understanding = analysis.understanding;
      return { ...context, allowance, said, understanding: analysis.understanding };
    } catch (error) {
      noteFault(turn, 'analyse', error);
      logger.error({ err: error, turn: turn.id }, 'the model could not be used');
      return context;
    }
  });
}

/** The reply in a model's words; undefined when none may or can be had, and the built-in one stands. */
export async function wordByModel(
  context: TurnContext,
  base: Reply,
  { llm, strategyFor, logger }: TurnParts,
): Promise<TurnContext | undefined> {
  const { turn, allowance, customer, dialogue, understanding, handled } = context;
  if (!llm || !allowance) return undefined;
  const briefs = briefsOf(context);
  if (!llm.writer.takes(briefs)) {
    noteUse(context, { reply: 'not_asked' });
    return undefined;
  }
  const personal = customer.consent.personalisation?.granted === true;
  const known = handled.find(({ strategy }) => strategy !== undefined)?.strategy;
  const written = await llm.writer.write({
    briefs,
    base,
    language: context.language,
    tone: toneOf(context, briefs[0]),
    message: context.message.text,
    foreign: understanding.language === 'other',
    history: context.said ?? (await llm.linesOf(turn.conversationId).catch(() => [])),
    customer,
    strategy: personal ? (known === undefined ? await strategyFor?.(customer.id) : (known ?? undefined)) : undefined,
    limits: {
      brandExclude: dialogue.need.filters.brandExclude,
      colorExclude: dialogue.need.filters.colorExclude,
      attributesExclude: dialogue.need.filters.attributesExclude,
    },
    turnId: turn.id,
    at: turn.receivedAt,
    allowance,
    onText: context.onText,
  });
  const { reply, grounding, failure } = written;
  noteUse(context, {
    reply: reply ? (grounding?.outcome === 'repaired' ? 'repaired' : 'written') : failure ? 'failed' : 'replaced',
    ...(failure && { failure: failureKind(failure) ?? 'unexpected' }),
    prompts: [...(turn.llm?.prompts ?? []), ...written.prompts],
    ...(written.tools.length > 0 && { tools: written.tools }),
  });
  if (failure) {
    noteFault(turn, 'reply', failure);
    logger.warn({ err: failure, turn: turn.id }, 'the model did not answer; the built-in reply does');
  }
  if (grounding && grounding.violations.length > 0) {
    turn.grounding = {
      outcome: grounding.outcome,
      violations: grounding.violations.map(({ kind, text }) => `${kind}: ${text}`.slice(0, 200)),
    };
    logger.warn(
      { turn: turn.id, kinds: grounding.violations.map(({ kind }) => kind) },
      'the model said what it did not know',
    );
  }
  return { ...context, reply: reply ?? base, preferences: written.preferences };
}

/** Ends the turn's spending: what the model cost goes into the record and is counted against the budgets. */
export async function closePurse({ turn, allowance, handled }: TurnContext): Promise<void> {
  if (!allowance || allowance.purse.used.calls === 0) return;
  turn.cost = allowance.purse.used;
  const erased = handled.some(({ brief }) => brief?.kind === 'privacy_erased');
  await allowance.purse.close(erased).catch((error) => noteFault(turn, 'budget', error));
}

function noteUse({ turn }: TurnContext, use: ModelUse): void {
  turn.llm = { ...turn.llm, ...use };
}
