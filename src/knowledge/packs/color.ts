import type { PackAttributeValue } from '../pack.ts';

/** Finds a colour's id: strict, only by id; else by any name, also as a word of a longer one ("midnight black"). */
export function createColorFinder(colors: readonly PackAttributeValue[]) {
  const ids = new Set(colors.map((color) => color.id));
  const byName = new Map<string, string>();
  for (const color of colors) {
    for (const name of [color.id, color.name.en, color.name.zh, ...color.synonyms]) {
      if (name !== undefined) byName.set(name.toLowerCase(), color.id);
    }
  }
  return function find(written: string, strict: boolean): string | undefined {
    if (ids.has(written)) return written;
    if (strict) return undefined;
    const name = written.trim().toLowerCase();
    const words = name.split(/[\s,&+-]+/).reverse();
    return byName.get(name) ?? words.map((word) => byName.get(word)).find((id) => id !== undefined);
  };
}
