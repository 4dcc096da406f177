import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { parse } from 'yaml';
import { slug } from './category.ts';

/** The id that `loadPack` gives the pack at that path, without reading its products; the path must exist. */
export function packIdOf(path: string): string {
  const declared = join(path, 'pack.yaml');
  if (!existsSync(declared)) return undeclaredId(path);
  const content: unknown = parse(readFileSync(declared, 'utf8'));
  const id = typeof content === 'object' && content !== null && 'id' in content ? content.id : undefined;
  return typeof id === 'string' ? id : undeclaredId(path);
}

/** The id of a pack without pack.yaml, from its name. */
export function undeclaredId(path: string): string {
  return slug(undeclaredName(path)).replace(/[^a-z0-9-]/g, '') || 'pack';
}

/** A folder is called as it is; `icecat/products.jsonl` after its folder, `catalogue.csv` after itself. */
export function undeclaredName(path: string): string {
  if (statSync(path).isDirectory()) return basename(path);
  const stem = basename(path, extname(path));
  return /^products?$/i.test(stem) ? basename(dirname(path)) : stem;
}
