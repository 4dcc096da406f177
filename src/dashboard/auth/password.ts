import { randomBytes, scrypt as scryptCallback, timingSafeEqual } from 'node:crypto';
import type { StoredPassword } from '../../store/users.ts';

/** OWASP's figures for scrypt: 32 MiB, three times over (Password Storage Cheat Sheet). */
const COST = { cost: 2 ** 15, blockSize: 8, parallelization: 3 };
const HASH_BYTES = 32;
const SALT_BYTES = 16;

/** Shortest password taken (NIST SP 800-63B asks for 8; without a second factor 12 is wiser). */
export const PASSWORD_LENGTH = 12;
export const PASSWORD_LONGEST = 200;

type Cost = Pick<StoredPassword, 'cost' | 'blockSize' | 'parallelization'>;

function scrypt(password: string, salt: Buffer, { cost, blockSize, parallelization }: Cost): Promise<Buffer> {
  const maxmem = 256 * cost * blockSize;
  return new Promise((resolve, reject) => {
    // The same characters may be typed in different code points.
    const text = password.normalize('NFKC');
    scryptCallback(text, salt, HASH_BYTES, { cost, blockSize, parallelization, maxmem }, (error, hash) =>
      error ? reject(error) : resolve(hash),
    );
  });
}

export async function hashPassword(password: string): Promise<StoredPassword> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await scrypt(password, salt, COST);
  return { salt: salt.toString('base64'), hash: hash.toString('base64'), ...COST };
}

/** Takes as long without a stored password as with one, so that nobody learns by time which logins exist. */
export async function checkPassword(password: string, stored: StoredPassword | undefined): Promise<boolean> {
  const salt = stored ? Buffer.from(stored.salt, 'base64') : randomBytes(SALT_BYTES);
  const hash = await scrypt(password, salt, stored ?? COST);
  return stored !== undefined && timingSafeEqual(hash, Buffer.from(stored.hash, 'base64'));
}

/** Whether a password was stored at an older cost. */
export function isOutdated(stored: StoredPassword): boolean {
  return stored.cost < COST.cost || stored.parallelization < COST.parallelization;
}
