/** How a number limits: an upper or lower bound, a soft centre, or a sum the customer has to spend ("budget"). */
export type Bound = 'max' | 'min' | 'about' | 'budget';

const APPROXIMATE = String.raw`(?:about|around|approx(?:imately)?\.?|roughly|say|like|maybe|some|the|a|an|~|≈|大概|大约|约|差不多|也就|只能|能|可以|接受|加到|出到|给到|提到|花|出|是|在|为|个|到|就|了|：|:|=|\s)*`;
const MAX_BEFORE = new RegExp(
  `(?:less expensive than|(?:stretch|go|push|extend|increase)(?: it)?(?: up)? to|as high as|sub|under|underneath|below|beneath|less than|lower than|cheaper than|fewer than|smaller than|lighter than|shorter than|(?:narrow|thinn|slimm|quiet|young|slow|cool|cold|dimm|low)er than|no more than|not more than|up ?to|as (?:much|high|many) as|at most|at the most|max(?:imum)?(?: price)?(?: of| is)?|within|inside|limit(?:ed)?(?: is| of| to)?|cap(?:ped)?(?: is| of| at)?|ceiling(?: is| of)?|upper limit(?: is| of)?|<=?|≤|不(?:要|能|会|想|可以?|得)?(?:再)?(?:超过|超出|超|高于|大于|多于|贵于|高过|贵过)|别(?:太)?(?:超过|超|高于|贵过)|低于|小于|少于|轻于|短于|窄于|薄于|便宜于|不到|不足|不满|没到|最多|最高|最贵|顶多|至多|最大|撑死|上限|封顶|控制在|限制在|限定在)${APPROXIMATE}$`,
);
const MIN_BEFORE = new RegExp(
  `(?:more expensive than|pricier than|dearer than|over|above|more than|greater than|higher than|bigger than|larger than|longer than|heavier than|better than|(?:wid|tall|thick|deep|fast|bright|strong|old|loud|broad|warm|high|roomi|long)er than|at least|at the least|min(?:imum)?(?: price| of| is)*|no less than|not less than|no fewer than|not under|not below|starting (?:from|at)|start(?:s)? (?:from|at)|from|upwards? of|north of|beyond|exceed(?:ing|s)?|past|>=?|≥|不(?:要|能|会)?(?:低于|少于|小于|低过)|别(?:低于|少于)|至少|最少|最低|起码|怎么也得|高于|大于|超过|多于|贵于|重于|长于|宽于|厚于|深于|快于|下限|起价)${APPROXIMATE}$`,
);
const ABOUT_BEFORE =
  /(?:about|around|approx(?:imately)?\.?|roughly|circa|maybe|perhaps|probably|i (?:said|meant?)|我说的?是|like|say|near(?:ly)?|almost|close to|somewhere (?:near|around|in)|in the (?:region|ballpark|neighbou?rhood|range) of|ballpark|~|≈|大概|大约|约|差不多|接近|将近|快|也就|估计)[\s在是要就想花:：的]*(?:the |a )?$/;
