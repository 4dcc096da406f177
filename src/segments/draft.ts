import { z } from 'zod';
import { AppError } from '../errors.ts';

const text = z.string().trim().min(1).max(200);
const bilingual = z.strictObject({ en: text, zh: text });
const strategySchema = z.strictObject({
  tone: z.enum(['warm', 'concise', 'plain']),
  offers: z.enum(['reduced_first', 'new_first', 'premium_first', 'none']),
  categories: z.array(text).max(50),
  channel: text.optional(),
  hour: z.number().int().min(0).max(23).optional(),
});
const draftSchema = z.strictObject({
  name: bilingual,
  description: bilingual.optional(),
  rule: z.unknown(),
  strategy: strategySchema.optional(),
});

export type SegmentDraft = z.output<typeof draftSchema>;

/** A segment as somebody made it; its rule is read apart. Throws INPUT_INVALID. */
export const parseDraft = (input: unknown): SegmentDraft => parsed(draftSchema, input);

/** Some of it changed. Throws INPUT_INVALID. */
export const parseChanges = (input: unknown): Partial<SegmentDraft> => parsed(draftSchema.partial(), input);

function parsed<T>(schema: z.ZodType<T>, input: unknown): T {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const named = result.error.issues.slice(0, 5).map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new AppError('INPUT_INVALID', `The segment is not valid: ${named.join('; ')}`);
}
