import { localize, type Pack, type Product } from '../../knowledge/pack.ts';
import type { ReplyLanguage } from '../../understanding/understanding.ts';
import type { Brief } from '../brief.ts';
import { en } from '../wording/en.ts';
import { zh } from '../wording/zh.ts';
import type { Evidence } from './violation.ts';

const WORDING = { en, zh };

type Mutable = {
  products: Product[];
  passages: { text: string; answer?: string; title?: string }[];
  orders: { order: Extract<Brief, { kind: 'order' }>['order']; items: string[] }[];
  texts: string[];
  facts: string[];
  counts: number[];
};

/** The facts that a turn's briefs hold; tools' results, the customer's words and what is forbidden come on top. */
export function evidenceOfBriefs(
  briefs: readonly Brief[],
  language: ReplyLanguage,
  pack: Pick<Pack, 'products'>,
): Evidence {
  const found: Mutable = { products: [], passages: [], orders: [], texts: [], facts: [], counts: [] };
  for (const brief of briefs) addBrief(brief, { language, pack }, found);
  return {
    products: [...new Map(found.products.map((product) => [product.id, product])).values()],
    passages: found.passages,
    orders: found.orders,
    texts: found.texts,
    customerFacts: found.facts,
    counts: found.counts,
    noteShown: briefs.length > 0 && briefs.every(({ kind }) => kind === 'privacy_why'),
  };
}

function addBrief(
  brief: Brief,
  { language, pack }: { language: ReplyLanguage; pack: Pick<Pack, 'products'> },
  found: Mutable,
): void {
  switch (brief.kind) {
    case 'recommend': {
      found.products.push(...brief.recommendations.map(({ product }) => product));
      found.counts.push(brief.total);
      addFilters(brief.filters, found);
      for (const { reasons } of brief.recommendations) {
        for (const reason of reasons) if (reason.kind === 'cheaper') found.counts.push(reason.than);
      }
      if (brief.converted) {
        found.facts.push(`${brief.converted.amount} ${brief.converted.currency}`);
        found.counts.push(brief.converted.meant);
      }
      for (const correction of brief.corrections) found.facts.push(...correction);
      break;
    }
    case 'nothing_found':
      found.products.push(...brief.near.map(({ recommendation }) => recommendation.product));
      if (brief.extreme) found.products.push(brief.extreme);
      for (const { given, product } of brief.instead ?? []) {
        found.products.push(product);
        addFilters(given, found);
      }
      found.facts.push(brief.text);
      addFilters(brief.filters, found);
      break;
    case 'answer':
    case 'complaint':
      found.passages.push(...brief.passages);
      for (const { uncovered } of brief.passages) if (uncovered) found.facts.push(uncovered);
      break;
    case 'fixed_answer':
      found.texts.push(brief.text);
      if (brief.uncovered) found.facts.push(brief.uncovered);
      if (brief.faq) {
        const { question, answer } = brief.faq;
        found.passages.push({ title: localize(question, language), text: localize(answer, language) });
      }
      break;
    case 'compare':
      found.products.push(...brief.products);
      break;
    case 'product_facts':
      found.products.push(brief.product, ...(brief.others ?? []));
      found.passages.push(...brief.passages);
      break;
    case 'order':
      found.orders.push({ order: brief.order, items: brief.items });
      break;
    case 'order_unknown':
      found.facts.push(brief.id);
      break;
    case 'privacy_export':
      found.facts.push(...brief.known);
      if (brief.link) found.texts.push(brief.link, WORDING[language]['privacy.export.file'].join('\n'));
      break;
    case 'privacy_erased':
      found.counts.push(brief.records);
      break;
    case 'privacy_why':
      for (const { name } of brief.items) {
        found.products.push(...pack.products.filter((one) => one.name.en === name || one.name.zh === name));
      }
      break;
    case 'preference_noted':
      found.facts.push(...brief.liked, ...brief.disliked);
      break;
  }
}

/** The customer's limits are theirs to be told back. */
function addFilters(filters: Extract<Brief, { kind: 'recommend' }>['filters'], found: Mutable): void {
  for (const amount of [filters.minPrice, filters.maxPrice, filters.aboutPrice]) {
    if (amount !== undefined) found.counts.push(amount);
  }
  found.facts.push(...(filters.brandInclude ?? []), ...(filters.brandExclude ?? []));
  for (const values of Object.values(filters.alternatives ?? {})) found.facts.push(...values);
  for (const value of Object.values(filters.attributes ?? {})) {
    if (typeof value === 'number' || typeof value === 'string') found.facts.push(String(value));
    else if (typeof value === 'object') {
      for (const bound of [value.min, value.max]) if (bound !== undefined) found.facts.push(String(bound));
    }
  }
}
