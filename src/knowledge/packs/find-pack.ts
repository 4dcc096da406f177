import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AppError } from '../../errors.ts';
import { projectRoot } from '../../paths.ts';

/**
 * The path of a pack: a name in `knowledge/`, a folder, or a product file. Throws PACK_NOT_FOUND, naming the packs
 * there are.
 */
export function findPack(nameOrPath: string, knowledgeFolder: string = join(projectRoot, 'knowledge')): string {
  const isName = /^[\w.-]+$/.test(nameOrPath) && !/^\.+$/.test(nameOrPath);
  const named = join(knowledgeFolder, nameOrPath);
  if (isName && existsSync(named)) return named;
  const path = resolve(nameOrPath);
  if (existsSync(path)) return path;
  const known = packNames(knowledgeFolder);
  const names = known.length === 0 ? 'none' : known.join(', ');
  throw new AppError(
    'PACK_NOT_FOUND',
    `No pack "${nameOrPath}": neither a folder or file nor one of knowledge/ (${names})`,
    {
      details: { known },
    },
  );
}

/** Names of the packs in `knowledge/`. */
export function packNames(knowledgeFolder: string = join(projectRoot, 'knowledge')): string[] {
  if (!existsSync(knowledgeFolder)) return [];
  return readdirSync(knowledgeFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .sort();
}
