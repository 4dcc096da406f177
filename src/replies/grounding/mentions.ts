import { segment } from '../../understanding/text/segmenter.ts';
import type { ProductFacts } from './product-facts.ts';
import type { Span } from './sentences.ts';
import { TOKEN } from './text-facts.ts';

/** Where a text speaks of products of the evidence: usually one, several when its words fit several. */
export interface Mention extends Span {
  products: readonly ProductFacts[];
}

interface Key {
  products: Set<number>;
  /** Its words are telling enough to stand alone. */
  strong: boolean;
  /** Only continues a name that has begun ("14" of "Field 14"). */
  weak: boolean;
}

const VERSION =
  /^[ -]?[a-z]{0,6}(?: \w+)?(?:-\w+)? (?:version|model|one|variant|edition|size)\b|^ ?[\u4e00-\u9fff]{1,7}[款版]/;
const HAN_RUN = /[\u3400-\u9fff]+/g;
const LITTLE = new Set('a an and the of with for in on by to from at or no its'.split(' '));
/** What may stand between the words of one name. */
const GAP = /^(?:[ \-·,/'"()（）]{0,3}|\s?的\s?)$/;

/**
 * Finds mentions of the evidence's products, by any words of their names that tell one from the others ("the N500",
 * "Feather 13", "the charger"). `text` gives the letters' case, `lower` the same text in lower case.
 */
export function findMentions(text: string, lower: string, products: readonly ProductFacts[]): Mention[] {
  if (products.length === 0) return [];
  const keys = keysOf(products);
  const pattern = patternOf(keys);
  const mentions: Mention[] = [];
  let run: { start: number; end: number; ids: Set<number>; keys: number; strong: boolean } | undefined;
  const flush = () => {
    if (run) {
      const written = lower.slice(run.start, run.end);
      const named = [...run.ids].map((id) => products[id]);
      const exact = named.filter(({ names }) => names.includes(written));
      const telling = run.ids.size < products.length || products.length === 1;
      if (exact.length > 0 || (telling && (run.strong || (run.keys > 1 && run.ids.size === 1)))) {
        mentions.push({ start: run.start, end: run.end, products: exact.length > 0 ? exact : named });
      }
    }
    run = undefined;
  };
  for (const match of lower.matchAll(pattern)) {
    const key = keys.get(match[0])!;
    const [start, end] = [match.index, match.index + match[0].length];
    const shared = run && GAP.test(lower.slice(run.end, start)) ? both(run.ids, key.products) : undefined;
    const strong = !key.weak && (key.strong || (/[A-Z]/.test(text[start] ?? '') && match[0].length > 1));
    if (run && shared && shared.size > 0) {
      run = {
        start: run.start,
        end,
        ids: shared,
        keys: run.keys + (LITTLE.has(match[0]) ? 0 : 1),
        strong: run.strong || strong,
      };
      continue;
    }
    flush();
    // "The 1.7 L version": a number of a name stands for it when a word for "version" follows.
    const version = key.weak && key.products.size === 1 && VERSION.test(lower.slice(end, end + 24));
    if (version) run = { start, end, ids: key.products, keys: 1, strong: true };
    else if (!key.weak && !LITTLE.has(match[0])) run = { start, end, ids: key.products, keys: 1, strong };
  }
  flush();
  return mentions;
}

function keysOf(products: readonly ProductFacts[]): Map<string, Key> {
  const keys = new Map<string, Key>();
  const add = (word: string, id: number, strong: boolean, weak = false) => {
    const key = keys.get(word);
    if (key) {
      key.products.add(id);
      key.strong &&= strong;
    } else keys.set(word, { products: new Set([id]), strong, weak });
  };
  products.forEach((facts, id) => {
    for (const name of facts.names) {
      const words = [...name.matchAll(TOKEN)].map(([word]) => word);
      words.forEach((word, at) => {
        const model = /\d/.test(word) && /[a-z]{1,}/.test(word) && !/^\d/.test(word);
        const head = at === words.length - 1 && words.length > 1 && word.length > 3;
        add(word, id, model || head, /^\d/.test(word));
        if (model && word.includes('-')) {
          add(word.replaceAll('-', ''), id, true);
          for (const part of word.split('-')) if (/\d/.test(part) && /[a-z]/.test(part)) add(part, id, true);
        }
      });
      addHan(name, words.length > 0, id, add, products);
    }
  });
  return keys;
}

/** A Chinese name is known by its runs; where nothing Latin tells it, also by its words, unless another product's text has them. */
function addHan(
  name: string,
  hasLatin: boolean,
  id: number,
  add: (word: string, id: number, strong: boolean) => void,
  products: readonly ProductFacts[],
): void {
  for (const [run] of name.matchAll(HAN_RUN)) {
    if (run.length > 1) add(run, id, !hasLatin || run.length > 3);
    if (run.length < 3) continue;
    for (const word of segment(run)) {
      if (word.length < 2 || word === run) continue;
      const elsewhere = products.some(({ text }, other) => other !== id && text.lower.includes(word));
      add(word, id, !hasLatin && !elsewhere);
    }
  }
}

function patternOf(keys: ReadonlyMap<string, Key>): RegExp {
  const words = [...keys.keys()].sort((a, b) => b.length - a.length);
  const latin = words.filter((word) => word.charCodeAt(0) < 128).map(escaped);
  const han = words.filter((word) => word.charCodeAt(0) >= 128);
  const parts = [...han];
  if (latin.length > 0) parts.push(`(?<![a-z0-9])(?:${latin.join('|')})(?![a-z0-9]|[.,]\\d)`);
  return new RegExp(parts.length > 0 ? parts.join('|') : '(?!)', 'g');
}

const escaped = (word: string) => word.replace(/[.*+?^$()|[\]{}\\/-]/g, '\\$&');

function both(one: ReadonlySet<number>, other: ReadonlySet<number>): Set<number> {
  return new Set([...one].filter((id) => other.has(id)));
}
