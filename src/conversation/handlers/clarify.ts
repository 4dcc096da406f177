import type { Handler } from '../context.ts';
import { isQuestion } from '../dialogue/plain-words.ts';
import { isAtLarge } from '../dialogue/wish.ts';
import { answer, unanswered } from './answer.ts';
import { ofAllShown } from './product-question.ts';
import { recommend } from './recommend.ts';

/** A passage answers a message of unsure intent only when it is this likely to. */
const SURE_PASSAGE = 0.6;

/** "And kettles?", "电视呢": half a question, which asks for them. */
const WHAT_ABOUT = /^(?:and|or|on|for|(?:what|how) about)\b|呢[?？]?$/i;

/** "Do you sell kettles?", 有充电宝吗: a question that asks for them. */
const ASKS_FOR =
  /^(?:\w+[\s,]+){0,2}(?:do (?:you|u)|(?:have )?you|got|any|is there|are there)\b[^.!?]{0,12}\b(?:have|sell|stock|carry|got|any)\b[^.!?]{0,28}[?]?$|^(?:对了|那|请问|你们|店里|这里)*[，,]?(?:有没有|有|卖)[\u4e00-\u9fffa-z ]{1,8}(?:吗|么|卖|不)?[?？]?$/i;

const TELLS_WISH = /\b(?:i|we)(?:['’]d| would)? (?:want|like|need|plan|am|are)\b|想|打算|准备|[买送挑]/i;

/** The intent is unsure: what the pack knows for certain is offered; else the customer is asked, never guessed at. */
export const clarify: Handler = async (context, parts) => {
  const { understanding, plan, language } = context;
  const { pending } = context.dialogue;
  if (plan.intent === 'ask_again' && pending?.kind === 'facet')
    return { brief: { kind: 'ask_again', facet: pending.facet }, dialogue: { pending } };
  if (plan.choice?.kind === 'ask') return { brief: { kind: 'started_over' } };
  if (plan.intent === 'misread') {
    return {
      brief: { kind: 'clarify', suggestions: [], misread: true },
      dialogue: { pending: { kind: 'handoff', reason: 'unanswered' } },
    };
  }
  const { clean, filters, entities } = understanding;
  if (entities.reset && Object.keys(filters).length === 0) {
    return {
      brief: { kind: 'started_over' },
      dialogue: { need: { text: '', filters: {} }, shown: [], seen: [], focus: undefined },
    };
  }
  if (!/[\p{L}\p{N}]/u.test(clean.text)) return { brief: { kind: 'clarify', suggestions: [] } };
  const limits = Object.keys(filters);
  // "Are the toys safe?" asks about a kind of goods; "a safe toy" asks for one.
  const asksAbout =
    limits.every((name) => name === 'category') && isQuestion(clean.text) && !WHAT_ABOUT.test(clean.text);
  // "Are they loud?" of a list is answered from what is on record about its goods.
  const ofList = isQuestion(clean.text) && !WHAT_ABOUT.test(clean.text) ? ofAllShown(context, parts) : undefined;
  if (ofList) return ofList;
  if (limits.length > 0 && (!asksAbout || ASKS_FOR.test(clean.text))) return recommend(context, parts);
  // "I'd like to take my parents on a trip" is a wish, whatever text speaks of parents.
  if (TELLS_WISH.test(clean.text) && isAtLarge(clean.text) && !isQuestion(clean.text)) return recommend(context, parts);
  const [passage] = await parts.retriever.answer(clean.text, language, 1);
  // A guess at an intent of the pack's own must not bring its fixed answer.
  if (passage && passage.score >= SURE_PASSAGE)
    return answer({ ...context, plan: { ...plan, intent: 'unsure' } }, parts);
  if (limits.length > 0) return recommend(context, parts);
  // Asked in words, not by a question mark alone: goods that hold a word of it would be no answer.
  if (context.dialogue.shown.length > 0 && isQuestion(clean.text.replace(/[?？]/g, '')) && !WHAT_ABOUT.test(clean.text))
    return unanswered();
  const { hits } = await parts.retriever.search({ text: clean.text, language, limit: 1 });
  if (hits.length > 0 && understanding.keywords.length > 0) return recommend(context, parts);
  return { brief: { kind: plan.intent === 'out_of_scope' ? 'out_of_scope' : 'clarify', suggestions: [] } };
};
