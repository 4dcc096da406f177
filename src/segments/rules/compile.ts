import { AppError } from '../../errors.ts';
import { PLACES } from './properties.ts';
import type { Leaf, Rule } from './rule.ts';

type Query = Record<string, unknown>;

/**
 * A rule as the store answers it: what asks only about customers becomes one query; what asks about events or turns becomes
 * an aggregation that gives customer ids; the rest are sets of ids put together.
 */
export type Plan =
  | { kind: 'query'; query: Query }
  | { kind: 'ids'; collection: 'events' | 'turns'; match: Query; stages: object[] }
  | { kind: 'share'; percent: number; seed: string }
  | { kind: 'and' | 'or'; plans: Plan[] }
  | { kind: 'not'; plan: Plan };

type PropertyRule = Extract<Leaf, { kind: 'property' }>;

const DAY_MS = 86_400_000;

/** Throws INPUT_INVALID where a property is compared with what it cannot be. */
export function compileRule(rule: Rule, now: Date): Plan {
  switch (rule.kind) {
    case 'and':
    case 'or':
      return merged(
        rule.kind,
        rule.rules.map((one) => compileRule(one, now)),
      );
    case 'not': {
      const plan = compileRule(rule.rule, now);
      return plan.kind === 'query' ? { kind: 'query', query: { $nor: [plan.query] } } : { kind: 'not', plan };
    }
    case 'property':
      return { kind: 'query', query: propertyQuery(rule, now) };
    case 'segment':
      return { kind: 'query', query: inSegment(rule.segmentId) };
    case 'share':
      return { kind: 'share', percent: rule.percent, seed: rule.seed };
    case 'performed': {
      const { event, productIds, atLeast, atMost } = rule;
      const match = {
        type: { $eq: event },
        ...since('at', rule.days, now),
        ...(productIds && { productId: { $in: productIds } }),
      };
      const counted = { count: { $gte: atLeast, ...(atMost !== undefined && { $lte: atMost }) } };
      return { kind: 'ids', collection: 'events', match, stages: [group({ count: { $sum: 1 } }), { $match: counted }] };
    }
    case 'did_not':
      return didNot(rule, now);
    case 'sentiment':
    case 'intent': {
      const asked =
        rule.kind === 'sentiment'
          ? { 'understanding.sentiment.label': { $eq: rule.label } }
          : { intent: { $eq: rule.intent } };
      return {
        kind: 'ids',
        collection: 'turns',
        match: { ...asked, ...since('receivedAt', rule.days, now) },
        stages: [group({ count: { $sum: 1 } }), { $match: { count: { $gte: rule.atLeast } } }],
      };
    }
  }
}

/** Customers of a segment, of either kind. */
export const inSegment = (id: string): Query => ({
  $or: [{ 'segmentation.rules': { $eq: id } }, { 'segmentation.discovered': { $eq: id } }],
});

const group = (fields: object, by: unknown = '$customerId') => ({ $group: { _id: by, ...fields } });

function since(path: string, days: number | undefined, now: Date): Query {
  return days === undefined ? {} : { [path]: { $gte: new Date(now.getTime() - days * DAY_MS) } };
}

/** Of each customer (and product) both kinds of event are counted in one pass; a cart after the last purchase counts. */
function didNot({ did, butNot, days, sameProduct }: Extract<Leaf, { kind: 'did_not' }>, now: Date): Plan {
  const by = sameProduct ? { customer: '$customerId', product: '$productId' } : '$customerId';
  const last = (type: string) => ({ $max: { $cond: [{ $eq: ['$type', type] }, '$at', null] } });
  return {
    kind: 'ids',
    collection: 'events',
    match: { type: { $in: [did, butNot] }, ...since('at', days, now) },
    stages: [
      group({ did: last(did), butNot: last(butNot) }, by),
      { $match: { did: { $ne: null }, $expr: { $or: [{ $eq: ['$butNot', null] }, { $gt: ['$did', '$butNot'] }] } } },
      ...(sameProduct ? [group({}, '$_id.customer')] : []),
    ],
  };
}

/** Plain queries side by side become one. */
function merged(kind: 'and' | 'or', plans: Plan[]): Plan {
  const queries = plans.flatMap((plan) => (plan.kind === 'query' ? [plan.query] : []));
  const others = plans.filter((plan) => plan.kind !== 'query');
  const query: Plan[] = queries.length > 0 ? [{ kind: 'query', query: { [`$${kind}`]: queries } }] : [];
  const all = [...query, ...others];
  return all.length === 1 ? all[0]! : { kind, plans: all };
}

const COMPARISONS = { eq: '$eq', ne: '$ne', gt: '$gt', gte: '$gte', lt: '$lt', lte: '$lte', in: '$in' } as const;
/** A greater age is an earlier date. */
const REVERSED = { gt: 'lt', gte: 'lte', lt: 'gt', lte: 'gte', eq: 'eq', ne: 'ne', in: 'in' } as const;

function propertyQuery({ property, of, is, value }: PropertyRule, now: Date): Query {
  const place = PLACES[property];
  const wrong = (why: string) => new AppError('INPUT_INVALID', `The rule is not valid: ${property} ${why}`);
  if ((place.as === 'map') !== (of !== undefined)) {
    throw wrong(place.as === 'map' ? 'needs `of`, a category or intent' : 'takes no `of`');
  }
  const path = place.as === 'map' ? `${place.path}.${of}` : place.path;
  if (is === 'exists') {
    if (typeof value !== 'boolean') throw wrong('exists: true or false');
    return { [path]: { $exists: value } };
  }
  if ((is === 'in') !== Array.isArray(value)) throw wrong('takes a list with `in` only');
  const values = Array.isArray(value) ? value : [value];
  const type = place.as === 'value' ? place.type : place.as === 'keys' ? 'string' : 'number';
  if (!values.every((one) => typeof one === type)) throw wrong(`is compared with a ${type}`);
  if (place.as === 'keys') {
    if (is !== 'eq' && is !== 'ne' && is !== 'in') throw wrong('is compared with eq, ne or in');
    const spoken = { $or: values.map((key) => ({ [`${path}.${checkedKey(String(key), wrong)}`]: { $gt: 0 } })) };
    return is === 'ne' ? { $nor: [spoken] } : spoken;
  }
  if (place.as === 'age') {
    if (is === 'eq' || is === 'ne' || is === 'in') throw wrong('is compared with gt, gte, lt or lte');
    const day = new Date(now.getTime() - Number(value) * DAY_MS);
    if (Number.isNaN(day.getTime())) throw wrong('is beyond what a date can be');
    return { [path]: { [COMPARISONS[REVERSED[is]]]: place.stored === 'day' ? day.toISOString().slice(0, 10) : day } };
  }
  return { [path]: { [COMPARISONS[is]]: value } };
}

function checkedKey(key: string, wrong: (why: string) => AppError): string {
  if (!/^[a-z]{2,3}$/.test(key)) throw wrong('is a language code such as en or zh');
  return key;
}
