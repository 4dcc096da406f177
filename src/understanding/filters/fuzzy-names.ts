import { isCommonWord } from './common-words.ts';

/** Latin names that are recognised in spite of one typing mistake (two in long words). */
export interface FuzzyNames<Entry> {
  add(name: string, entry: Entry): void;
  /** The entries of the one nearest name, undefined when none is near or the word is an ordinary English word. */
  find(word: string): readonly Entry[] | undefined;
}

const SHORTEST = 5;

/** Names by first letter; only single words of at least 5 letters take part. The words of longer names are known, too: "protecter" is no projector. */
export function createFuzzyNames<Entry>(): FuzzyNames<Entry> {
  const names = new Map<string, Entry[]>();
  const byFirst = new Map<string, string[]>();
  const cache = new Map<string, readonly Entry[] | undefined>();
  const know = (word: string): boolean => {
    if (word.length < SHORTEST || !/^[a-z]+$/.test(word)) return false;
    const known = byFirst.get(word[0]!) ?? [];
    if (!known.includes(word)) byFirst.set(word[0]!, [...known, word]);
    return true;
  };
  return {
    add(name, entry) {
      const word = name.toLowerCase();
      if (word.includes(' ')) for (const part of word.split(' ')) know(part);
      if (!know(word)) return;
      const known = names.get(word);
      if (known) {
        if (!known.includes(entry)) known.push(entry);
        return;
      }
      names.set(word, [entry]);
    },
    find(word) {
      if (word.length < SHORTEST || word.length > 20 || /ly$/.test(word) || isCommonWord(word)) return undefined;
      if (cache.has(word)) return cache.get(word);
      const found = nearest(word, byFirst.get(word[0]!) ?? []);
      if (cache.size > 5_000) cache.clear();
      const entries = found === undefined ? undefined : names.get(found);
      cache.set(word, entries);
      return entries;
    },
  };
}

function nearest(word: string, candidates: readonly string[]): string | undefined {
  const most = word.length >= 9 ? 2 : 1;
  let best: string | undefined;
  let bestDistance = most + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > most) continue;
    const distance = editDistance(word, candidate, most);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Optimal string alignment distance (insert, delete, replace, swap of neighbours); past `most` it is only "more". */
export function editDistance(a: string, b: string, most: number): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(previous[j]! + 1, current[j - 1]! + 1, previous[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    before = previous;
    previous = current;
  }
  return previous[b.length]!;
}
