import { localize } from '../../knowledge/pack.ts';
import type { Filters } from '../../understanding/understanding.ts';
import type { Brief, WayOut } from '../brief.ts';
import { renderCard } from '../cards.ts';
import { limitPhrases, wantPhrase } from '../format.ts';
import type { Choice } from '../reply.ts';
import { convertedText } from './recommendations.ts';
import type { Draft, Scene } from './writer.ts';

type NothingBrief = Extract<Brief, { kind: 'nothing_found' }>;

/** Limits that the nearest goods break, offered to be given up. */
const LIMITS_OFFERED = 2;
/** The names that choices have for filters. */
const LIMIT_OF: Partial<Record<keyof Filters, string>> = {
  minPrice: 'price',
  maxPrice: 'price',
  aboutPrice: 'price',
  brandInclude: 'brand',
  color: 'color',
  size: 'size',
  attributes: 'attributes',
};

const NAMES = Object.keys(LIMIT_OF) as (keyof Filters)[];

/** The id of the button that takes a way out. */
export const widenChoice = ({ limit, kind }: Pick<WayOut, 'limit' | 'kind'>, move: NothingBrief['move']): string =>
  ['widen', limit, move === 'cheaper' ? 'cheap' : 'any', ...(kind ? [kind] : [])].join(':');

export function writeNothingFound(brief: NothingBrief, scene: Scene): Draft {
  const { lexicon, pack } = scene;
  const { say } = lexicon;
  const limited = Object.keys(brief.filters).some((name) => name !== 'category');
  const key =
    brief.move === 'new' || brief.move === 'refined'
      ? limited
        ? brief.filters.category
          ? 'nothing.filtered'
          : brief.text
            ? 'nothing.text'
            : 'nothing.suits'
        : 'nothing.new'
      : (`nothing.${brief.move}` as const);
  const noun =
    key === 'nothing.new' && !brief.filters.category && brief.text ? quoted(brief.text, lexicon.language) : undefined;
  const { extreme } = brief;
  const lines = [
    say(key, {
      what: wantPhrase(brief.filters, lexicon, noun),
      text: shortened(brief.text),
      ...(extreme && { name: lexicon.name(extreme), price: lexicon.money(extreme.price ?? 0) }),
    }),
  ];
  // Of goods that only come near none is the cheapest of what was asked for.
  if (extreme && brief.move === 'refined')
    lines.push(say('nothing.cheapest_near', { name: lexicon.name(extreme), price: lexicon.money(extreme.price ?? 0) }));
  const instead = waysOut(brief, scene);
  lines.push(...instead);
  if (brief.converted) lines.unshift(convertedText(brief.converted, lexicon));
  const notice = localize(pack.notice, lexicon.language);
  if (brief.near.length > 0) {
    lines.push(lines.pop() + (lexicon.language === 'zh' ? '' : ' ') + say('nothing.near'));
    if (notice) lines.push(`_${notice}_`);
  }
  return {
    text: lines.join('\n\n'),
    products: brief.near.map(({ recommendation }) => renderCard(recommendation, pack, lexicon)),
    choices: [...choicesOf(brief, scene), { id: 'human', text: say('choice.human') }],
  };
}

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

function quoted(text: string, language: 'en' | 'zh'): string {
  const short = shortened(text);
  return language === 'zh' ? `“${short}”这样的商品` : `anything like “${short}”`;
}

/** One line: what there would be without a limit or of another kind; else the sale, or another wish. */
function waysOut({ extreme, instead = [], move }: NothingBrief, { lexicon }: Scene): string[] {
  const { say, money } = lexicon;
  if (instead.length === 0 && (move === 'new' || move === 'refined' || move === 'promotion')) return [];
  const said = instead.map(({ kind, given, product }) => {
    const facts = { name: lexicon.name(product), price: money(product.price ?? 0) };
    return kind
      ? say('nothing.kind', { what: lexicon.category(kind), ...facts })
      : say('nothing.without', { limit: limitPhrases(given, lexicon).join(say('word.join')), ...facts });
  });
  if (
    move === 'cheaper' &&
    extreme?.listPrice !== undefined &&
    extreme.price !== null &&
    extreme.listPrice > extreme.price
  )
    said.unshift(say('nothing.reduced', { listPrice: money(extreme.listPrice) }));
  said.push(say(instead.length > 0 ? 'nothing.show' : 'nothing.other'));
  return [said.join(lexicon.language === 'zh' ? '' : ' ')];
}

function choicesOf({ instead = [], near, filters, move }: NothingBrief, { lexicon, pack }: Scene): Choice[] {
  const { say } = lexicon;
  const without = (given: Filters) => {
    const [limit] = limitPhrases(given, lexicon);
    return limit === undefined ? undefined : say('choice.without', { limit });
  };
  const ways = instead.flatMap((way): Choice[] => {
    const text = way.kind ? lexicon.category(way.kind) : without(way.given);
    return text === undefined ? [] : [{ id: widenChoice(way, move), text }];
  });
  const fresh = move === 'new' || move === 'refined' || move === 'beyond';
  const broken = near.length > 0 ? near[0].violates : fresh && instead.length === 0 ? NAMES : [];
  for (const name of broken) {
    const limit = LIMIT_OF[name];
    const text = limit && filters[name] !== undefined ? without({ [name]: filters[name] }) : undefined;
    if (limit && text && ways.length < LIMITS_OFFERED) ways.push({ id: widenChoice({ limit }, move), text });
  }
  if (move === 'cheaper' && hasOffers(pack)) ways.push({ id: 'offers', text: say('choice.offers') });
  return ways;
}

const hasOffers = ({ products }: Scene['pack']): boolean =>
  products.some(({ price, listPrice }) => price !== null && listPrice !== undefined && listPrice > price);
