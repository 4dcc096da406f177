import { createHmac, timingSafeEqual } from 'node:crypto';
import { AppError } from '../errors.ts';

export interface SignedTokensOptions {
  secret: string;
  /** A token of one purpose opens nothing of another. */
  purpose: string;
  validMs: number;
  now?(): Date;
}

/** Signed, expiring tokens that stand for a customer in a link; nothing is stored. */
export function createSignedTokens({ secret, purpose, validMs, now = () => new Date() }: SignedTokensOptions) {
  const sign = (text: string) => createHmac('sha256', secret).update(`${purpose}|${text}`).digest();
  return {
    tokenFor(customerId: string): string {
      const text = Buffer.from(JSON.stringify([customerId, now().getTime() + validMs])).toString('base64url');
      return `${text}.${sign(text).toString('base64url')}`;
    },
    /** The customer a token is for. Throws UNAUTHORIZED when it is not ours or too old. */
    open(token: string): string {
      const [text = '', signature = ''] = token.split('.');
      const [given, wanted] = [Buffer.from(signature, 'base64url'), sign(text)];
      if (given.length === wanted.length && timingSafeEqual(given, wanted)) {
        const [customerId, until] = JSON.parse(Buffer.from(text, 'base64url').toString()) as [string, number];
        if (now().getTime() <= until) return customerId;
      }
      throw new AppError('UNAUTHORIZED', 'The link is not valid any more. Ask the chat for a new one.');
    },
  };
}

export type SignedTokens = ReturnType<typeof createSignedTokens>;
