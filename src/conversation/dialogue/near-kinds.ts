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

/** "A robot one", 游戏的: with the name of the kind looked for it is the name of another, a "robot vacuum". Undefined where it is none. */
export function kindCompleted(text: string, id: string, categories: readonly PackCategory[]): string | undefined {
  const own = categories.find((category) => category.id === id);
  const trait = text.toLowerCase().replace(AROUND_TRAIT, ' ').replace(/\s+/g, ' ').trim();
  if (own === undefined || trait === '' || trait.length > LONGEST_TRAIT) return undefined;
  const names = new Set(namesOf(own).map((name) => (/[a-z]$/.test(name) ? `${trait} ${name}` : `${trait}${name}`)));
  return categories.find((other) => other.id !== id && namesOf(other).some((name) => names.has(name)))?.id;
}

const LONGEST_TRAIT = 24;
const AROUND_TRAIT =
  /\b(?:no|ok|and|but|please|an?|the|ones?|i (?:meant|mean|want)|do you have|any)\b|不是|我?是说|我想?要|有没有|有|[\s,.!?，。！？的吗吧呢]+/g;

const namesKnown = new WeakMap<PackCategory, string[]>();

function namesOf(category: PackCategory): string[] {
  let names = namesKnown.get(category);
  if (names === undefined) {
    const { name, synonyms } = category;
    names = [name.en, name.zh, ...synonyms].filter((word) => word !== undefined).map((word) => word.toLowerCase());
    namesKnown.set(category, names);
  }
  return names;
}

/** "Robot vacuum" is a vacuum, 智能手表 a 手表; a phone case is no phone. */
const endsWith = (name: string, part: string): boolean =>
  name !== part && part.length > 1 && name.endsWith(/[a-z]$/.test(part) ? ` ${part}` : part);
