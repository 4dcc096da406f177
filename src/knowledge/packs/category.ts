import type { PackCategory } from '../pack.ts';
import { inItsLanguage } from './language.ts';
import type { PackHead } from './pack-file.ts';
import { didYouMean, type Say } from './product-fields.ts';

/**
 * Finds the category of a product. Strict: it must be an id of pack.yaml. Else it is looked for by any of its names,
 * from the leaf of the path upwards, and added to `head.categories` when there is none.
 */
export function createCategoryFinder(head: PackHead, declared: boolean) {
  const byId = new Map(head.categories.map((category) => [category.id, category]));
  const byName = new Map<string, string>();
  for (const category of head.categories) {
    for (const name of [category.id, category.name.en, category.name.zh, ...category.synonyms]) {
      if (name !== undefined && !byName.has(name.toLowerCase())) byName.set(name.toLowerCase(), category.id);
    }
  }
  const byPath = new Map<string, string>();

  function add(path: string[]): string {
    const key = path.join(' > ').toLowerCase();
    const known = byPath.get(key);
    if (known !== undefined) return known;
    const leaf = path[path.length - 1];
    const parent = path.length > 1 ? add(path.slice(0, -1)) : undefined;
    let id = slug(leaf);
    if (byId.has(id) && parent !== undefined) id = slug(`${parent}-${leaf}`);
    const base = id;
    for (let at = 2; byId.has(id); at += 1) id = `${base}-${at}`;
    const category: PackCategory = { id, name: inItsLanguage(leaf), synonyms: [] };
    if (parent !== undefined) category.parent = parent;
    byId.set(id, category);
    byPath.set(key, id);
    head.categories.push(category);
    return id;
  }

  return function find(path: string[], strict: boolean, mistake: Say, warn: Say): string {
    if (path.length === 0) return '';
    if (strict) {
      const id = path.join(' > ');
      if (byId.has(id)) return id;
      const meant = byName.get(id.toLowerCase());
      mistake(`unknown category "${id}"${didYouMean(meant)}`);
      return '';
    }
    if (!declared) return add(path);
    for (let at = path.length - 1; at >= 0; at -= 1) {
      const id = byName.get(path[at].toLowerCase());
      if (id !== undefined) return id;
    }
    if (!byPath.has(path.join(' > ').toLowerCase()))
      warn(`category "${path.join(' > ')}" is not in pack.yaml and was added`);
    return add(path);
  };
}

/** An id from a name: its letters and digits, in lower case. */
export function slug(name: string): string {
  return (
    name
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 64) || 'other'
  );
}
