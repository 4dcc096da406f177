import { localize } from '../../knowledge/pack.ts';
import type { ReplyLanguage } from '../../understanding/understanding.ts';
import { foldReply } from './fold.ts';
import { isDenied, isSupposed } from './negation.ts';
import type { ProductFacts } from './product-facts.ts';
import type { Reading } from './reading.ts';
import type { TurnFacts } from './turn-facts.ts';
import type { Violation } from './violation.ts';

const RETURNS =
  /\b(?:guarantee[ds]?|guaranteed|assured?|promise[ds]?)\b[^.!?]{0,40}(?:\b(?:returns?|profits?|yield|income|gains?|interest|capital|growth|money|principal|it)\b|\d ?%)|\b(?:returns?|profits?|gains?|growth|income) (?:is|are) (?:guaranteed|certain|assured|sure)|\bguaranteed\b|\b(?:risk[- ]?free|zero[- ]risk|no[- ]risk|riskless|without (?:any )?risk)\b|\b(?:can'?t|cannot|can not|won't|never|impossible to) (?:ever )?los(?:e|es|ing)\b|\bno (?:way|chance) (?:you|to|of) los\w*|\b(?:sure|safe) (?:thing|bet|profit|winner)\b|\b(?:double|triple) (?:your|the) (?:money|savings|investment)\b|\b(?:will|sure to|bound to|certain to|going to|always) (?:\w+ )?(?:rise|grow|go up|goes up|gain|earn|outperform|beat|return|yield|increase|make you|pay off|profit|climb)\b|\bexpected (?:annual )?(?:return|yield|profit)s?\b|\b(?:earn|make|return|yield|gain|grow)s?(?: you)? (?:about |around |up to |at least |over )?\d+(?:\.\d+)? ?%|\b(?:100% |completely |totally |absolutely |perfectly |entirely )(?:safe|secure|risk)|\bbeats? (?:inflation|the market|deposits?)\b|\b(?:principal|capital)(?:'s| is| stays)? (?:fully |always |100% |completely )?(?:protected|safe|secure|guaranteed)\b|\bnever (?:falls?|fell|fallen|drops?|dropped|declin\w+|goes down|gone down|lost)\b|\bonly (?:goes|go) up\b|\bget rich\b|\beasy money\b|\bcan only (?:rise|go up|grow)\b|稳赚|保本|保(?:证)?(?:收益|赚|息)|(?:收益|回报|利润)(?:有|能)?保(?:证|障)|无风险|零风险|没有(?:任何)?风险|包赚|稳赢|稳稳(?:的)?(?:收益|赚|到手)|不会(?:亏|赔)|绝不(?:亏|赔)|(?<!可能|会|也会)不(?:亏|赔)(?!的)|预期(?:年化)?收益|年化(?:收益|回报)|收益率|翻(?:倍|番|一番|一倍|两倍)|躺(?:赚|赢)|(?:从不|从未|不会|绝不)下?跌|零波动|必(?:涨|赚)|(?:一定|肯定|必定|保证)(?:会|能)?(?:上?涨|赚|升值|盈利|增值|跑赢)|只(?:赚不赔|涨不跌)|刚(?:性)?兑|绝对(?:安全|稳)|百分(?:之)?百安全|跑赢(?:通胀|大盘|存款)|高收益|发财/g;
const NOTE =
  /capital is at risk|you (?:can|may|could) (?:lose|get back less)|(?:value|price|it) (?:can|may|could) (?:also )?(?:fall|go down|drop)|past performance|not guaranteed|investments? (?:carr(?:y|ies)|involves?) risk|本金可能|投资有风险|过往业绩|可能(?:会)?(?:亏损|受损|下跌)|有亏损(?:的)?(?:风险|可能)/;

/** In packs whose products carry risk: no promised returns, and the risk note beside every investment. */
export function checkPromises(
  reading: Reading,
  facts: TurnFacts,
  { language, noteShown = false }: { language: ReplyLanguage; noteShown?: boolean },
): Violation[] {
  if (facts.pack.riskAttribute === undefined) return [];
  const violations: Violation[] = [];
  for (const match of reading.lower.matchAll(RETURNS)) {
    const at = { start: match.index, end: match.index + match[0].length };
    if (isDenied(reading, at) || isSupposed(reading, at) || facts.said.includes(match[0])) continue;
    if (facts.products.some(({ text }) => text.lower.includes(match[0]))) continue;
    const text = reading.text.slice(at.start, at.end).trim();
    violations.push({
      kind: 'promise',
      text,
      explain: `"${text}" promises a return or safety; nothing may be promised here.`,
    });
    break;
  }
  const risky = new Set(facts.products.filter((product) => isInvestment(product, facts)));
  const recommended = reading.mentions.some(({ products }) => products.some((product) => risky.has(product)));
  if (recommended && !noteShown && !NOTE.test(reading.lower)) {
    const notice = localize(facts.pack.notice, language);
    if (notice === '' || !reading.lower.includes(foldReply(notice).toLowerCase())) {
      violations.push({
        kind: 'risk_note',
        text: reading.text.slice(0, 40),
        expected: notice,
        explain: `An investment is spoken of without the risk note; add: ${notice}`,
      });
    }
  }
  return violations;
}

/** Of a risk above the lowest, or called an investment by its category. */
function isInvestment({ product }: ProductFacts, { pack }: TurnFacts): boolean {
  const risk = product.attributes[pack.riskAttribute!];
  if (risk === undefined) return false;
  const [lowest] = pack.attributes.find(({ id }) => id === pack.riskAttribute)?.values ?? [];
  const category = pack.categories.find(({ id }) => id === product.category);
  const names = [category?.name.en, category?.name.zh].join(' ');
  return risk !== lowest?.id || /fund|invest|stock|bond|基金|投资|股票|债券/i.test(names);
}
