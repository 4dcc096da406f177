import { createSignedTokens, type SignedTokens } from '../signed-tokens.ts';

/** A link to one's own data works for so long. */
const VALID_MS = 15 * 60_000;

/** Signed, expiring tokens for one customer's export. */
export const createExportLinks = (options: { secret: string; now?(): Date }): SignedTokens =>
  createSignedTokens({ ...options, purpose: 'export', validMs: VALID_MS });

export type ExportLinks = SignedTokens;
