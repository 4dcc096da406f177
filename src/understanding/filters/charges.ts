import type { AttributeVocabulary } from '../understanding.ts';

/** Whether an attribute is what goods cost beside their price: a sum of money, or a fee in percent. */
export function isCharge(attribute: AttributeVocabulary | undefined): boolean {
  if (attribute?.type !== 'number') return false;
  const [unit = ''] = attribute.units ?? [];
  return (
    isSum(attribute) || (unit === '%' && attribute.names.some((name) => /(?:fee|charge|费|费率|违约金)$/i.test(name)))
  );
}

/** Whether an attribute is an amount of money. */
export function isSum({ units = [] }: AttributeVocabulary): boolean {
  return /^[A-Z]{3}$/.test(units[0] ?? '');
}
