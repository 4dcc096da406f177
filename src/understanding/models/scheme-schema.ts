import { z } from 'zod';

/** A FeatureScheme as read from a file. */
export const schemeSchema = z.object({
  words: z.number(),
  characters: z.tuple([z.number(), z.number()]),
  han: z.number(),
  pairs: z.number(),
  edges: z.boolean().optional(),
  stems: z.boolean(),
  bits: z.number(),
  maxLength: z.number(),
});
