import { localize, type Pack, type PackIntent } from '../../knowledge/pack.ts';
import type { Passage } from '../../knowledge/retriever.ts';
import { clausesOf } from '../../understanding/intent/clauses.ts';
import type { Handled, Handler, TurnContext, TurnParts } from '../context.ts';

/** Passages kept in the turn's record; the reply uses the best. */
const PASSAGES = 3;

/** Answers from the pack's texts, or says that it does not know and offers a person. */
export const answer: Handler = async (context, parts) => {
  const own = parts.pack.intents.find(({ name }) => name === context.plan.intent);
  const fixed = own && fixedAnswer(own, parts.pack, context);
  if (fixed && own.answer) return fixed;
  const found = await parts.retriever.answer(questionOf(context, parts), context.language, PASSAGES);
  const passages: Passage[] = ofOurGoods(context) ? found.map(({ uncovered: _, ...passage }) => passage) : found;
  if (fixed && !isSurer(passages[0], own, context)) {
    const uncovered = passages.find(({ id }) => id === own.faq)?.uncovered;
    return uncovered === undefined ? fixed : { ...fixed, brief: { ...fixed.brief!, uncovered } };
  }
  if (passages.length > 0) return { brief: { kind: 'answer', passages }, passages };
  return unanswered();
};

/** What the pack says of its goods, it says of each of them. */
const ofOurGoods = ({ understanding: { filters, entities } }: TurnContext): boolean =>
  filters.category !== undefined || entities.productIds.length > 0;

/** Whether another entry answers more surely than the intent points at its own: both chances are calibrated. */
function isSurer(best: Passage | undefined, { name, faq }: PackIntent, { understanding }: TurnContext): boolean {
  const confidence = understanding.intents.find((intent) => intent.name === name)?.confidence ?? 1;
  return best?.kind === 'faq' && best.id !== faq && best.score > confidence;
}

/** The honest "I don't know", recorded as an unanswered question by its route and brief. */
export function unanswered(): Handled {
  return {
    brief: { kind: 'unanswered' },
    dialogue: { pending: { kind: 'handoff', reason: 'unanswered' } },
  };
}

function fixedAnswer(intent: PackIntent, pack: Pack, { language }: TurnContext): Handled | undefined {
  if (intent.answer) return { brief: { kind: 'fixed_answer', text: localize(intent.answer, language) } };
  const faq = pack.faq.find(({ id }) => id === intent.faq);
  return faq && { brief: { kind: 'fixed_answer', text: localize(faq.answer, language), faq } };
}

/** "I don't want an exchange, I want my money": what is not wanted is not looked up. */
const NOT_WANTED =
  /^(?:no[, ]+)?(?:i (?:don['’]t|do not) (?:want|need)|not)\b[^,.;]{1,30}[,.;]|^我?(?:不要|不想|不是要?)[^，,。]{1,8}[，,。]/i;

/** What to look up: the clause that holds the intent when the message holds several. */
function questionOf({ understanding, plan }: TurnContext, { understander }: TurnParts): string {
  if (plan.choice?.kind === 'ask') return understanding.clean.text;
  const wanted = understanding.clean.text.replace(NOT_WANTED, '').trim();
  if (wanted !== '' && wanted !== understanding.clean.text) return wanted;
  if (understanding.intents.length < 2) return understanding.clean.text;
  const clauses = clausesOf(understanding.clean.text);
  return (
    clauses.find((clause) => understander.understand(clause).intent.name === plan.intent) ?? understanding.clean.text
  );
}
