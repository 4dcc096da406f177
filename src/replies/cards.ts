import { localize, type Pack, type Product } from '../knowledge/pack.ts';
import type { Reason, Recommendation } from '../recommendation/recommendation.ts';
import type { Lexicon } from './format.ts';
import type { ProductCard } from './reply.ts';

/** Reasons shown on one card. */
const REASONS_SHOWN = 2;
/** Facts shown on one card. */
const FACTS_SHOWN = 4;

/** A recommendation as a card: values from the pack, reasons in the customer's language. */
export function renderCard(recommendation: Recommendation, pack: Pack, lexicon: Lexicon): ProductCard {
  const { product } = recommendation;
  const reasons = recommendation.reasons.slice(0, REASONS_SHOWN).map((reason) => reasonText(reason, lexicon, pack));
  return {
    productId: product.id,
    title: lexicon.name(product),
    price: product.price === null ? '' : lexicon.money(product.price),
    ...(product.listPrice !== undefined && { listPrice: lexicon.money(product.listPrice) }),
    reason: sentence(reasons.join(lexicon.language === 'zh' ? '，' : ', ')),
    facts: factsOf(product, pack, lexicon),
    ...(product.image && { image: product.image }),
    ...(product.url && { url: product.url }),
  };
}

/** The short facts of a product: what the pack's attributes say first, then its colours and stock. */
function factsOf(product: Product, pack: Pack, lexicon: Lexicon): string[] {
  const facts: string[] = [];
  for (const attribute of pack.attributes) {
    const value = product.attributes[attribute.id];
    if (value === undefined || value === false || value === '') continue;
    const name = lexicon.attributeName(attribute.id);
    if (value === true) facts.push(name);
    else if (attribute.type === 'number') facts.push(`${name} ${lexicon.attributeValue(attribute.id, value)}`);
    else facts.push(lexicon.attributeValue(attribute.id, value));
    if (facts.length === FACTS_SHOWN) break;
  }
  if (product.stock === 0) facts.push(lexicon.say('word.sold_out'));
  else if (product.stock !== null && product.stock <= 5) {
    facts.push(lexicon.say('word.left', { count: product.stock }));
  }
  return facts;
}

/** One reason in words. */
export function reasonText(reason: Reason, lexicon: Lexicon, pack: Pack): string {
  const { say, money } = lexicon;
  switch (reason.kind) {
    case 'matches_query':
      return say('reason.query', { terms: lexicon.list(reason.terms) });
    case 'within_budget': {
      const left = reason.limit - reason.price;
      if (left <= 0) return say('reason.budget.exact', { limit: money(reason.limit) });
      return say('reason.budget', { left: money(Math.round(left * 100) / 100), limit: money(reason.limit) });
    }
    case 'attribute': {
      const attribute = lexicon.attributeName(reason.attribute);
      if (reason.value === true) return say('reason.attribute.yes', { attribute });
      return say('reason.attribute', { attribute, value: lexicon.attributeValue(reason.attribute, reason.value) });
    }
    case 'brand_liked':
      return say('reason.brand', { brand: lexicon.brand(reason.brand) });
    case 'interest':
      return say('reason.interest', { category: lexicon.category(reason.category) });
    case 'alike': {
      const other = pack.products.find((product) => product.id === reason.productId);
      const product = localize(other?.name, lexicon.language);
      return say(reason.bought ? 'reason.alike.bought' : 'reason.alike.seen', { product });
    }
    case 'bought_together': {
      const other = pack.products.find((product) => product.id === reason.productId);
      return say('reason.together', { product: localize(other?.name, lexicon.language) });
    }
    case 'popular':
      return say(reason.scope === 'segment' ? 'reason.popular.segment' : 'reason.popular');
    case 'rated':
      return say('reason.rated', { rating: reason.rating });
    case 'reduced':
      return say('reason.reduced', { listPrice: money(reason.listPrice) });
    case 'cheaper':
      return say('reason.cheaper', { amount: money(Math.round(reason.than * 100) / 100) });
    case 'fits':
      return say('reason.fits');
    case 'nearest':
      return say('reason.nearest', { what: lexicon.list(reason.violates.map((name) => violationName(name, lexicon))) });
  }
}

const VIOLATION_WORD: Record<string, string> = {
  maxPrice: 'price',
  minPrice: 'price',
  aboutPrice: 'price',
  brandInclude: 'brand',
  brandExclude: 'brand',
  colorExclude: 'color',
  attributesExclude: 'attributes',
  inStock: 'stock',
};

function violationName(filter: string, lexicon: Lexicon): string {
  return lexicon.facet(VIOLATION_WORD[filter] ?? filter);
}

function sentence(text: string): string {
  return text === '' ? '' : text[0].toUpperCase() + text.slice(1);
}
