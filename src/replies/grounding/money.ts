import { agrees, customerAmounts, isRound, near, pricesOf } from './amounts.ts';
import {
  countsSaid,
  isDifference,
  isPart,
  isReduction,
  isTotal,
  type Money,
  type MoneyScene,
  REDUCTION,
} from './computed.ts';
import type { ProductFacts } from './product-facts.ts';
import type { Quantity } from './quantities.ts';
import type { Reading, Subjects } from './reading.ts';
import { isSaidBy } from './support.ts';
import type { TurnFacts } from './turn-facts.ts';
import type { Violation } from './violation.ts';

const WAS_BEFORE =
  /(?:\bwas|\bwere|\boriginally|\bformerly|\bdown from|\binstead of|\breduced from|\bused to be|list price(?: of| is|:)?|regular(?:ly| price)?(?: of| is|:)?|usual(?:ly)?(?: price)?|原价(?:是|为|:|：)?|原来(?:是|要|卖)?|之前(?:是|要|卖)?|划线价|从)\s*(?:the |at )?\s*$/;
const WAS =
  /\b(?:was|were|before|instead|original(?:ly)?|list|regular|usual(?:ly)?|normally|reduced|down|previous(?:ly)?)\b|原价|之前|原来|划线|日常|降|从/;
const LEAD =
  /(?:^|[\s("'，、])(?:for|with|around|about|between|and|to|of|under|over|borrow|invest|save|put|deposit|have|spend)\s*$|(?:借|存|投|花|用|约|有|到|至|在|想要?|左右|和|-|^)\s*$/;
const PROMISED =
  /\b(?:refund|promise|pay you|compensat\w*|give you|credit you|owe|reimburse|confirm\w*|(?:can|may|will) have)\b|确认|卖(?:给)?[你您]|赔|承诺|补偿|退您?款|返还|送您/;
const ECHO =
  /\b(?:budget|limit|spend|in mind|your|you (?:said|asked|mentioned|want|set|have|gave)|price range|cap|ceiling|max)\b|预算|您说|您要|你说|您的|价位|范围|上限|控制/;
const LONG_PERIOD =
  /^\s?(?:(?:a|per|each|every|\/)\s?(month|year|week|day|hour)|\/\s?(?:月|年|周|天)|每?(?:个月|一年))/;
const LONG_PERIOD_BEFORE =
  /(?:每月|每年|每周|每天|月费|年费|monthly fee of|a monthly|a yearly|an annual)\s?(?:仅|只要|只需)?\s?$/;
const SUM =
  /\b(?:in total|total|together|altogether|combined|for (?:both|two|three|four|five|six))\b|一共|合计|总共|共计|加起来|两个人|两人|三个人|全家/;
const NOBODY = { customer: { lower: '', quantities: [], dates: [], tokens: new Set<string>(), sentences: [] } };
const RANGE = /^\s?(?:-|to|and|到|至)\s?[$€£¥]?\d/;

/** Checks every amount of money: whose price it is, in which currency, or how it follows from prices and texts. */
export function checkMoney(reading: Reading, facts: TurnFacts): Violation[] {
  const violations: Violation[] = [];
  for (const quantity of reading.quantities) {
    if (quantity.currency === undefined) continue;
    const violation = checkAmount(quantity as Money, reading, facts);
    if (violation) violations.push(violation);
  }
  return violations;
}

/** Checks one amount of money. */
export function checkAmount(money: Money, reading: Reading, facts: TurnFacts): Violation | undefined {
  const text = reading.text.slice(money.start, money.end).trim();
  const sentence = reading.sentenceAt(money.start);
  const scene: MoneyScene = {
    money,
    facts,
    reading,
    clause: reading.clause(money),
    sentence: reading.lower.slice(sentence.start, sentence.end),
    before: reading.lower.slice(Math.max(sentence.start, money.start - 30), money.start),
    after: reading.lower.slice(money.end, Math.min(sentence.end, money.end + 30)),
    subjects: reading.subjects(money),
  };
  if (money.currency !== facts.currency) return checkForeign(scene, text);
  if (isGrounded(scene)) return undefined;
  const expected = expectedPrices(scene.subjects);
  return {
    kind: 'price',
    text,
    ...(expected && { expected }),
    explain: expected
      ? `"${text}" is not supported by the facts; they say ${expected}.`
      : `No price, fee or sum of ${text} stands in the facts; leave it out.`,
  };
}

function isGrounded(scene: MoneyScene): boolean {
  return (
    isPrice(scene) ||
    isReduction(scene) ||
    isDifference(scene) ||
    isTotal(scene) ||
    isPart(scene) ||
    isBound(scene) ||
    isProductAmount(scene) ||
    isText(scene) ||
    isEcho(scene)
  );
}

/** Another currency only where a text or the customer used it, or as a conversion called approximate. */
function checkForeign(scene: MoneyScene, text: string): Violation | undefined {
  const { money, facts, clause, sentence, subjects } = scene;
  const fits = (one: Quantity) => one.value === money.value && one.currency === money.currency;
  if (facts.customer.quantities.some(fits) && (subjects.products.length === 0 || isTheirs(scene))) return undefined;
  if (isSaidBy(facts.texts, money, { clause, sentence, fits })) return undefined;
  if (
    subjects.products.some(({ measures }) =>
      measures.some((one) => one.currency === money.currency && one.base === money.value),
    )
  ) {
    return undefined;
  }
  const rate = facts.pack.exchange?.[money.currency];
  const sources = [...pricesOf(subjects.products), ...customerAmounts(facts)];
  if (rate && money.hedge === 'about' && sources.some((own) => near(own * rate, money.value, 0.015))) return undefined;
  const known = facts.numbers.has(money.value);
  return {
    kind: known ? 'currency' : 'price',
    text,
    expected: known ? `${money.value} ${facts.currency}` : `an amount in ${facts.currency}`,
    explain: `Amounts are in ${facts.currency} here; "${text}" is in ${money.currency}.`,
  };
}

/** The price of whom it is said, now or before a reduction. */
function isPrice({ money, subjects, before, after, clause, reading }: MoneyScene): boolean {
  if (LONG_PERIOD.test(after) || LONG_PERIOD_BEFORE.test(before)) return false;
  // "For two it is $1,290 in total", of $1,290 a person.
  if (SUM.test(clause) && countsSaid(clause, NOBODY).length > 0) return false;
  const list = subjects.products.flatMap(({ listPrice }) => listPrice ?? []);
  if (WAS_BEFORE.test(before) && !RANGE.test(after)) return list.some((price) => agrees(price, money));
  const every = subjects.every && !RANGE.test(after) && !/^\s?(?:-|to|到|至)\s?$/.test(before.slice(-4));
  const priced = subjects.products.filter(({ price }) => price !== null);
  const agreeing = priced.filter(({ price }) => agrees(price!, money));
  if (every && priced.length > 1 && money.hedge === 'exact') {
    const amounts = reading.quantities.filter(
      (one) => one.currency && reading.sentenceAt(one.start) === reading.sentenceAt(money.start),
    );
    if (amounts.length === 1) return agreeing.length === priced.length;
  }
  if (agreeing.length > 0) return inOrder(agreeing, { money, subjects, reading });
  const close = before.slice(-22).replace(/^.*\d/, '');
  return (WAS.test(close) || WAS.test(after.slice(0, 12))) && list.some((price) => agrees(price, money));
}

/** "X and Y cost $49 and $89": with as many amounts as names before them, each in its turn. */
function inOrder(
  agreeing: readonly ProductFacts[],
  { money, subjects, reading }: Pick<MoneyScene, 'money' | 'subjects' | 'reading'>,
): boolean {
  if (!subjects.sure || subjects.products.length < 2) return true;
  const sentence = reading.sentenceAt(money.start);
  const amounts = reading.quantities.filter(
    ({ currency, start }) => currency && start >= sentence.start && start < sentence.end,
  );
  const named = reading.mentions.filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
  if (amounts.length !== named.length || amounts.length < 2 || named.at(-1)!.end > amounts[0].start) return true;
  return agreeing.some((product) => named[amounts.indexOf(money)].products.includes(product));
}

/** "under $100": true of whom it is said, and either the customer's own limit or a round figure near the price. */
function isBound({ money, facts, subjects, clause }: MoneyScene): boolean {
  const { hedge, value } = money;
  if (hedge !== 'most' && hedge !== 'least') return false;
  const theirs = customerAmounts(facts).some((amount) => amount === value);
  if (REDUCTION.test(clause) && !theirs) return false;
  const { products, sure, every } = subjects;
  const holds = ({ price }: ProductFacts) => price === null || (hedge === 'most' ? price <= value : price >= value);
  const holdsOf = every ? products.every(holds) : products.some(holds);
  if (products.length > 0 && !holdsOf && (sure || every)) return false;
  const reach = hedge === 'most' ? 0.35 : 0.12;
  const isClose = (product: ProductFacts) =>
    product.price !== null && holds(product) && near(product.price, value, reach);
  return theirs || (isRound(value) && products.some(isClose));
}

/** Amounts of the product's own record: a monthly fee, the least that can be put in. */
function isProductAmount({ money, subjects, clause, sentence, facts }: MoneyScene): boolean {
  const attributes = facts.pack.attributes.filter(({ unit }) => unit?.toUpperCase() === facts.currency);
  const named = attributes.filter(({ name, synonyms }) =>
    [name.en, name.zh, ...synonyms].some((word) => word !== undefined && clause.includes(word.toLowerCase())),
  );
  const holds = ({ measures, product, text }: ProductFacts) => {
    const own = measures.filter(
      ({ currency, base, attribute }) =>
        attribute !== undefined &&
        currency === money.currency &&
        agrees(base, money) &&
        isPaidPer(attribute, money, facts),
    );
    const meant = named.filter(({ id }) => typeof product.attributes[id] === 'number');
    if (own.length > 0 && (meant.length === 0 || own.some(({ attribute }) => meant.some(({ id }) => id === attribute))))
      return true;
    const fits = (one: Quantity) => agrees(one.value, money) && (one.hedge === 'exact' || one.hedge === money.hedge);
    return isSaidBy([text], money, { clause, sentence, fits, translated: false });
  };
  if (subjects.every) return subjects.products.length > 0 && subjects.products.every(holds);
  return subjects.products.some(holds);
}

/** A monthly fee is not one "a year". */
function isPaidPer(attribute: string, { per }: Money, { pack }: TurnFacts): boolean {
  const name = pack.attributes.find(({ id }) => id === attribute)?.name.en?.toLowerCase() ?? '';
  const own = /month/.test(name) ? 'month' : /annual|year/.test(name) ? 'year' : undefined;
  return per === undefined || own === undefined || per === own;
}

function isText({ money, facts, clause, sentence, reading, subjects }: MoneyScene): boolean {
  const said = isSaidBy(facts.texts, money, { clause, sentence, fits: (one) => agrees(one.value, money) });
  if (!said) return false;
  // Said of a product, a fee of the texts needs words of the text around it, not only the product's name.
  const named =
    subjects.sure &&
    reading.mentions.some(({ start, end }) => start >= reading.sentenceAt(money.start).start && end <= money.start);
  return (
    !named ||
    !/\b(?:costs?|priced?|sells?|yours|is|only|just|now)\b[^,]*$|(?:售价|价格|只要|卖|现价|仅需|只需|现在)[^，]*$/.test(
      reading.lower.slice(Math.max(0, money.start - 24), money.start),
    ) ||
    /\b(?:ship\w*|deliver\w*|return\w*|fee|charge|pick|visa|insurance|deposit|express|repair|warranty|pickup)\b|运费|配送|快递|费|定金|押金/.test(
      clause,
    )
  );
}

/** The customer's own figure, told back as theirs. */
function isEcho(scene: MoneyScene): boolean {
  return customerAmounts(scene.facts).some((amount) => agrees(amount, scene.money)) && isTheirs(scene);
}

/** Whether an amount is spoken of as the customer's wish, not as a price or a promise. */
function isTheirs({ money, facts, clause, sentence, subjects, before, after }: MoneyScene): boolean {
  if (PROMISED.test(clause)) return false;
  if (ECHO.test(clause.length > 12 ? clause : sentence)) return true;
  if (RANGE.test(after) || /\d\s?(?:-|to|and|到|至)\s?$/.test(before)) return true;
  const foreign = facts.customer.quantities.some(
    ({ currency }) => currency !== undefined && currency !== facts.currency,
  );
  if (foreign && /(?:约合?|\bis about|≈|\bequals|\babout)\s*$/.test(before)) return true;
  return (
    LEAD.test(before) &&
    subjects.products.every(({ price }) => price === null || !subjects.sure || price <= money.value)
  );
}

function expectedPrices({ products }: Subjects): string | undefined {
  const known = products.filter(({ price }) => price !== null).slice(0, 3);
  if (known.length === 0) return undefined;
  return known
    .map(({ product, price }) => `${product.name.en ?? product.name.zh}: ${price} ${product.currency}`)
    .join('; ');
}
