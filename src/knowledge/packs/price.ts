/** What a written price says, or why it cannot be read. */
export type PriceReading = { amount: number } | { problem: string };

/** Signs and words at either end of a price, likeliest first. `$` and `¥` are several currencies', so they only rule others out. */
const CURRENCY_SIGNS: Record<string, string[]> = {
  '€': ['EUR'],
  '£': ['GBP'],
  '₹': ['INR'],
  '₩': ['KRW'],
  '₽': ['RUB'],
  '₫': ['VND'],
  '฿': ['THB'],
  '¥': ['CNY', 'JPY'],
  元: ['CNY', 'TWD', 'HKD'],
  人民币: ['CNY'],
  RMB: ['CNY'],
  US$: ['USD'],
  HK$: ['HKD'],
  NT$: ['TWD'],
  A$: ['AUD'],
  C$: ['CAD'],
  S$: ['SGD'],
  $: ['USD', 'AUD', 'CAD', 'NZD', 'SGD', 'HKD', 'TWD', 'MXN', 'BRL', 'ARS', 'CLP', 'COP'],
};

/**
 * Reads a price in the forms feeds use: `1299`, `1,299.00`, `1.299,00`, `1 299,00`, `￥1,299`, `15.00 USD`.
 * With both marks the last is the decimal one; one comma before exactly three digits groups; one dot before exactly
 * three digits may mean either and is not guessed, unless the currency tells (three decimals, or none).
 */
export function parsePrice(written: string | number, currency: string): PriceReading {
  if (typeof written === 'number') return checked(written, String(written), currency);
  if (written.length > 60) return { problem: `"${written.slice(0, 60)}…" is not a price` };
  const text = written.normalize('NFKC').replace('\u2212', '-').trim();
  const { digits, currencies } = stripCurrency(text);
  if (currencies !== undefined && !currencies.includes(currency)) {
    return { problem: `"${written}" is not in ${currency}` };
  }
  if (/^-/.test(digits)) return { problem: `price "${written}" is negative` };
  const plain = plainNumber(digits, decimalsOf(currency));
  if (plain === undefined) return { problem: `"${written}" is not a price` };
  if (plain === 'ambiguous') {
    return {
      problem: `price "${written}" is ambiguous: write ${digits.replace(/[.,]/, '')} or ${Number(digits.replace(',', '.')).toFixed(2)}`,
    };
  }
  return checked(Number(plain), written, currency);
}

/** The currency a written price names, or most likely means: `15.00 USD`, `€20`; for `¥` CNY, for `$` USD. */
export function currencyIn(written: string): string | undefined {
  const { currencies } = stripCurrency(written.slice(0, 60).normalize('NFKC').trim());
  return currencies?.[0];
}

/** Whether ISO 4217 knows the code. */
export function isCurrency(code: string): boolean {
  return KNOWN_CURRENCIES.has(code);
}

const KNOWN_CURRENCIES = new Set(Intl.supportedValuesOf('currency'));

function stripCurrency(text: string): { digits: string; currencies?: string[] } {
  const match = /^(-?)\s*([^\d\s.,-][^\d.,-]*?)?\s*(-?[\d.,'’\s]*\d)\s*([^\d\s.,][^\d]*)?$/u.exec(text);
  if (match === null) return { digits: text };
  const [, sign, before, number, after] = match;
  const digits = `${sign}${number}`.trim();
  const words = [before, after].filter((word) => word !== undefined).map((word) => word.trim());
  if (words.length === 0) return { digits };
  const named = words.map(
    (word) => CURRENCY_SIGNS[word.toUpperCase()] ?? (isCurrency(word.toUpperCase()) ? [word.toUpperCase()] : undefined),
  );
  if (named.some((each) => each === undefined)) return { digits: text };
  const currencies = named.map((each) => each!).reduce((all, some) => all.filter((code) => some.includes(code)));
  return currencies.length === 0 ? { digits: text } : { digits, currencies };
}

/** The number in plain notation; undefined when it is none. */
function plainNumber(digits: string, decimals: number): string | 'ambiguous' | undefined {
  const text = digits.replace(/(?<=\d)[\s'’](?=\d{3})/g, '').replace(/^(?=[.,])/, '0');
  if (/^\d+$/.test(text)) return text;
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  const mark = text[last] === ',' ? ',' : '.';
  const whole = text.slice(0, last);
  const fraction = text.slice(last + 1);
  if (!/^\d+$/.test(fraction) || !/^[\d.,]*\d$/.test(whole)) return undefined;
  const other = mark === '.' ? ',' : '.';
  if (whole.includes(other)) return isGrouped(whole, other) ? `${ungrouped(whole)}.${fraction}` : undefined;
  if (whole.includes(mark)) return isGrouped(text, mark) ? ungrouped(text) : undefined;
  if (fraction.length === 3 && whole.length <= 3 && !whole.startsWith('0')) {
    if (decimals === 3) return mark === '.' ? `${whole}.${fraction}` : 'ambiguous';
    return mark === ',' || decimals === 0 ? `${whole}${fraction}` : 'ambiguous';
  }
  return mark === '.' || fraction.length <= 2 ? `${whole}.${fraction}` : undefined;
}

/** Western groups of three, or the Indian two-two-three. */
function isGrouped(text: string, mark: ',' | '.'): boolean {
  return mark === ',' ? /^\d{1,3}(,\d{2,3})*,\d{3}$/.test(text) : /^\d{1,3}(\.\d{3})+$/.test(text);
}

const ungrouped = (text: string) => text.replace(/[.,]/g, '');

/** Asking Intl is slow, and a feed asks for every price. */
const DECIMALS = new Map<string, number>();

function decimalsOf(currency: string): number {
  let decimals = DECIMALS.get(currency);
  if (decimals === undefined) {
    decimals =
      new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
    DECIMALS.set(currency, decimals);
  }
  return decimals;
}

function checked(amount: number, written: string, currency: string): PriceReading {
  if (!Number.isFinite(amount)) return { problem: `"${written}" is not a price` };
  if (amount < 0) return { problem: `price "${written}" is negative` };
  const unit = 10 ** Math.max(2, decimalsOf(currency));
  return { amount: Math.round(amount * unit) / unit };
}
