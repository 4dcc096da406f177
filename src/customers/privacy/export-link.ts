import { createHmac, timingSafeEqual } from 'node:crypto';
import { AppError } from '../../errors.ts';

/** A link to one's own data works for so long. */
const VALID_MS = 15 * 60_000;

/** Signed, expiring tokens for one customer's export. */
export function createExportLinks({ secret, now = () => new Date() }: { secret: string; now?(): Date }) {
  const sign = (text: string) => createHmac('sha256', secret).update(`export|${text}`).digest();
  return {
    tokenFor(customerId: string): string {
      const text = Buffer.from(JSON.stringify([customerId, now().getTime() + VALID_MS])).toString('base64url');
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

export type ExportLinks = ReturnType<typeof createExportLinks>;
