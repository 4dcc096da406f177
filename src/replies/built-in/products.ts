import { localize, type Product } from '../../knowledge/pack.ts';
import type { Brief } from '../brief.ts';
import { renderCard } from '../cards.ts';
import type { Lexicon } from '../format.ts';
import type { Choice, Table } from '../reply.ts';
import type { Draft, Scene } from './writer.ts';

type FactsBrief = Extract<Brief, { kind: 'product_facts' }>;
type AlertBrief = Extract<Brief, { kind: 'stock_alert' }>;
type CompareBrief = Extract<Brief, { kind: 'compare' }>;

/** At or under this many units the count is told. */
const FEW = 5;
/** Differences named in words under a comparison. */
const DIFFERENCES_NAMED = 3;

export function writeFacts({ product, asked, color, passages, others = [], unsure }: FactsBrief, scene: Scene): Draft {
  const { lexicon, pack } = scene;
  const lines =
    asked.length === 0
      ? [aboutText(product, lexicon)]
      : [product, ...others]
          .flatMap((one) => asked.map((fact) => factText(one, fact, lexicon, color)))
          .filter((line) => line !== '');
  const [passage] = passages;
  if (passage) lines.push(passage.answer);
  else if (unsure) lines.unshift(lexicon.say('facts.unsure'));
  const notice = localize(pack.notice, lexicon.language);
  if (notice) lines.push(`_${notice}_`);
  return {
    text: lines.join('\n\n'),
    ...(asked.length === 0 && { products: [renderCard({ product, score: 1, parts: {}, reasons: [] }, pack, lexicon)] }),
    ...(passage && { sources: [passage.source] }),
    ...(product.stock === 0 && { choices: [alertChoice(product, lexicon)] }),
  };
}

export function writeStockAlert({ product, state }: AlertBrief, { lexicon, pack }: Scene): Draft {
  const text = lexicon.say(`stock_alert.${state}`, { name: lexicon.name(product) });
  if (state === 'noted') return { text };
  return { text, products: [renderCard({ product, score: 1, parts: {}, reasons: [] }, pack, lexicon)] };
}

function alertChoice({ id }: Product, { say }: Lexicon): Choice {
  return { id: `notify:${id}`, text: say('choice.notify') };
}

function aboutText(product: Product, lexicon: Lexicon): string {
  const price =
    product.price === null ? '' : `${lexicon.money(product.price)}${lexicon.language === 'zh' ? '。' : '. '}`;
  return lexicon.say('facts.about', {
    name: lexicon.name(product),
    price,
    description: localize(product.description, lexicon.language),
  });
}

function colorText(product: Product, lexicon: Lexicon, asked: string | undefined): string {
  const { say } = lexicon;
  const name = lexicon.name(product);
  if (product.colors.length === 0) return say('facts.colors.none', { name });
  const values = lexicon.list(product.colors.map(lexicon.color));
  if (asked === undefined) return say('facts.colors', { name, values });
  const color = lexicon.color(asked);
  if (!product.colors.includes(asked)) return say('facts.colors.no', { name, color, values });
  return product.colors.length === 1
    ? say('facts.colors.only', { name, color })
    : say('facts.colors.yes', { name, color, values });
}

/** What the pack records about one asked thing. */
function factText(product: Product, fact: string, lexicon: Lexicon, color?: string): string {
  const { say } = lexicon;
  const name = lexicon.name(product);
  switch (fact) {
    case 'about':
      return aboutText(product, lexicon);
    case 'buy':
      return say('facts.buy', { name });
    case 'price':
      if (product.price === null) return say('facts.price.none', { name });
      if (product.listPrice !== undefined && product.listPrice > product.price) {
        return say('facts.price.reduced', {
          name,
          price: lexicon.money(product.price),
          listPrice: lexicon.money(product.listPrice),
        });
      }
      return say('facts.price', { name, price: lexicon.money(product.price) });
    case 'stock':
      if (product.stock === null) return say('facts.stock.uncounted', { name });
      if (product.stock === 0) return say('facts.stock.none', { name });
      return say(product.stock <= FEW ? 'facts.stock.few' : 'facts.stock.many', { name, count: product.stock });
    case 'color':
      return colorText(product, lexicon, color);
    case 'size':
      if (product.sizes.length === 0) return say('facts.sizes.none', { name });
      return say('facts.sizes', { name, values: lexicon.list(product.sizes) });
    case 'rating':
      if (product.rating === undefined) return say('facts.rating.none', { name });
      return say('facts.rating', { name, value: product.rating });
    default: {
      const attribute = lexicon.attributeName(fact);
      const value = product.attributes[fact];
      if (value === undefined || value === '') return say('facts.attribute.unknown', { name, attribute });
      return say('facts.attribute', { name, attribute, value: lexicon.attributeValue(fact, value) });
    }
  }
}

export function writeComparison({ products, asked = [] }: CompareBrief, given: Scene): Draft {
  const scene = { ...given, pack: askedFirst(given.pack, asked) };
  const { lexicon, pack } = scene;
  const { say } = lexicon;
  const unknown = asked.filter((id) => products.every(({ attributes }) => attributes[id] === undefined));
  const lines = [say('compare.intro')];
  // Of several names of one thing ("battery") one that is known is enough.
  if (unknown.length > 0 && unknown.length === asked.length)
    lines.unshift(say('compare.unknown', { attribute: lexicon.attributeName(unknown[0]) }));
  const named = products.length === 2 ? differences(products[0], products[1], scene) : leaders(products, scene);
  if (named.length > 0) lines.push(named.join('\n'));
  const notice = localize(pack.notice, lexicon.language);
  if (notice) lines.push(`_${notice}_`);
  return { text: lines.join('\n\n'), table: comparisonTable(products, scene) };
}

