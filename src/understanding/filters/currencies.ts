const PREFIXES: Record<string, string> = {
  us$: 'USD',
  usd: 'USD',
  $: '$',
  '£': 'GBP',
  gbp: 'GBP',
  '€': 'EUR',
  eur: 'EUR',
  '¥': '¥',
  '￥': '¥',
  rmb: 'CNY',
  cny: 'CNY',
  hk$: 'HKD',
  hkd: 'HKD',
  a$: 'AUD',
  aud: 'AUD',
  c$: 'CAD',
  cad: 'CAD',
  s$: 'SGD',
  sgd: 'SGD',
  nt$: 'TWD',
  jpy: 'JPY',
  '₩': 'KRW',
  '₹': 'INR',
  人民币: 'CNY',
  美元: 'USD',
  美金: 'USD',
  港币: 'HKD',
  港元: 'HKD',
  欧元: 'EUR',
  英镑: 'GBP',
  日元: 'JPY',
  日币: 'JPY',
  台币: 'TWD',
};
const SUFFIXES: Record<string, string> = {
  dollars: '$',
  dollar: '$',
  'us dollars': 'USD',
  bucks: '$',
  buck: '$',
  usd: 'USD',
  $: '$',
  euros: 'EUR',
  euro: 'EUR',
  eur: 'EUR',
  '€': 'EUR',
  pounds: 'GBP',
  pound: 'GBP',
  quid: 'GBP',
  gbp: 'GBP',
  '£': 'GBP',
  yuan: 'CNY',
  rmb: 'CNY',
  cny: 'CNY',
  kuai: 'CNY',
  yen: 'JPY',
  jpy: 'JPY',
  hkd: 'HKD',
  aud: 'AUD',
  cad: 'CAD',
  sgd: 'SGD',
  rupees: 'INR',
  inr: 'INR',
  krw: 'KRW',
  won: 'KRW',
  '¥': '¥',
  元人民币: 'CNY',
  块人民币: 'CNY',
  人民币: 'CNY',
  块钱: 'CNY',
  块大洋: 'CNY',
  大洋: 'CNY',
  元钱: 'CNY',
  元: 'CNY',
  块: 'CNY',
  圆: 'CNY',
  塊: 'CNY',
  美元: 'USD',
  美金: 'USD',
  美刀: 'USD',
  刀: 'USD',
  欧元: 'EUR',
  欧: 'EUR',
  英镑: 'GBP',
  镑: 'GBP',
  日元: 'JPY',
  日币: 'JPY',
  港币: 'HKD',
  港元: 'HKD',
  港纸: 'HKD',
  新台币: 'TWD',
  台币: 'TWD',
  韩元: 'KRW',
  韩币: 'KRW',
  新币: 'SGD',
  澳元: 'AUD',
  加元: 'CAD',
  钱: 'CNY',
};
const DOLLARS = new Set(['USD', 'AUD', 'CAD', 'SGD', 'HKD', 'TWD', 'NZD', 'MXN']);

const escaped = (word: string) => word.replace(/[$.*+?^()|[\]{}\\]/g, '\\$&');
const alternatives = (words: string[]) =>
  words
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|');
const PREFIX = new RegExp(`(?:^|[^a-z])(${alternatives(Object.keys(PREFIXES))})\\s?$`);
const SUFFIX = new RegExp(
  `\\s?(${alternatives(Object.keys(SUFFIXES)).replace(/(?<=[a-z])(?=\||$)/g, '(?![a-z])')})`,
  'y',
);

/** The currency word that ends at `at` ("$", "USD "), as ISO 4217 in the light of the shop's own, and where it starts. */
export function currencyBefore(text: string, at: number, own: string): { code: string; start: number } | undefined {
  const match = PREFIX.exec(text.slice(Math.max(0, at - 7), at));
  return match
    ? {
        code: resolve(PREFIXES[match[1]!]!, own),
        start: at - match[0].replace(/^[^a-z$£€¥￥₩₹人美港欧英日台]/, '').length,
      }
    : undefined;
}

/** The currency word that starts at `at` (a space may stand before it), and where it ends. */
export function currencyAfter(text: string, at: number, own: string): { code: string; end: number } | undefined {
  SUFFIX.lastIndex = at;
  const match = SUFFIX.exec(text);
  return match ? { code: resolve(SUFFIXES[match[1]!]!, own), end: at + match[0].length } : undefined;
}

/** A bare "$" is the shop's own dollar when it has one; "¥" is yuan unless the shop sells in yen. */
function resolve(code: string, own: string): string {
  if (code === '$') return DOLLARS.has(own) ? own : 'USD';
  if (code === '¥') return own === 'JPY' ? 'JPY' : 'CNY';
  return code;
}
