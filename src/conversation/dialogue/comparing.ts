import type { Understanding } from '../../understanding/understanding.ts';

/** "How is the dearest one?" looks like a comparison and asks about one product. */
const COMPARING = /\bcompare|\bversus\b|\bvs\b|\bdifference\b|\bthan\b|对比|比较|区别|比(?:起|怎么|如何|呢|吧)?/i;

/** Whether what seems a comparison asks about one of those shown. */
export function pointsAtOne({ intent, entities, clean }: Understanding): boolean {
  const [reference, ...others] = entities.references;
  if (intent.name !== 'compare' || reference === undefined || others.length > 0 || COMPARING.test(clean.text))
    return false;
  return entities.productIds.length === 0 && reference.kind !== 'pronoun';
}

/** "Compare the first two" holds references; "cheaper" alone does not. */
export function pointsAtShown({ intent, entities }: Understanding): boolean {
  return intent.name === 'compare' && (entities.references.length > 0 || entities.productIds.length > 0);
}

const TO_COMPARE = /^(?:please |can you |could you |帮我|请|我想|想)*(?:compare\b|对比|比较)/i;

/** "Compare your two cheapest tablets": said outright, whatever a model of intents makes of it. */
export const asksToCompare = ({ clean }: Pick<Understanding, 'clean'>): boolean => TO_COMPARE.test(clean.text.trim());
