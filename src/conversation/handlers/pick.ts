import type { Handled, Handler, TurnContext, TurnParts } from '../context.ts';
import { recommend } from './recommend.ts';

/** Goods for what is asked; where the choice is left to us, one. */
export const recommendOrPick: Handler = (context, parts) =>
  context.plan.intent === 'indifferent' ? pick(context, parts) : recommend(context, parts);

/** "Whatever", 随便: of what is being looked for, the one we would choose. The list shown before keeps its numbers. */
async function pick(context: TurnContext, parts: TurnParts): Promise<Handled> {
  const { dialogue, understanding } = context;
  const open = {
    ...context,
    // Said of our question, these words limit nothing.
    understanding: {
      ...understanding,
      filters: {},
      keywords: [],
      entities: { ...understanding.entities, more: false, lifted: [], relativePrice: undefined },
      clean: { ...understanding.clean, text: dialogue.need.text },
    },
  };
  const handled = await recommend(open, parts);
  const { brief } = handled;
  if (brief?.kind !== 'recommend' && brief?.kind !== 'nothing_found') return handled;
  const [best] = brief.kind === 'recommend' ? brief.recommendations : brief.near.map((one) => one.recommendation);
  if (best === undefined) return handled;
  return {
    brief: {
      kind: 'recommend',
      recommendations: [best],
      filters: dialogue.need.filters,
      total: 1,
      move: 'pick',
      corrections: [],
      askConsent: false,
    },
    recommendations: [best],
    about: [best.product],
    dialogue: { focus: best.product.id, ...(dialogue.shown.length === 0 && { shown: [best.product.id] }) },
  };
}
