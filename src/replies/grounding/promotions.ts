import { isDenied } from './negation.ts';
import type { Reading } from './reading.ts';
import type { Span } from './sentences.ts';
import { isSaidBy, sharesScript } from './support.ts';
import { sharedTerms, termsOf } from './terms.ts';
import type { TextFacts } from './text-facts.ts';
import type { TurnFacts } from './turn-facts.ts';
import type { Violation, ViolationKind } from './violation.ts';

interface Claim {
  kind: ViolationKind;
  pattern: RegExp;
  /** What the pattern promises, for the explanation. */
  what: string;
  /** A product whose price is reduced bears it out. */
  byReduction?: boolean;
}

/** A reply that says "free" more often than this is judged by the first. */
const MOST_CLAIMS = 12;
const HALF = 'half the price';
const FREE = 'that it costs nothing';
const EVERYTHING =
  /\b(?:everything|all (?:our |the )?(?:products|goods|items|orders)|any (?:product|item)|the whole (?:shop|store|range))\b|全部|全场|所有商品|一切|全店/;

/** What a shop may only say when its texts do. Each is borne out by the same words in the evidence, on the same matter. */
const CLAIMS: readonly Claim[] = [
  {
    kind: 'discount',
    what: 'an offer of several for the price of fewer',
    pattern:
      /\b(?:buy|get) (?:one|two|three|1|2|3)\b[^.!?]{0,40}\b(?:free|half|get (?:one|another|1|two))\b|\bbogo\b|\b(?:two|three|four|\d)[ -]?for[ -]?(?:one|two|three|\d)\b|\b\d for (?:the price of )?\d\b|\bfor the price of (?:one|two|a single|1|2)\b|\b(?:second|2nd|third) (?:one|item|pair|unit|piece)?[^.!?]{0,16}\b(?:free|half|off|on us)\b|\b(?:two|double) for\b|买[一二两三四五\d][^。！？]{0,3}[送赠免]|第[二2三3][件个台双支副][^。！？]{0,4}(?:半价|折|免|送|元)|[二两三]件[^。！？]{0,3}(?:折|一件的?价)|一件的?价[格钱]?[^。！？]{0,4}[两二2]件|加一?[元块]?换购|\d人同行[^。]{0,4}免/,
  },
  {
    kind: 'discount',
    what: HALF,
    pattern:
      /\bhalf[ -]?(?:the )?(?:price|off)\b|\bhalf (?:of )?(?:the |its )?(?:usual|normal|regular|original|list) ?price\b|\b50 ?\/ ?50 off\b|半价|对折|五折|腰斩/,
  },
  {
    kind: 'discount',
    what: 'a code, voucher or gift card to redeem',
    pattern:
      /\b(?:promo(?:tion(?:al)?)?|discount|coupon|voucher|gift|referral|checkout)[ -]codes?\b|\bcoupons?\b|\bvouchers?\b|\b(?:use|with|enter|apply|quote|the) (?:the )?code\b|优惠[码券]|折扣[码券]|代金券|兑换码|红包|满\s?\d+[^。]{0,3}[减送返]|抵扣/,
  },
  {
    kind: 'discount',
    what: 'a present with the purchase',
    pattern:
      /\b(?:free|complimentary|bonus) (?:gift|present|case|cable|charger|accessor\w+|upgrade|bag|sample|month|year|trial|item|set|pair|ticket|night|mug|lamp|headphones?|earbuds|tour|insurance|breakfast|dinner)\b|\b(?:throw|throwing|thrown) in\b|\bas a (?:free )?gift\b|\bon the house\b|\bon us\b|赠品|附赠|赠送|加送|免费送|免费赠|送您?(?:一|两|个|条|副|台)|白送|买就送|好礼|买[^。！？，,]{0,20}[送赠]/,
  },
  {
    kind: 'discount',
    what: 'a sale or a reduction',
    byReduction: true,
    pattern:
      /\b(?:on sale|flash sale|clearance|special offer|special price|special deal|sale price|discount(?:s|ed)?|promotion(?:s|al)?|price (?:drop|cut)|markdown|marked down|reduced|limited offer|deal of|knocked (?:\w+ )?off|slashed|black friday|bargain price)\b|特价|促销|打折|折扣|优惠|秒杀|降价|直降|立减|大促|会员价|闪购|清仓|内部价|员工价|活动价|立省/,
  },
  {
    kind: 'discount',
    what: 'that something ends soon',
    pattern:
      /\b(?:today only|only today|limited[- ]time|for a limited time|ends? (?:soon|today|tonight|tomorrow|at midnight|in \d)|last chance|act (?:now|fast)|hurry|don't miss|won't last|while (?:stocks?|supplies) lasts?|before (?:it's|they're) gone|expires? (?:soon|today|tonight)|price (?:will )?(?:goes|go|going) up|order (?:now|today) and)\b|限时|仅限今[天日]|只限今[天日]|最后(?:一天|机会|几)|抓紧|手慢无|欲购从速|即将(?:结束|涨价)|马上(?:涨价|结束)|今天下单|错过(?:今天|就)/,
  },
  {
    kind: 'discount',
    what: FREE,
    pattern:
      /(?<![a-z]-|feel |be |set |you're |are |hands )\bfree\b(?! to\b| time\b| up\b|-|\sof (?!charge))|\bfor nothing\b|\bno (?:extra |additional )?(?:charge|cost)\b|\bat no (?:extra |additional )?(?:charge|cost)\b|\bgratis\b|\bcomplimentary\b|\bcosts? (?:you )?nothing\b|\bzero cost\b|\bwon't cost (?:you )?(?:a thing|anything|a cent)\b|免费|不要钱|不收(?:任何)?(?:费|钱)|免单|零元|(?<![\d.])0\s?元|包邮|免运费|免邮/,
  },
  {
    kind: 'policy',
    what: 'that a fee does not apply',
    pattern:
      /\b(?:no|without(?: any| a)?|zero|waives?|waived|fee-free)\b[^.!?,;]{0,14}\b(?:fees?|surcharges?|penalt(?:y|ies)|commission|interest)\b|\bfee-free\b|\binterest[- ]free\b|免(?:月费|年费|手续费|息|佣金|违约金|管理费)|零(?:手续费|利息|首付|年费)|无(?:手续费|利息|年费|月费)/,
  },
  {
    kind: 'policy',
    what: 'something without an end or a condition',
    pattern:
      /\b(?:lifetime|forever|for life|for ever|unlimited|never expires?|no questions asked|no (?:time )?limit|any ?time you (?:like|want)|whenever you (?:like|want)|indefinitely|unconditional(?:ly)?|24\/7|round the clock|around the clock|money[- ]back guarantee)\b|终身|永久|永远|无限(?!制?的?选)|无条件|随时(?:都)?(?:可以?|能)退|无理由|全天候|二十四小时|假一赔/,
  },
  {
    kind: 'policy',
    what: 'when it arrives',
    pattern:
      /\b(?:same[- ]day|next[- ](?:working[- ]|business[- ])?day|overnight|instant|immediate|express|priority|expedited)\b[^.!?]{0,24}\b(?:deliver\w*|shipping|dispatch|arriv\w*|approv\w*|refunds?|payouts?)\b|\b(?:deliver\w*|ships?|shipping|arrives?|dispatch\w*|get it|refunded)\b[^.!?]{0,24}\b(?:same[- ]day|next[- ](?:working[- ]|business[- ])?day|overnight|tomorrow|today|instantly|immediately|within hours|in hours|express|on sundays?|on weekends?)\b|次日达|隔天到|当[日天](?:达|到|发货|送达)|小时达|(?:今|明|后)[天日](?:就|即)?(?:能|可|会)?(?:送?到|发货|达)|即时到账|秒批|秒到|闪送|立即到账/,
  },
  {
    kind: 'policy',
    what: 'how often it may be done',
    pattern:
      /\b(?:twice|three times|several times|as often as|as many times)\b(?! (?:the|as|more)\b)|[两三多]次|不限次/,
  },
  {
    kind: 'policy',
    what: 'the lowest price anywhere',
    pattern:
      /\b(?:price[- ]match\w*|lowest price|best price (?:guarantee|anywhere|online)|cheapest (?:anywhere|online|in town|on the market)|beat any price|guaranteed (?:lowest|best))\b|全网最低|史上最低|最低价|价保|保价|买贵/,
  },
  {
    kind: 'policy',
    what: 'cash back, points or a prize',
    pattern:
      /\b(?:cash ?back|store credit|loyalty points|(?:double|triple|bonus|extra) points|refer a friend|prize|raffle|lottery|reward)\b|返现|返利|双倍|积分翻倍|抽奖|中奖|奖励/,
  },
];

/** Finds offers and promises of service that the evidence does not make. */
export function checkPromotions(reading: Reading, facts: TurnFacts): Violation[] {
  return CLAIMS.flatMap((claim) => {
    const pattern = new RegExp(claim.pattern.source, 'g');
    for (const match of [...reading.lower.matchAll(pattern)].slice(0, MOST_CLAIMS)) {
      const at = { start: match.index, end: match.index + match[0].length };
      if (reading.names.some((name) => name.start <= at.start && at.end <= name.end)) continue;
      if (isDenied(reading, at)) continue;
      if (isBorneOut(claim, at, reading, facts)) continue;
      const text = reading.text.slice(at.start, at.end).trim();
      return [{ kind: claim.kind, text, explain: `"${text}" says ${claim.what}; the facts do not. Leave it out.` }];
    }
    return [];
  });
}

function isBorneOut(claim: Claim, at: Span, reading: Reading, facts: TurnFacts): boolean {
  const { products, every } = reading.subjects(at);
  if (claim.byReduction) {
    const reduced = products.map(
      ({ price, listPrice }) => price !== null && listPrice !== undefined && listPrice > price,
    );
    if (every ? reduced.length > 0 && reduced.every(Boolean) : reduced.some(Boolean)) return true;
  }
  const sentence = reading.sentenceAt(at.start);
  // The very sentence of a text.
  const said = reading.lower.slice(sentence.start, sentence.end).trim();
  if (said.length > (reading.mentions.length === 0 ? 3 : 12) && facts.said.includes(said)) return true;
  const whole = termsOf(reading.lower.slice(sentence.start, sentence.end));
  if (!claim.byReduction && products.some(({ text }) => saysOf(text, claim.pattern, whole, false))) return true;
  if (claim.what === HALF && isHalf(at, reading, facts)) return true;
  const around = `${reading.lower.slice(sentence.start, at.start)} ${reading.lower.slice(at.end, sentence.end)}`;
  // "It's free": of what, the sentence before tells.
  const before = reading.sentences.findLast(({ end }) => end <= sentence.start);
  const own = termsOf(around);
  const terms = own.size > 0 || !before ? own : termsOf(reading.lower.slice(before.start, before.end));
  if (EVERYTHING.test(around) && claim.what === FREE)
    return facts.texts.some(({ lower }) => EVERYTHING.test(lower) && claim.pattern.test(lower));
  return facts.texts.some((text) => saysOf(text, claim.pattern, terms, !text.standing));
}

/** "Half the price" of a fee that a text gives as 50%. */
function isHalf(at: Span, reading: Reading, { texts }: TurnFacts): boolean {
  const { start, end } = reading.sentenceAt(at.start);
  const percent = { ...at, value: 50, base: 50, dimension: 'percent', hedge: 'exact' as const, digits: true };
  const scene = { clause: reading.clause(at), sentence: reading.lower.slice(start, end) };
  return isSaidBy(texts, percent, { ...scene, fits: ({ value }) => value === 50 });
}

const NOT =
  /\b(?:not|never|no|cannot|can't|don't|doesn't|isn't|nor|neither)\b[^,.;:]{0,24}$|(?:不|没有?|无|未)[^，。；：]{0,8}$/;

/** Whether a sentence of the text makes the claim on the same matter. */
function saysOf(text: TextFacts, pattern: RegExp, terms: ReadonlySet<string>, translated = true): boolean {
  // The title of a passage, its first line, names the matter of all of it.
  const [title] = text.sentences;
  const heading =
    title && /[?？]/.test(text.lower.slice(title.start, title.end)) ? text.lower.slice(title.start, title.end) : '';
  return text.sentences.some(({ start, end }) => {
    const sentence = text.lower.slice(start, end);
    const match = pattern.exec(sentence);
    if (!match || NOT.test(sentence.slice(0, match.index))) return false;
    const own = termsOf(`${heading}\n${sentence}`);
    return (translated && terms.size > 0 && !sharesScript(own, terms)) || sharedTerms(terms, own) > 0;
  });
}
