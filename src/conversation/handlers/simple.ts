import type { SmalltalkTopic } from '../../replies/brief.ts';
import type { Handler, TurnContext } from '../context.ts';
import { ASKS_LANGUAGE } from '../dialogue/plain-words.ts';

/** A passage offered to a complaining customer must be this likely to help. */
const HELPFUL_PASSAGE = 0.6;
const ROBOT =
  /\b(?:bot|robot|human|real person|machine|ai|who are you|what are you|your name)\b|机器人|真人|人工智能|你是谁|你叫什么|是人吗|什么东西/i;

export const smalltalk: Handler = (context) => ({
  brief: { kind: 'smalltalk', topic: topicOf(context) },
});

function topicOf({ plan, dialogue, understanding }: TurnContext): SmalltalkTopic {
  if (plan.intent === 'later') return 'later';
  if (plan.intent === 'acknowledged') return 'okay';
  if (plan.intent === 'yes_no' || plan.choice?.kind === 'handoff') return 'okay';
  if (plan.intent === 'greet') return dialogue.turns === 0 ? 'greet' : 'welcome';
  if (plan.intent === 'thanks' || plan.intent === 'goodbye') return plan.intent;
  if (plan.intent === 'feedback') return understanding.sentiment.label === 'negative' ? 'okay' : 'praise';
  if (ASKS_LANGUAGE.test(understanding.clean.text)) return 'languages';
  return ROBOT.test(understanding.clean.text) ? 'robot' : 'chat';
}

/** Acknowledges, helps where the pack's texts do, offers a person; never sells. */
export const complaint: Handler = async ({ understanding, language }, { retriever }) => {
  const found = await retriever.answer(understanding.clean.text, language, 1);
  const passages = found.filter(({ score, uncovered }) => score >= HELPFUL_PASSAGE && uncovered === undefined);
  return {
    brief: { kind: 'complaint', angry: understanding.sentiment.angry, passages },
    passages,
    dialogue: { pending: { kind: 'handoff', reason: 'complaint' } },
  };
};

export const handoff: Handler = ({ dialogue, understanding }) => {
  const pending = dialogue.pending?.kind === 'handoff' ? dialogue.pending.reason : undefined;
  return { brief: { kind: 'handoff', reason: pending ?? (understanding.sentiment.angry ? 'angry' : 'asked') } };
};

export const outOfScope: Handler = () => ({ brief: { kind: 'out_of_scope' } });

/** What can't be read gets a clear word about why. */
export const unreadable: Handler = ({ message, plan }) => ({
  brief: {
    kind: 'unreadable',
    reason: plan.intent === 'too_long' ? 'too_long' : message.attachments.length > 0 ? 'attachment' : 'empty',
  },
});

/** Nothing is said: the customer left, edited, or talks with a person. */
export const silent: Handler = () => ({});
