import { localize, type Pack, type Product } from '../knowledge/pack.ts';
import { brandNamesOf } from '../knowledge/packs/brand-names.ts';
import { wantedColors } from '../understanding/filters/alternatives.ts';
import type { AttributeFilter, Filters, ReplyLanguage } from '../understanding/understanding.ts';
import type { Say } from './wording/wording.ts';

const plainNumber = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });
const moneyFormats = new Map<string, Intl.NumberFormat>();

/** An amount as customers of that language read it, without idle decimals: "$399", "$12.50", "¥2,999". */
export function formatMoney(amount: number, currency: string, language: ReplyLanguage): string {
  const digits = Number.isInteger(amount) ? 0 : 2;
  const key = `${language}${currency}${digits}`;
  let format = moneyFormats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en-US', {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
    moneyFormats.set(key, format);
  }
  return format.format(amount);
}

const dateFormats: Record<ReplyLanguage, Intl.DateTimeFormat> = {
  en: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
  zh: new Intl.DateTimeFormat('zh-CN', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
};

/** An ISO date in words; the text itself when it is no date. */
export function formatDate(iso: string, language: ReplyLanguage): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? iso : dateFormats[language].format(date);
}

/** Everything a writer needs to turn ids and numbers into words. */
export interface Lexicon {
  readonly language: ReplyLanguage;
  say: Say;
  money(amount: number): string;
  category(id: string): string;
  color(id: string): string;
  /** A brand as customers of the language know it: "翼若" of Aerowyn, where the product names tell. */
  brand(id: string): string;
  attributeName(id: string): string;
  /** A value with its unit or name: "256 GB", "wireless", "yes". */
  attributeValue(id: string, value: unknown): string;
  /** The attribute id's or facet's name in words. */
  facet(id: string): string;
  list(items: readonly string[]): string;
  name(product: Product): string;
}

/** The words of one pack in one language. */
export function createLexicon(pack: Pack, language: ReplyLanguage, say: Say): Lexicon {
  const attributes = new Map(pack.attributes.map((attribute) => [attribute.id, attribute]));
  const categories = new Map(pack.categories.map((category) => [category.id, category]));
  const colors = new Map(pack.colors.map((color) => [color.id, color]));
  const colorNames = language === 'zh' ? COLORS_ZH : {};
  const words = new Set(['color', 'brand', 'size', 'price', 'stock', 'rating', 'category', 'currency', 'attributes']);

  const lexicon: Lexicon = {
    language,
    say,
    money: (amount) => formatMoney(amount, pack.currency, language),
    category: (id) => {
      const name = localize(categories.get(id)?.name, language) || id;
      return language === 'en' ? lowerFirst(name) : name;
    },
    color: (id) => localize(colors.get(id)?.name, language) || (colorNames as Record<string, string>)[id] || id,
    brand: (id) => (language === 'zh' ? (brandsOf(pack).get(id.toLowerCase()) ?? id) : id),
    attributeName: (id) => {
      const name = localize(attributes.get(id)?.name, language) || id;
      return language === 'en' ? lowerFirst(name) : name;
    },
    attributeValue: (id, value) => {
      const attribute = attributes.get(id);
      if (Array.isArray(value)) return lexicon.list(value.map((item) => lexicon.attributeValue(id, item)));
      if (typeof value === 'boolean') return say(value ? 'word.yes' : 'word.no');
      if (typeof value === 'number') {
        // An amount of money, such as a fee, reads as prices do.
        if (/^[A-Z]{3}$/.test(attribute?.unit ?? '')) return formatMoney(value, attribute!.unit!, language);
        const unit = unitName(attribute?.unit ?? '', language);
        return `${plainNumber.format(value)}${/^[a-z]/i.test(unit) ? ' ' : ''}${unit}`;
      }
      return localize(attribute?.values.find((entry) => entry.id === value)?.name, language) || String(value);
    },
    facet: (id) => (words.has(id) ? say(`word.${id}` as 'word.color') : lexicon.attributeName(id)),
    list: (items) => items.join(say('word.join')),
    name: (product) => localize(product.name, language),
  };
  return lexicon;
}

const chineseBrands = new WeakMap<Pack, Map<string, string>>();

/** The Chinese names of a pack's brands, by the brand in small letters. */
function brandsOf(pack: Pack): Map<string, string> {
  let names = chineseBrands.get(pack);
  if (names === undefined) {
    names = new Map();
    for (const [brand, written] of brandNamesOf(pack)) {
      const chinese = written.find((name) => /\p{Script=Han}/u.test(name));
      if (chinese !== undefined) names.set(brand, chinese);
    }
    chineseBrands.set(pack, names);
  }
  return names;
}

