import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Say } from './product-fields.ts';

/** Finds a product's picture: an http address as it is, a file name only if `images/` has it. */
export function createImageFinder(folder: string) {
  const known = new Map<string, boolean>();
  return function find(written: string, strict: boolean, mistake: Say, warn: Say): string | undefined {
    if (written === '' || /^https?:\/\/\S+$/i.test(written)) return written || undefined;
    if (/^[a-z]+:|\\|^\/|(^|\/)\.\.(\/|$)/i.test(written)) {
      if (strict) mistake(`image "${written.slice(0, 80)}" is neither a file under images/ nor an http address`);
      return undefined;
    }
    let exists = known.get(written);
    if (exists === undefined) {
      exists = existsSync(join(folder, 'images', written));
      known.set(written, exists);
      if (!exists && strict) warn(`no file images/${written}; shown without a picture`);
    }
    return exists ? written : undefined;
  };
}