/** The pack with the attributes that are asked about before the others. */
function askedFirst(pack: Scene['pack'], asked: readonly string[]): Scene['pack'] {
  const isAsked = ({ id }: { id: string }) => asked.includes(id);
  return {
    ...pack,
    attributes: [...pack.attributes.filter(isAsked), ...pack.attributes.filter((one) => !isAsked(one))],
  };
}

function comparisonTable(products: Product[], { pack, lexicon }: Scene): Table {
  const { say } = lexicon;
  const rows: string[][] = [];
  const addRow = (label: string, cells: string[]) => {
    if (cells.some((cell) => cell !== '')) rows.push([label, ...cells.map((cell) => cell || '–')]);
  };
  addRow(
    say('word.price'),
    products.map(({ price }) => (price === null ? '' : lexicon.money(price))),
  );
  for (const attribute of pack.attributes) {
    addRow(
      lexicon.attributeName(attribute.id),
      products.map(({ attributes }) => {
        const value = attributes[attribute.id];
        return value === undefined ? '' : lexicon.attributeValue(attribute.id, value);
      }),
    );
  }
  addRow(
    say('word.color'),
    products.map(({ colors }) => lexicon.list(colors.map(lexicon.color))),
  );
  addRow(
    say('word.rating'),
    products.map(({ rating }) => (rating === undefined ? '' : String(rating))),
  );
  addRow(
    say('word.stock'),
    products.map(({ stock }) => stockText(stock, lexicon)),
  );
  return { columns: ['', ...products.map(lexicon.name)], rows };
}

function stockText(stock: number | null, { say }: Lexicon): string {
  if (stock === null) return '';
  if (stock === 0) return say('word.sold_out');
  return stock <= FEW ? say('word.left', { count: stock }) : say('word.in_stock');
}

/** The differences that matter, in words: price first, then the attributes of which more or less is better. */
function differences(first: Product, second: Product, { pack, lexicon }: Scene): string[] {
  const { say } = lexicon;
  const lines: string[] = [];
  if (first.price !== null && second.price !== null && first.price !== second.price) {
    const cheaper = first.price < second.price ? first : second;
    const amount = lexicon.money(Math.round(Math.abs(first.price - second.price) * 100) / 100);
    lines.push(`- ${say('compare.cheaper', { name: lexicon.name(cheaper), amount })}`);
  }
  for (const attribute of pack.attributes) {
    const a = first.attributes[attribute.id];
    const b = second.attributes[attribute.id];
    if (attribute.better === undefined || typeof a !== 'number' || typeof b !== 'number' || a === b) continue;
    const firstLeads = attribute.better === 'more' ? a > b : a < b;
    lines.push(
      `- ${say('compare.better', {
        name: lexicon.name(firstLeads ? first : second),
        attribute: lexicon.attributeName(attribute.id),
        value: lexicon.attributeValue(attribute.id, firstLeads ? a : b),
        other: lexicon.attributeValue(attribute.id, firstLeads ? b : a),
      })}`,
    );
    if (lines.length > DIFFERENCES_NAMED) break;
  }
  if (first.rating !== undefined && second.rating !== undefined && first.rating !== second.rating) {
    const [better, other] = first.rating > second.rating ? [first, second] : [second, first];
    lines.push(
      `- ${say('compare.rated', { name: lexicon.name(better), value: String(better.rating), other: String(other.rating) })}`,
    );
  }
  return lines.length > 0 ? lines : [say('compare.same')];
}

/** Of three or more: which is the cheapest, and which alone leads on what. */
function leaders(products: Product[], { pack, lexicon }: Scene): string[] {
  const { say } = lexicon;
  const lines: string[] = [];
  const cheapest = onlyBest(products, ({ price }) => (price === null ? undefined : -price));
  if (cheapest) {
    lines.push(
      `- ${say('compare.cheapest', { name: lexicon.name(cheapest), amount: lexicon.money(cheapest.price!) })}`,
    );
  }
  const rated = onlyBest(products, ({ rating }) => rating);
  if (rated) {
    const rating = { name: lexicon.name(rated), attribute: say('word.rating'), value: String(rated.rating) };
    lines.push(`- ${say('compare.leads', rating)}`);
  }
  for (const { id, better } of pack.attributes) {
    if (better === undefined || lines.length > DIFFERENCES_NAMED) continue;
    const best = onlyBest(products, ({ attributes }) => {
      const value = attributes[id];
      if (typeof value !== 'number') return undefined;
      return better === 'more' ? value : -value;
    });
    if (!best) continue;
    const value = lexicon.attributeValue(id, best.attributes[id]);
    lines.push(`- ${say('compare.leads', { name: lexicon.name(best), attribute: lexicon.attributeName(id), value })}`);
  }
  return lines;
}

/** The one product that beats all others, when each has the value and one alone is best. */
function onlyBest(products: Product[], value: (product: Product) => number | undefined): Product | undefined {
  const values = products.map(value);
  if (values.some((one) => one === undefined)) return undefined;
  const best = Math.max(...(values as number[]));
  const holders = products.filter((_, index) => values[index] === best);
  return holders.length === 1 ? holders[0] : undefined;
}
