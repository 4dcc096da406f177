import type { AttributeFilter, Filters } from '../understanding.ts';
import { type Mention, termOf } from './mentions.ts';

/** Between values any of which will do: "white or black", "a white kettle or a black one", 黑、白、灰. */
const JOINS =
  /^(?:[^.!?;。！？；]{0,20}?(?:\bor\b|\/|或者?|还是|要么|要不)|\s*的?(?:[,，、&+]|,?\s?\band\b|[,，]?\s?\bbut\b|和|跟|与|以及))\s*(?:(?:an?|the|in|else|even|maybe|perhaps|possibly|also|just|是|要|选|去|用|买)\s*)*$/;

/** The further values of colours and attributes named beside the one that `filters` hold; undefined when there are none. */
export function readAlternatives(
  text: string,
  mentions: readonly Mention[],
  filters: Filters,
): Filters['alternatives'] | undefined {
  const found: NonNullable<Filters['alternatives']> = {};
  let chains = new Map<string, string[]>();
  let end = 0;
  for (const mention of mentions) {
    const values = mention.negated ? [] : valuesOf(mention);
    if (values.length === 0 && !mention.negated) continue;
    const joined = chains.size > 0 && JOINS.test(text.slice(end, mention.start));
    const next = new Map<string, string[]>();
    for (const [key, value] of values) {
      const chain = [...new Set([...((joined && chains.get(key)) || []), value])];
      next.set(key, chain);
      const [wanted] = wantedValues(filters, key);
      if (typeof wanted !== 'string' || !chain.includes(wanted)) continue;
      const refused = key === 'color' ? filters.colorExclude : filters.attributesExclude?.[key];
      const others = chain.filter((one) => one !== wanted && !refused?.includes(one));
      if (others.length > 0) found[key] = others;
    }
    chains = next;
    end = mention.end;
  }
  return Object.keys(found).length > 0 ? found : undefined;
}

/** Colour and attribute values of a phrase, by attribute id or 'color'. */
function valuesOf(mention: Mention): [key: string, value: string][] {
  const values = mention.terms.flatMap(({ kind, id, attribute }): [string, string][] =>
    kind === 'value' && attribute ? [[attribute.id, id]] : [],
  );
  const color = termOf(mention, 'category') || values.length > 0 ? undefined : termOf(mention, 'color');
  return color ? [['color', color.id]] : values;
}

/** The values of an attribute, or of 'color', any of which will do: the one in the filters first. [] = none is wanted. */
export function wantedValues(filters: Filters, key: string): AttributeFilter[] {
  const first = key === 'color' ? filters.color : filters.attributes?.[key];
  return first === undefined ? [] : [first, ...(filters.alternatives?.[key] ?? [])];
}

/** The colours any of which will do. */
export function wantedColors(filters: Pick<Filters, 'color' | 'alternatives'>): string[] {
  return wantedValues(filters, 'color').map(String);
}

/** Takes refused values of an attribute, or of 'color', from what is wanted; the next alternative takes the place of the first. */
export function withoutWanted(filters: Filters, key: string, refused: readonly string[]): Filters {
  const wanted = wantedValues(filters, key);
  const left = wanted.filter((value) => !refused.includes(String(value)));
  if (left.length === wanted.length) return filters;
  const { color, attributes, alternatives, ...rest } = filters;
  const [first, ...others] = left;
  const ofKey = <T>(record: Record<string, T> | undefined, value: T | undefined) => {
    const kept = Object.entries(record ?? {}).filter(([name]) => name !== key);
    return Object.fromEntries(value === undefined ? kept : [...kept, [key, value]]) as Record<string, T>;
  };
  const nextColor = key === 'color' ? (first as string | undefined) : color;
  const nextAttributes = key === 'color' ? (attributes ?? {}) : ofKey(attributes, first);
  const nextAlternatives = ofKey(alternatives, others.length > 0 ? others.map(String) : undefined);
  return {
    ...rest,
    ...(nextColor !== undefined && { color: nextColor }),
    ...(Object.keys(nextAttributes).length > 0 && { attributes: nextAttributes }),
    ...(Object.keys(nextAlternatives).length > 0 && { alternatives: nextAlternatives }),
  };
}
