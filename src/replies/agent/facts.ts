import { localize, type Pack, type PackOrder, type Product } from '../../knowledge/pack.ts';
import type { Passage } from '../../knowledge/retriever.ts';
import type { Recommendation } from '../../recommendation/recommendation.ts';
import type { Brief } from '../brief.ts';
import { reasonText } from '../cards.ts';
import { formatDate, formatMoney, type Lexicon, wantPhrase } from '../format.ts';

/** A product as a model reads it: one line, every value from the pack, formatted as the customer sees it. */
export function productLine(product: Product, pack: Pack, lexicon: Lexicon): string {
  const { say } = lexicon;
  const facts: string[] = [];
  if (product.category) facts.push(lexicon.category(product.category));
  if (product.brand) facts.push(`${lexicon.facet('brand')}: ${product.brand}`);
  if (product.price !== null) {
    const was =
      product.listPrice === undefined
        ? ''
        : ` (${say('reason.reduced', { listPrice: lexicon.money(product.listPrice) })})`;
    facts.push(`${lexicon.facet('price')}: ${lexicon.money(product.price)}${was}`);
  }
  if (product.stock !== null) {
    facts.push(product.stock === 0 ? say('word.sold_out') : `${lexicon.facet('stock')}: ${product.stock}`);
  }
  for (const { id } of pack.attributes) {
    const value = product.attributes[id];
    if (value === undefined || value === '') continue;
    facts.push(`${lexicon.attributeName(id)}: ${lexicon.attributeValue(id, value)}`);
  }
  if (product.colors.length > 0)
    facts.push(`${lexicon.facet('color')}: ${lexicon.list(product.colors.map(lexicon.color))}`);
  if (product.sizes.length > 0) facts.push(`${lexicon.facet('size')}: ${lexicon.list(product.sizes)}`);
  if (product.rating !== undefined) facts.push(`${lexicon.facet('rating')}: ${product.rating}/5`);
  const description = localize(product.description, lexicon.language).slice(0, 240);
  return `- ${lexicon.name(product)} [id ${product.id}] | ${facts.join(' | ')}${description ? ` | ${description}` : ''}`;
}

export function passageLines(passages: readonly Passage[]): string {
  return passages.map(({ title, text }) => `- ${title}: ${text.slice(0, 1200)}`).join('\n');
}

export function orderLine(order: PackOrder, items: readonly string[], { language, say, list }: Lexicon): string {
  return `- ${say(`order.${order.status}`, {
    id: order.id,
    items: list(items),
    placed: formatDate(order.placedAt, language),
    eta: order.etaAt ? say('order.eta', { date: formatDate(order.etaAt, language) }) : '',
    carrier: order.carrier ? say('order.carrier', { carrier: order.carrier, tracking: order.tracking ?? '–' }) : '',
  })}`;
}

export function recommendationLine({ product, reasons }: Recommendation, pack: Pack, lexicon: Lexicon): string {
  const why = reasons.map((reason) => reasonText(reason, lexicon, pack)).filter((text) => text !== '');
  const line = productLine(product, pack, lexicon);
  return why.length === 0 ? line : `${line}\n  ${LABELS[lexicon.language].why}: ${why.join('; ')}`;
}

const LABELS = {
  en: {
    why: 'Why it suits',
    looked: 'Looked for',
    found: 'Products that fit, in all',
    ask: 'A question worth asking',
    budget: 'the budget',
    misread: 'Read as',
    near: 'Nearest products, which do not fit entirely',
    misses: 'Does not meet',
    instead: 'Instead, among',
    without: 'If this limit went:',
    noOrder: 'No order was found for',
    needOrder: 'No order number was given yet.',
    nothing: 'Nothing was found.',
    which: 'It is not clear which product is meant.',
    options: 'The customer can be offered',
  },
  zh: {
    why: '推荐理由',
    looked: '顾客要找的',
    found: '符合要求的产品总数',
    ask: '值得追问',
    budget: '预算',
    misread: '理解为',
    near: '接近但不完全符合的产品',
    misses: '不满足',
    instead: '也可以考虑',
    without: '如果不限',
    noOrder: '没有找到订单',
    needOrder: '顾客还没有提供订单号。',
    nothing: '没有找到任何资料。',
    which: '还不清楚说的是哪个产品。',
    options: '可以向顾客提供',
  },
} as const;

/** What a brief holds, in words: the facts its reply may state. */
export function factsOf(brief: Brief, pack: Pack, lexicon: Lexicon): string {
  const label = LABELS[lexicon.language];
  switch (brief.kind) {
    case 'recommend': {
      const lines = [`${label.looked}: ${wantPhrase(brief.filters, lexicon)}`, `${label.found}: ${brief.total}`];
      for (const [written, read] of brief.corrections) lines.push(`"${written}" ${label.misread} "${read}"`);
      if (brief.converted) {
        const { amount, currency, meant } = brief.converted;
        lines.push(`${formatMoney(amount, currency, lexicon.language)} ${label.misread} ${lexicon.money(meant)}`);
      }
      lines.push(...brief.recommendations.map((one) => recommendationLine(one, pack, lexicon)));
      if (brief.ask) {
        const what = brief.ask.facet === 'price' ? label.budget : lexicon.facet(brief.ask.facet);
        lines.push(`${label.ask}: ${what}`);
      }
      return lines.join('\n');
    }
    case 'nothing_found': {
      const lines = [`${label.looked}: ${wantPhrase(brief.filters, lexicon, brief.text)}`];
      if (brief.extreme) lines.push(productLine(brief.extreme, pack, lexicon));
      for (const { given, kind, product } of brief.instead ?? []) {
        lines.push(
          `${kind ? label.instead : label.without} ${wantPhrase(given, lexicon)}:`,
          productLine(product, pack, lexicon),
        );
      }
      if (brief.near.length > 0) lines.push(`${label.near}:`);
      for (const { recommendation } of brief.near) {
        lines.push(recommendationLine(recommendation, pack, lexicon));
      }
      return lines.join('\n');
    }
    case 'answer':
    case 'complaint':
      return brief.passages.length === 0 ? label.nothing : passageLines(brief.passages);
    case 'compare':
      return brief.products.map((product) => productLine(product, pack, lexicon)).join('\n');
    case 'product_facts':
      return [
        ...[brief.product, ...(brief.others ?? [])].map((product) => productLine(product, pack, lexicon)),
        passageLines(brief.passages),
      ]
        .filter(Boolean)
        .join('\n');
    case 'order':
      return orderLine(brief.order, brief.items, lexicon);
    case 'order_unknown':
      return `${label.noOrder}: ${brief.id}`;
    case 'order_which':
      return label.needOrder;
    case 'which_product':
    case 'compare_which':
      return label.which;
    case 'clarify':
      return brief.suggestions.length === 0 ? '' : `${label.options}: ${lexicon.list(brief.suggestions)}`;
    default:
      return '';
  }
}
