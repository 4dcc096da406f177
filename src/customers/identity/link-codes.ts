import { createHash, randomInt } from 'node:crypto';
import type { Connection } from 'mongoose';
import { defineModel } from '../../store/records.ts';
import { redactPii } from '../../understanding/pii/redact-pii.ts';

/** Codes by which a person shows on one channel that they are the customer of another. */
export interface LinkCodes {
  /** A code to type elsewhere within ten minutes; it works once. */
  issue(customerId: string): Promise<string>;
  /** The customer the code was given to; undefined when it is wrong, used or too old. */
  redeem(code: string): Promise<string | undefined>;
  createIndexes(): Promise<void>;
}

export const VALID_MINUTES = 10;
const HALF = 5;
/** Without letters and digits that look alike. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** Only a hash is stored, so that who reads the store cannot link themselves. */
export function createLinkCodes(connection: Connection, now: () => Date = () => new Date()): LinkCodes {
  const model = defineModel(connection, 'linkCodes', { customerId: String, expiresAt: Date }, [
    [{ expiresAt: 1 }, { expireAfterSeconds: 0 }],
    [{ customerId: 1 }],
  ]);
  return {
    async issue(customerId) {
      const code = drawCode();
      const expiresAt = new Date(now().getTime() + VALID_MINUTES * 60_000);
      await model.insertMany([{ _id: digest(code), customerId, expiresAt }], { lean: true });
      return code;
    },
    async redeem(code) {
      const found = await model
        .findOneAndDelete({ _id: digest(code), expiresAt: { $gt: now() } })
        .lean<{ customerId: string }>();
      return found?.customerId;
    },
    createIndexes: () => model.createIndexes(),
  };
}

/** Letters and digits in both halves: "cheap lamps" and "lamps 256GB" are no codes. */
const HALF_FORM = /^(?=.*[2-9])(?=.*[A-Z])/;

function drawCode(): string {
  const half = (): string => {
    const drawn = Array.from({ length: HALF }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
    return HALF_FORM.test(drawn) ? drawn : half();
  };
  const code = `${half()}-${half()}`;
  // One that looks like a telephone number would be redacted before it could be redeemed.
  return redactPii(code).text === code ? code : drawCode();
}

/** Written by hand: case, spaces and dashes do not count. */
const digest = (code: string): string =>
  createHash('sha256').update(code.toUpperCase().replace(/[\s-]/g, '')).digest('base64url');