const UNITS_ZH: Record<string, string> = {
  inch: '英寸',
  h: '小时',
  min: '分钟',
  months: '个月',
  years: '年',
  days: '天',
  nights: '晚',
  x: '倍',
  m2: 'm²',
};

function unitName(unit: string, language: ReplyLanguage): string {
  if (language === 'zh') return UNITS_ZH[unit] ?? unit;
  return unit === 'm2' ? 'm²' : unit;
}

const COLORS_ZH = {
  black: '黑色',
  white: '白色',
  grey: '灰色',
  silver: '银色',
  gold: '金色',
  red: '红色',
  blue: '蓝色',
  green: '绿色',
  pink: '粉色',
  purple: '紫色',
  yellow: '黄色',
  orange: '橙色',
  brown: '棕色',
  beige: '米色',
};

/** Lower-cases a first letter unless the word is an acronym ("TVs", "E-readers" -> "TVs", "e-readers"). */
function lowerFirst(text: string): string {
  return /^[A-Z][a-z-]/.test(text) ? text[0].toLowerCase() + text.slice(1) : text;
}

/** The customer's limits in words, ready to follow or precede the category's name. */
export function limitPhrases(filters: Filters, lexicon: Lexicon): string[] {
  const { say, money } = lexicon;
  const phrases: string[] = [];
  for (const brand of filters.brandInclude ?? []) phrases.push(say('limit.brand', { brand: lexicon.brand(brand) }));
  for (const brand of filters.brandExclude ?? []) phrases.push(say('limit.brand.not', { brand: lexicon.brand(brand) }));
  const colors = wantedColors(filters).map(lexicon.color);
  if (colors.length > 0) phrases.push(say('limit.color', { color: colors.join(say('word.or')) }));
  for (const color of filters.colorExclude ?? []) phrases.push(say('limit.color.not', { color: lexicon.color(color) }));
  for (const [id, value] of Object.entries(filters.attributes ?? {}))
    phrases.push(...attributePhrases(id, value, lexicon, filters.alternatives?.[id]));
  for (const [id, values] of Object.entries(filters.attributesExclude ?? {}))
    for (const value of values) phrases.push(say('limit.value.not', { value: lexicon.attributeValue(id, value) }));
  const { minPrice, maxPrice, aboutPrice } = filters;
  if (aboutPrice !== undefined) phrases.push(say('limit.about', { about: money(aboutPrice) }));
  else if (minPrice !== undefined && maxPrice !== undefined) {
    phrases.push(say('limit.range', { min: money(minPrice), max: money(maxPrice) }));
  } else if (maxPrice !== undefined) phrases.push(say('limit.max', { max: money(maxPrice) }));
  else if (minPrice !== undefined) phrases.push(say('limit.min', { min: money(minPrice) }));
  return phrases;
}

function attributePhrases(id: string, value: AttributeFilter, lexicon: Lexicon, others: string[] = []): string[] {
  const attribute = lexicon.attributeName(id);
  const { say } = lexicon;
  if (typeof value === 'boolean') return [say(value ? 'limit.attribute.with' : 'limit.attribute.not', { attribute })];
  if (typeof value !== 'object')
    return [
      say('limit.attribute', {
        attribute,
        value: [value, ...others].map((one) => lexicon.attributeValue(id, one)).join(say('word.or')),
      }),
    ];
  const { min, max } = value;
  if (min !== undefined && max !== undefined) {
    const ends = { min: lexicon.attributeValue(id, min), max: lexicon.attributeValue(id, max) };
    return [say('limit.attribute.range', { attribute, ...ends })];
  }
  const phrases: string[] = [];
  if (value.min !== undefined) {
    phrases.push(say('limit.attribute.min', { attribute, value: lexicon.attributeValue(id, value.min) }));
  }
  if (value.max !== undefined) {
    phrases.push(say('limit.attribute.max', { attribute, value: lexicon.attributeValue(id, value.max) }));
  }
  return phrases;
}

/** "phones under $400, not Apple" / "$400以内、不要Apple的手机". */
export function wantPhrase(filters: Filters, lexicon: Lexicon, fallback?: string): string {
  const noun = filters.category ? lexicon.category(filters.category) : (fallback ?? lexicon.say('word.products'));
  const limits = limitPhrases(filters, lexicon);
  if (limits.length === 0) return noun;
  return lexicon.language === 'zh' ? `${limits.join('、')}的${noun}` : `${noun} ${limits.join(', ')}`;
}
