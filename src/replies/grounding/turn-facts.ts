import { localize, type Pack, type PackOrder } from '../../knowledge/pack.ts';
import { keysOfDate } from './dates.ts';
import { foldUnicode } from './fold.ts';
import type { ProductFacts } from './product-facts.ts';
import { readFacts, type TextFacts, tokensOf } from './text-facts.ts';
import type { Evidence } from './violation.ts';

/** The evidence of one turn, read. */
export interface TurnFacts {
  pack: Pack;
  currency: string;
  products: readonly ProductFacts[];
  /** Passages, fixed answers, how the business is reached, its notice. */
  texts: readonly TextFacts[];
  /** What the customer said and what is known of them. */
  customer: TextFacts;
  orders: readonly PackOrder[];
  /** Order numbers, items, carriers, in lower case. */
  orderText: string;
  /** The same one by one. */
  orderNames: readonly string[];
  counts: ReadonlySet<number>;
  /** Every number of the evidence, whatever it counts. */
  numbers: ReadonlySet<number>;
  /** Every Latin word or number of the evidence and of the customer. */
  tokens: ReadonlySet<string>;
  /** Every date the evidence or the customer names. */
  dates: ReadonlySet<string>;
  /** Folded, lower case: passages and fixed texts in one. */
  said: string;
}

/** The pack's texts that every reply may quote. */
export function standingTexts(pack: Pack): TextFacts[] {
  const texts = (['en', 'zh'] as const).flatMap((language) => [
    readFacts(
      [localize(pack.contact, language), localize(pack.notice, language), localize(pack.name, language)].join('\n'),
      pack.currency,
    ),
    ...Object.values(pack.wording[language]).map((variants) => readFacts(variants.join('\n'), pack.currency)),
  ]);
  return texts.map((text) => ({ ...text, standing: true }));
}

/** Reads a turn's evidence once for all checks. */
export function readEvidence(
  evidence: Evidence,
  {
    pack,
    standing,
    readProduct,
  }: {
    pack: Pack;
    standing: readonly TextFacts[];
    readProduct: (product: Evidence['products'][number]) => ProductFacts;
  },
): TurnFacts {
  const products = evidence.products.map(readProduct);
  const texts = [
    ...evidence.passages.map(({ text, answer, title }) =>
      readFacts([title, text, answer].filter(Boolean).join('\n'), pack.currency, title),
    ),
    ...(evidence.texts ?? []).map((text) => readFacts(text, pack.currency)),
    ...standing,
  ];
  const customer = readFacts(
    [evidence.customerMessage, ...(evidence.customerFacts ?? [])].filter(Boolean).join('\n'),
    pack.currency,
  );
  const orders = (evidence.orders ?? []).map(({ order }) => order);
  const orderText = foldUnicode(
    (evidence.orders ?? [])
      .flatMap(({ order, items }) => [order.id, order.carrier, order.tracking, ...items])
      .filter((word) => word !== undefined)
      .join('\n'),
  ).toLowerCase();
  const all = [...products.map(({ text }) => text), ...texts, customer];
  const numbers = new Set<number>(evidence.counts);
  const dates = new Set<string>();
  for (const { quantities, dates: marks } of all) {
    for (const { value } of quantities) numbers.add(value);
    for (const { key } of marks) dates.add(key);
  }
  for (const { price, listPrice, product, measures } of products) {
    for (const value of [price, listPrice, product.rating]) if (value != null) numbers.add(value);
    for (const { base } of measures) numbers.add(base);
  }
  for (const { placedAt, etaAt } of orders) {
    for (const iso of [placedAt, etaAt]) for (const key of iso ? keysOfDate(iso) : []) dates.add(key);
  }
  const tokens = new Set<string>(tokensOf(orderText));
  for (const { tokens: own } of all) for (const token of own) tokens.add(token);
  return {
    pack,
    currency: pack.currency,
    products,
    texts,
    customer,
    orders,
    orderText,
    orderNames: orderText.split('\n').filter((name) => name !== ''),
    counts: new Set(evidence.counts),
    numbers,
    tokens,
    dates,
    said: [...texts.map(({ lower }) => lower), orderText].join('\n'),
  };
}
