import type { Pack } from '../../../knowledge/pack.ts';
import { parseRule, type Rule } from '../../../segments/rules/rule.ts';

/** One line of the form: what a customer did or is. All fields are text, as a form sends them. */
export interface Condition {
  kind: ConditionKind;
  /** The line says what must not be so. */
  not: boolean;
  fields: Partial<Record<FieldName, string>>;
}

export const FIELDS = [
  'category',
  'intent',
  'feeling',
  'event',
  'other',
  'same',
  'times',
  'days',
  'figure',
  'compare',
  'number',
  'language',
  'channel',
  'segment',
  'percent',
] as const;
export type FieldName = (typeof FIELDS)[number];

/** Each kind of line with the fields it has. */
export const KINDS = {
  interest: ['category'],
  intent: ['intent', 'times', 'days'],
  felt: ['feeling', 'times', 'days'],
  did: ['event', 'category', 'times', 'days'],
  abandoned: ['event', 'other', 'same', 'days'],
  figure: ['figure', 'compare', 'number'],
  language: ['language'],
  channel: ['channel'],
  consent: [],
  segment: ['segment'],
  share: ['percent'],
} as const satisfies Record<string, readonly FieldName[]>;
export type ConditionKind = keyof typeof KINDS;

export const FIGURES = [
  'recencyDays',
  'frequency',
  'monetary',
  'price',
  'turns',
  'mood',
  'lastSeenDays',
  'customerSinceDays',
] as const;

/** What a fresh line of a kind begins with, so that it means something at once. */
export const DEFAULTS: Partial<Record<FieldName, string>> = {
  feeling: 'negative',
  event: 'purchase',
  same: 'no',
  times: '1',
  days: '90',
  figure: 'monetary',
  compare: 'gte',
  language: 'en',
  percent: '10',
};

/** Products a rule may name; a category of more is told by its first. */
const MOST_PRODUCTS = 200;

type ProductsOf = (category: string) => string[];

/** The products of a category and of those under it. */
export function productsIn({ categories, products }: Pack): ProductsOf {
  return (category) => {
    const within = new Set([category]);
    for (let size = 0; size !== within.size; ) {
      size = within.size;
      for (const { id, parent } of categories) if (parent !== undefined && within.has(parent)) within.add(id);
    }
    return products
      .filter((product) => within.has(product.category))
      .map(({ id }) => id)
      .slice(0, MOST_PRODUCTS);
  };
}

/** The rule that some lines mean together. Throws INPUT_INVALID where a line is not complete. */
export function ruleOf(match: 'all' | 'any', conditions: readonly Condition[], products: ProductsOf): Rule {
  const rules = conditions.map((condition) => {
    const rule = leafOf(condition, products);
    return condition.not ? { kind: 'not', rule } : rule;
  });
  return parseRule(rules.length === 1 ? rules[0] : { kind: match === 'all' ? 'and' : 'or', rules });
}

/** As plain JSON: parseRule judges it. */
function leafOf({ kind, fields }: Condition, products: ProductsOf): unknown {
  const { category, intent, event, other, segment, feeling, figure, compare, language, channel } = fields;
  const times = numberOf(fields.times) ?? 1;
  const window = { ...(numberOf(fields.days) !== undefined && { days: numberOf(fields.days) }) };
  switch (kind) {
    case 'interest':
      return { kind: 'property', property: 'interest', of: category, is: 'gt', value: 0 };
    case 'intent':
      return { kind: 'intent', intent, atLeast: times, ...window };
    case 'felt':
      return { kind: 'sentiment', label: feeling, atLeast: times, ...window };
    case 'did':
      return {
        kind: 'performed',
        event,
        atLeast: times,
        ...window,
        ...(category && { productIds: products(category) }),
      };
    case 'abandoned':
      return { kind: 'did_not', did: event, butNot: other, ...window, sameProduct: fields.same === 'yes' };
    case 'figure':
      return { kind: 'property', property: figure, is: compare, value: numberOf(fields.number) };
    case 'language':
    case 'channel':
      return { kind: 'property', property: kind, is: 'eq', value: language ?? channel };
    case 'consent':
      return { kind: 'property', property: 'marketingConsent', is: 'eq', value: true };
    case 'segment':
      return { kind: 'segment', segmentId: segment };
    case 'share':
      return { kind: 'share', percent: numberOf(fields.percent) };
  }
}

function numberOf(text: string | undefined): number | undefined {
  const trimmed = text?.trim().replace(',', '.');
  return trimmed === undefined || trimmed === '' ? undefined : Number(trimmed);
}

/** The lines of a rule, when it can be said in lines; a rule made elsewhere may nest deeper. */
export function conditionsOf(rule: Rule, pack: Pack): { match: 'all' | 'any'; conditions: Condition[] } | undefined {
  const rules = rule.kind === 'and' || rule.kind === 'or' ? rule.rules : [rule];
  const conditions = rules.map((one) => conditionOf(one, pack));
  if (!conditions.every((one) => one !== undefined)) return undefined;
  return { match: rule.kind === 'or' ? 'any' : 'all', conditions };
}

export function conditionOf(rule: Rule, pack: Pack): Condition | undefined {
  if (rule.kind === 'not') {
    const inner = conditionOf(rule.rule, pack);
    return inner && !inner.not ? { ...inner, not: true } : undefined;
  }
  const found = lineOf(rule, pack);
  if (!found) return undefined;
  const [kind, fields] = found;
  const texts = Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  return { kind, not: false, fields: Object.fromEntries(texts) };
}

type Line = [kind: ConditionKind, fields: Partial<Record<FieldName, string | number>>];

function lineOf(rule: Rule, pack: Pack): Line | undefined {
  switch (rule.kind) {
    case 'intent':
      return ['intent', { intent: rule.intent, times: rule.atLeast, days: rule.days }];
    case 'sentiment':
      return ['felt', { feeling: rule.label, times: rule.atLeast, days: rule.days }];
    case 'performed': {
      const category = rule.productIds && categoryOf(rule.productIds, pack);
      if (rule.atMost !== undefined || (rule.productIds && category === undefined)) return undefined;
      return ['did', { event: rule.event, times: rule.atLeast, days: rule.days, category }];
    }
    case 'did_not':
      return [
        'abandoned',
        { event: rule.did, other: rule.butNot, same: rule.sameProduct ? 'yes' : 'no', days: rule.days },
      ];
    case 'segment':
      return ['segment', { segment: rule.segmentId }];
    case 'share':
      return rule.seed === 'share' ? ['share', { percent: rule.percent }] : undefined;
    case 'property':
      return propertyLine(rule);
    default:
      return undefined;
  }
}

function propertyLine({ property, of, is, value }: Extract<Rule, { kind: 'property' }>): Line | undefined {
  if (property === 'interest') return is === 'gt' && value === 0 ? ['interest', { category: of }] : undefined;
  if ((property === 'language' || property === 'channel') && is === 'eq')
    return [property, { [property]: String(value) }];
  if (property === 'marketingConsent') return is === 'eq' && value === true ? ['consent', {}] : undefined;
  const figure = FIGURES.find((one) => one === property);
  if (figure && (is === 'gte' || is === 'lte')) return ['figure', { figure, compare: is, number: Number(value) }];
  return undefined;
}

function categoryOf(productIds: readonly string[], pack: Pack): string | undefined {
  const wanted = [...productIds].sort().join();
  return pack.categories.find(({ id }) => productsIn(pack)(id).toSorted().join() === wanted)?.id;
}
