import { z } from 'zod';
import { AppError } from '../../errors.ts';
import { PROPERTIES } from './properties.ts';

/** Nesting beyond this is refused: nobody can read it, and somebody may mean harm. */
const DEEPEST = 12;
const MOST_NODES = 200;
const LONGEST_LIST = 200;
const LONGEST_WINDOW_DAYS = 3650;

const id = z.string().trim().min(1).max(200);
const days = z.number().int().min(1).max(LONGEST_WINDOW_DAYS);
const times = z.number().int().min(1).max(1_000_000);
const scalar = z.union([z.string().max(200), z.number(), z.boolean()]);
const eventType = z.string().regex(/^[a-z][a-z_]{0,39}$/, 'must be the name of an event');
/** Keys of stored maps: a dot or a dollar sign would reach into other fields. */
const key = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,63}$/u, 'must be the id of a category or intent');

const leaves = [
  z.strictObject({
    kind: z.literal('property'),
    property: z.enum(PROPERTIES),
    /** Category or intent, for a property that is counted for each. */
    of: key.optional(),
    is: z.enum(['eq', 'ne', 'gt', 'gte', 'lt', 'lte', 'in', 'exists']),
    value: z.union([scalar, z.array(scalar).min(1).max(LONGEST_LIST)]),
  }),
  z.strictObject({
    kind: z.literal('performed'),
    event: eventType,
    atLeast: times.default(1),
    atMost: times.optional(),
    /** Counted back from now; absent = ever. */
    days: days.optional(),
    productIds: z.array(id).min(1).max(LONGEST_LIST).optional(),
  }),
  z.strictObject({
    kind: z.literal('did_not'),
    did: eventType,
    butNot: eventType,
    days: days.optional(),
    /** The same product: put into the cart and not bought. */
    sameProduct: z.boolean().default(false),
  }),
  z.strictObject({
    kind: z.literal('sentiment'),
    label: z.enum(['positive', 'neutral', 'negative']),
    atLeast: times.default(1),
    days: days.optional(),
  }),
  z.strictObject({ kind: z.literal('intent'), intent: key, atLeast: times.default(1), days: days.optional() }),
  z.strictObject({ kind: z.literal('segment'), segmentId: id }),
  /** A stable random share: the same customers each time, other ones for another seed. */
  z.strictObject({
    kind: z.literal('share'),
    percent: z.number().min(0).max(100),
    seed: z.string().min(1).max(60).default('share'),
  }),
] as const;

export type Leaf = z.output<(typeof leaves)[number]>;

/** Who belongs to a segment: a tree of conditions. */
export type Rule = Leaf | { kind: 'and'; rules: Rule[] } | { kind: 'or'; rules: Rule[] } | { kind: 'not'; rule: Rule };

const schema: z.ZodType<Rule> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    ...leaves,
    z.strictObject({ kind: z.literal('and'), rules: z.array(schema).min(1).max(50) }),
    z.strictObject({ kind: z.literal('or'), rules: z.array(schema).min(1).max(50) }),
    z.strictObject({ kind: z.literal('not'), rule: schema }),
  ]),
) as z.ZodType<Rule>;

/** Reads a rule from outside. Throws INPUT_INVALID naming the first places that are wrong; operators where values belong are. */
export function parseRule(input: unknown): Rule {
  assertSize(input);
  const parsed = schema.safeParse(input);
  if (!parsed.success) {
    const named = parsed.error.issues.slice(0, 5).map(({ path, message }) => `${path.join('.') || 'rule'}: ${message}`);
    throw new AppError('INPUT_INVALID', `The rule is not valid: ${named.join('; ')}`);
  }
  return parsed.data;
}

/** Walks without recursion, before the schema does: depth is what would hurt it. */
function assertSize(input: unknown): void {
  const open: [value: unknown, depth: number][] = [[input, 1]];
  for (let nodes = 0; open.length > 0; ) {
    const [value, depth] = open.pop()!;
    if (typeof value !== 'object' || value === null) continue;
    if (depth > DEEPEST) throw new AppError('INPUT_INVALID', `The rule nests deeper than ${DEEPEST} levels`);
    if (!Array.isArray(value) && ++nodes > MOST_NODES) {
      throw new AppError('INPUT_INVALID', `The rule has more than ${MOST_NODES} conditions`);
    }
    for (const child of Object.values(value)) open.push([child, Array.isArray(value) ? depth : depth + 1]);
  }
}

/** The segments a rule asks about. */
export function segmentsIn(rule: Rule): string[] {
  if (rule.kind === 'segment') return [rule.segmentId];
  if (rule.kind === 'not') return segmentsIn(rule.rule);
  return rule.kind === 'and' || rule.kind === 'or' ? rule.rules.flatMap(segmentsIn) : [];
}
