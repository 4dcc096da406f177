import type { Product } from '../../knowledge/pack.ts';
import { localize } from '../../knowledge/pack.ts';
import type { ProductCard, Reply } from '../reply.ts';

const BULLET = /^\s*(?:[-*•·–]|\d+[.)、])\s+(.+)$/;

/**
 * Moves the model's line about each product to that product's card: `- **Name**: why` becomes the card's reason, for this
 * customer in the model's words. Lines of products without a card stay in the text.
 */
export function withPersonalCopy(text: string, cards: readonly ProductCard[]): Pick<Reply, 'text' | 'products'> {
  const reasons = new Map<string, string>();
  const kept: string[] = [];
  for (const line of text.split('\n')) {
    const said = BULLET.exec(line)?.[1];
    const card = said === undefined ? undefined : cards.find(({ title }) => beginsWith(said, title));
    const reason = card && said ? reasonIn(said, card.title) : '';
    if (card && reason !== '' && !reasons.has(card.productId)) reasons.set(card.productId, reason);
    else kept.push(line);
  }
  const rest = kept
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  // A reply of nothing but product lines keeps them: a card alone is no answer.
  if (rest === '') return { text, products: [...cards] };
  return {
    text: rest,
    products: cards.map((card) => ({ ...card, reason: reasons.get(card.productId) ?? card.reason })),
  };
}

const plain = (text: string) => text.replace(/[*_`[\]「」]/g, '').trim();

function beginsWith(line: string, title: string): boolean {
  return plain(line).toLowerCase().startsWith(plain(title).toLowerCase());
}

function reasonIn(line: string, title: string): string {
  const rest = plain(line).slice(plain(title).length);
  return rest.replace(/^\s*(?:[:：—–-]|——|,|，)+\s*/, '').trim();
}

/** The products that a text names, in the order of their first mention. */
export function productsNamed(text: string, products: Iterable<Product>): Product[] {
  const lower = text.toLowerCase();
  return [...products]
    .map((product) => {
      const places = (['en', 'zh'] as const)
        .map((language) => localize(product.name, language).toLowerCase())
        .filter((name) => name !== '')
        .map((name) => lower.indexOf(name))
        .filter((at) => at >= 0);
      return { product, at: Math.min(...places) };
    })
    .filter(({ at }) => at !== Number.POSITIVE_INFINITY)
    .sort((a, b) => a.at - b.at)
    .map(({ product }) => product);
}
