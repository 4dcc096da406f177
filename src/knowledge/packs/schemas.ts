import { z } from 'zod';
import { BASE_INTENTS } from '../../understanding/understanding.ts';
import { inItsLanguage } from './language.ts';
import { isCurrency } from './price.ts';

/** Routes a pack's own intent may take; those of src/conversation/turn-record.ts that make sense for one. */
const INTENT_ROUTES = [
  'recommend',
  'answer',
  'compare',
  'product_question',
  'order_status',
  'complaint',
  'smalltalk',
  'handoff',
];

const text = z.coerce.string().trim().min(1, 'must not be empty');

const localized = z.preprocess(
  (value) => (typeof value === 'string' ? inItsLanguage(value.trim()) : value),
  z
    .strictObject({ en: text.optional(), zh: text.optional() }, { error: 'must be a text or {en: ..., zh: ...}' })
    .refine((value) => value.en !== undefined || value.zh !== undefined, 'must have a text in en or zh'),
);

const id = z.coerce
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u, 'an id is at most 64 letters, digits, ".", "_" or "-"');

const synonyms = z.array(text, { error: 'must be a list of words' }).default([]);
const currency = z.string({ error: 'must be an ISO 4217 code such as USD' }).refine(isCurrency, {
  error: (issue) => `unknown currency "${String(issue.input)}"; use an ISO 4217 code such as USD`,
});

const value = z.strictObject({ id, name: localized, synonyms });

/** pack.yaml. */
export const packSchema = z.strictObject({
  id: z
    .string({ error: 'missing: the pack needs an id' })
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'an id is at most 64 of A-Z a-z 0-9 . _ -'),
  name: localized,
  domain: z.enum(['shop', 'finance', 'travel', 'other'], { error: 'must be shop, finance, travel or other' }),
  currency,
  exchange: z.record(currency, z.number({ error: 'must be a number' }).positive('must be above 0')).optional(),
  contact: localized.optional(),
  notice: localized.optional(),
  riskAttribute: z.string().optional(),
  categories: z.array(z.strictObject({ id, name: localized, parent: z.string().optional(), synonyms })).default([]),
  attributes: z
    .array(
      z.strictObject({
        id,
        name: localized,
        type: z.enum(['number', 'boolean', 'enum'], { error: 'must be number, boolean or enum' }),
        unit: z.coerce.string().optional(),
        better: z.enum(['more', 'less'], { error: 'must be more or less' }).optional(),
        synonyms,
        values: z.array(value).default([]),
      }),
    )
    .default([]),
  colors: z.array(value).default([]),
});

/** intents.yaml. */
export const intentsSchema = z.array(
  z
    .strictObject({
      name: z
        .string({ error: 'missing name' })
        .regex(/^[a-z][a-z0-9_]*$/, 'a name is lower-case letters, digits and "_"')
        .refine((name) => !(BASE_INTENTS as readonly string[]).includes(name), 'is the name of a built-in intent'),
      examples: z
        .strictObject(
          { en: z.array(text).default([]), zh: z.array(text).default([]) },
          { error: 'must be {en: [...], zh: [...]}' },
        )
        .refine((examples) => examples.en.length + examples.zh.length > 0, 'needs at least one example'),
      route: z.enum(INTENT_ROUTES, { error: `must be one of ${INTENT_ROUTES.join(', ')}` }).optional(),
      answer: localized.optional(),
      faq: z.string().optional(),
    })
    .refine((intent) => [intent.route, intent.answer, intent.faq].filter((each) => each !== undefined).length === 1, {
      error: 'needs exactly one of faq, answer and route',
    }),
  { error: 'must be a list of intents' },
);

/** synonyms.yaml. */
export const synonymsSchema = z.array(
  z.array(text, { error: 'must be a list of words' }).min(2, 'a group needs at least two words'),
  {
    error: 'must be a list of groups, each a list of words',
  },
);

/** wording.<lang>.yaml: a sentence or alternatives by key. */
export const wordingSchema = z.record(
  z.string(),
  z.preprocess((value) => (Array.isArray(value) ? value : [value]), z.array(text).min(1, 'must not be empty')),
  { error: 'must be "key: sentence" lines' },
);
