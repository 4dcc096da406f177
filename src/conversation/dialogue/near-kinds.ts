import type { PackCategory } from '../../knowledge/pack.ts';

/** Kinds of goods that may stand in for one: the kind above it, those below and beside it, and those that bear its name ("in-ear headphones"). */
export function nearKinds(id: string, categories: readonly PackCategory[]): string[] {
  const own = categories.find((category) => category.id === id);
  if (own?.parent === undefined) return [];
  const names = namesOf(own);
  const above = categories.find((category) => category.id === own.parent);
  const isKind = above?.parent !== undefined;
  const beside = categories.filter(
    (other) =>
      other.id !== id &&
      other.parent === own.parent &&
      (isKind || namesOf(other).some((name) => names.some((part) => endsWith(name, part) || endsWith(part, name)))),
  );
  return [...(isKind ? [above.id] : []), ...beside.map((other) => other.id)];
}

const namesOf = ({ name, synonyms }: PackCategory): string[] =>
  [name.en, name.zh, ...synonyms].filter((word) => word !== undefined).map((word) => word.toLowerCase());

/** "Robot vacuum" is a vacuum, 智能手表 a 手表; a phone case is no phone. */
const endsWith = (name: string, part: string): boolean =>
  name !== part && part.length > 1 && name.endsWith(/[a-z]$/.test(part) ? ` ${part}` : part);
