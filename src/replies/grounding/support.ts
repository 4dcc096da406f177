import type { Quantity } from './quantities.ts';
import { numberTerm, sharedTerms, termsOf } from './terms.ts';
import type { TextFacts } from './text-facts.ts';

type TextQuantity = TextFacts['quantities'][number];

/**
 * Whether a text of the evidence says this number of the same matter: the words around it must meet, and no other
 * number of that kind may fit the words better ("express costs $5" where the text says it of standard delivery).
 */
export function isSaidBy(
  texts: readonly TextFacts[],
  quantity: Quantity,
  {
    clause,
    sentence,
    fits,
    translated = true,
  }: { clause: string; sentence: string; fits: (one: TextQuantity) => boolean; translated?: boolean },
): boolean {
  const same = texts.flatMap(({ quantities }) => quantities).filter((one) => sameKind(one, quantity));
  const own = same.filter(
    (one) => fits(one) && (one.per === undefined || quantity.per === undefined || one.per === quantity.per),
  );
  if (own.length === 0) return false;
  // "2 to 7 days" where the texts say 2 to 4, and 7 elsewhere.
  const { partner } = quantity;
  if (partner !== undefined && own.every((one) => one.partner !== undefined && one.partner !== partner)) return false;
  const near = termsOf(clause);
  const wide = termsOf(sentence);
  for (const terms of [near, wide]) terms.delete(numberTerm(quantity.value));
  if (wide.size === 0) return true;
  const comparable = own.filter(({ terms }) => sharesScript(terms, wide));
  if (comparable.length === 0) return translated;
  if (!comparable.some(({ terms }) => sharedTerms(wide, terms) > 0)) return false;
  const others = same.filter((one) => !fits(one) && (sharesScript(one.near, near) || sharedTerms(one.near, near) > 0));
  return !others.some((other) =>
    comparable.every((one) => {
      const forOther = exclusive(near, other.near, one.near);
      return forOther > 0 && exclusive(near, one.near, other.near) === 0 && forOther > sharedTerms(near, one.near);
    }),
  );
}

function sameKind(one: Quantity, other: Quantity): boolean {
  return one.currency === other.currency && one.dimension === other.dimension;
}

/** Terms of `said` that only the first of two places has. */
function exclusive(said: ReadonlySet<string>, first: ReadonlySet<string>, second: ReadonlySet<string>): number {
  let count = 0;
  for (const term of said) if (first.has(term) && !second.has(term)) count += 1;
  return count;
}

const scriptOf = (term: string) => (term.charCodeAt(0) >= 0x3400 ? 'han' : /^[a-z]/.test(term) ? 'latin' : 'number');

/** Whether two sets have terms in the same script, so that they can meet at all. */
export function sharesScript(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const scripts = new Set([...one].map(scriptOf));
  return [...other].some((term) => scriptOf(term) !== 'number' && scripts.has(scriptOf(term)));
}