const BUDGET_BEFORE =
  /(?:budget(?: for [a-z][a-z -]{0,30})?(?:'s| is| of| was| limit| (?:went|has|dropped|came|changed|now)[a-z ]{0,12} (?:to|at|is))?(?: only| just| set at| set to)?|spend(?:ing)?(?: up to)?|afford|can do|pay(?:ing)?|(?:saving up|saved)[a-z ]{0,12}|and have|i(?:'ve| have)(?: only)?(?: got)?|i got|i['’]?ve got|i only have|only have|got only|just have|预算(?:降到|改成|改为|调到|变成|提到|提高到|加到|只有|有|给到?|定在|是|在|为|就|不多)?|手(?:头|里|上)(?:只|就)?有|(?:只|就|我)有|预算[\u4e00-\u9fff]{0,4}[,，]\s?(?:就|只有|也就)?|拿出|(?:能|可以|愿意|最多)出|花|出得起|出到|接受到|加到)[\s:：=,，是就在也~-]{0,4}$/;
/** "预算也就750": all there is. */
const SCANT_BUDGET = /预算(?:也就|就|也只|只)(?:有|是)?\s?$/;
const PRICE_BEFORE =
  /(?:pric(?:e|ed|es|ing)(?: range| point| tag| is| at| of| around)*|costs?|costing|for|价格|价位|价钱|售价|人均|每人|一人|单价|总价|价|标价|卖|心理价位?|月薪)[\s:：=是在为的就~-]{0,4}$/;

const MAX_AFTER =
  /^\s*(?:(?:each|apiece|per (?:piece|item|unit|person|head|night|room|day)|pp|a (?:night|head)|for (?:a|an|the|one|some) [a-z ]{1,24}),? ?(?:max(?:imum)?\b|at (?:the )?most|tops\b|or less)|or less|or under|or below|or cheaper|or lower|or fewer|or smaller|or lighter|max(?:imum)?\b|at (?:the )?most|tops\b|(?:and|&) (?:under|below|less)\b(?! than| \$?\d)|ceiling|limit\b|budget|(?:is|are) (?:my|the|our) (?:max|limit|budget|ceiling|maximum|upper)|is (?:all i|as (?:much|high) as)|(?:的)?预算|(?:就|即)?是(?:我的?|我能接受的)?(?:上限|极限|底线|最高)|(?:块|元)?(?:[一每/](?:晚|天|夜|人|间|个月|个|件|台|双|位|年))?(?:以内|以里|之内|以下|之下|及以下|或以下|或更低|封顶|(?:顶多|最多|撑死)(?!\s?\d)|为上限|为限|打住|往下|到顶|顶天|内(?![存置衣饰部胆])))/;
const MIN_AFTER =
  /^\s*(?:or (?:more|above|over|higher|up|better|bigger|larger|longer|greater)|and (?:up|above|over|more|higher)\b(?! than| \$?\d)|upwards?\b|min(?:imum)?\b(?! ?utes)|at least|plus\b|(?:块|元)?(?:以上|之上|及以上|或以上|或更高|起步|起(?![来诉床点])|往上|开外|朝上|打底|向上))/;
const ABOUT_AFTER =
  /^\s*(?:or so\b|-?ish\b|give or take|or thereabouts|approx|(?:块|元)?[,，]?\s?(?:左右|上下|前后|附近|出头|的?样子|这样(?:子)?|这个?价位|价位|档位?|一档|级别))/;
/** "not over", "nothing above", "don't want to spend more than": a lower bound turned round; and the other way. */
const REFUSED =
  /(?:\bnot|n['’]t|\bno|\bnever|\bnothing|\bnone|\bcannot|\bwithout|\bdont|\bcant|\bwont)(?:\s+(?:to|go|going|spend|spending|pay|paying|be|cost|costing|costs|that|that's|priced|anything|me|show|want|it|is|thing|things|stuff|a|any|them|please|get|buy|ones?|look|looking|at|afford|wanna|will|can|phones?|with|prices?|price|even|much))*\s+$/;

/** "2500以上的不要", "over 500 is too much": what is bounded is refused. */
const REFUSED_AFTER =
  /^\s*(?:块钱?|元)?(?:以上|以下|以内|之上|之下)?(?:的[\u4e00-\u9fff]{0,4}?)?(?:都|就|我|一律)*(?:不要(?!求)|不考虑|不看|免谈|算了|不想要|不买|太贵|太高|太多)|^\s*(?:is|are|would be) (?:(?:way |a bit |just )?too (?:much|expensive)|out of|off)/;
/** A number the customer finds wrong, or money that is no limit: a payment made, a discount, a refund. */
const REJECTED_AFTER =
  /^\s*(?:(?:is|are|was|were|seems?)\s+)?(?:way |a bit |just |a little |much )?too (?:low|high|small|big|little|much|expensive|few|many|short|long|slow|heavy)\b|^(?:块钱?|元)?(?:太|有点|有些)(?:贵|高|低|小|大|少|多|重|慢)/;
const NO_LIMIT_BEFORE =
  /(?:\b(?:payments?|instal?lments?|minimum order(?: value)?) of(?: \d+ ?x)?|\bfree (?:shipping|delivery) (?:over|above|on orders? over)|\bgive or take|\bplus or minus|±|\bpaid|\bspent|\bcosts? me|\bcharged(?: me)?|\brefund(?:ed)?(?: of| me)?|\bowe(?:s|d)?(?: me)?|\blost|\bsave(?:d)?|\bback|\btransfer(?:red)?|\bbought (?:it|this|these|them|that) for)\s*(?:about |around |a |my |the )?$|(?:花了|付了|扣了|退了|退我|退款|充了|便宜(?:个|了)?|上下(?:浮动)?|浮动|误差|优惠(?:个|了)?|立?减(?:了|个)?|满|返(?:现)?|充值|转账|转了|补|省了?|抵|身高|体重|赔(?:我|了)?|亏了?)\s?$/;
/** What a thing bought already did cost. */
const BOUGHT_FOR = /\b(?:bought|purchased|ordered|got (?:it|this|these|them|mine))\b[^.!?]{0,48}\bfor\s*$/;
const NO_LIMIT_AFTER =
  /^\s*(?:tall\b|back\b|(?:for|to get) free|refund|discount|off\b|coupon|voucher|gift card|rebate|credit|deposit paid|的?(?:优惠|折扣|券|代金|红包|运费|邮费|定金|押金|差价|退款|的?礼品卡)|减\d|还没退|没退|退给)/;

/** Whether a number limits nothing: it is refused as such ("75 Hz is too low"), or was paid, refunded or taken off. */
export function isNoLimit(text: string, start: number, end: number): boolean {
  const after = text.slice(end, end + 24);
  if (BOUGHT_FOR.test(text.slice(Math.max(0, start - 64), start))) return true;
  return (
    (REJECTED_AFTER.test(after) && statedBound(text, start, end) === undefined) ||
    NO_LIMIT_AFTER.test(after) ||
    NO_LIMIT_BEFORE.test(text.slice(Math.max(0, start - 24), start))
  );
}

/** "600 is too much", "600太贵了": a price refused, and so a bound. */
export function isTooMuch(text: string, end: number): boolean {
  return /^\s*(?:is|would be)\s+(?:way |a bit |just |a little |much |still )*too (?:much|expensive)\b|^(?:块钱?|元)?(?:太|有点|有些)(?:贵|多)/.test(
    text.slice(end, end + 32),
  );
}

/** The bound said before `start` or after `end`; what is said nearest the number wins, bounds before "about". */
export function boundOf(text: string, start: number, end: number): Bound | undefined {
  const bound = statedBound(text, start, end);
  if ((bound === 'max' || bound === 'min') && REFUSED_AFTER.test(text.slice(end, end + 24)))
    return bound === 'max' ? 'min' : 'max';
  return bound;
}

function statedBound(text: string, start: number, end: number): Bound | undefined {
  const before = text.slice(Math.max(0, start - 48), start);
  const after = text.slice(end, end + 24);
  if (MAX_AFTER.test(after)) return 'max';
  if (MIN_AFTER.test(after)) return 'min';
  if (/比\s?$/.test(before)) {
    const compared =
      /^\s*(?:块钱?|元)?\s*(?:再|还|更)?(?:(便宜|低|少|小|轻|窄|短|薄|慢|安静|静)|(?:贵|高|多|大|宽|长|重|厚|深|快))/.exec(
        after,
      );
    if (compared) return compared[1] ? 'max' : 'min';
  }
  const max = wordStart(before, MAX_BEFORE);
  const min = wordStart(before, MIN_BEFORE);
  // "不低于" holds "低于", "no less than" holds "less than": the longer phrase is meant.
  if (max !== undefined && (min === undefined || max < min)) return REFUSED.test(before.slice(0, max)) ? 'min' : 'max';
  if (min !== undefined) return REFUSED.test(before.slice(0, min)) ? 'max' : 'min';
  if (SCANT_BUDGET.test(before) && !ABOUT_AFTER.test(after)) return 'budget';
  if (ABOUT_AFTER.test(after) || wordStart(before, ABOUT_BEFORE) !== undefined) return 'about';
  if (BUDGET_BEFORE.test(before)) return 'budget';
  return undefined;
}

/** Whether a price is spoken of right before `start` ("price", "for", "价位"). */
export function isPricePlace(text: string, start: number): boolean {
  return PRICE_BEFORE.test(text.slice(Math.max(0, start - 24), start));
}

/** Where the pattern starts at a word's start, undefined when it does not match ("discover 20" has no "over"). */
function wordStart(before: string, pattern: RegExp): number | undefined {
  const match = pattern.exec(before);
  if (!match) return undefined;
  return /[a-z]/.test(before[match.index - 1] ?? '') && /[a-z]/.test(before[match.index]!) ? undefined : match.index;
}
