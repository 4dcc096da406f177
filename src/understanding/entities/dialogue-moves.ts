import type { Entities } from '../understanding.ts';

const RESET =
  /\b(?:start (?:over|again|fresh|from scratch)|reset|forget (?:(?:all|everything) (?:that|i said|of that)|(?:that|it|everything)(?:[,.!]|$))|scratch that|clear (?:all )?(?:the )?(?:filters?|everything|search)|new search|never ?mind (?:all )?that|from the beginning|begin again)\b|重来|重新(?:来|开始|找|选|搜|推荐)|从头(?:来|开始|再来)|清空(?:条件|筛选|搜索|全部|所有条件|$)|重置|清除(?:条件|筛选)|前面说的(?:都)?(?:不算|作废)|忘掉(?:前面|刚才)|全部重来/;
const MORE =
  /\b(?:show|see|give|any(?:thing)?|got|have|what|are there|list|view|some|look at)\b[^.!?]{0,24}\b(?:more(?! than| expensive| affordable| storage| memory| about| info| details| information| time| power| space)|others|else)\b|\b(?:more|other|another|different) (?:options?|choices?|models?|ones?|suggestions?|results?|products?|recommendations?)\b|\b(?:next page|load more|keep going|something else|anything else|what else|others?\?|more please|see more|show more)\b|^(?:more|next|next one)[.!?]*$|换一批|换一换|换几个|换一?[个款家](?=[吧呗看试。！!]*$)|换(?:一)?组|再来(?:几|一些|点|一批)|再(?:推荐|看看|来)(?:几|一些|点|别的|其他)|(?<![\u4e00-\u9fff])还有吗$|还有(?:没有)?(?:别的|其他|其它|更多|哪些|什么(?!优惠|活动|问题))|(?:有|看看|推荐|来点|来些|要)(?:没有)?(?:别的|其他的?|其它的?)(?!颜色|品牌|牌子|问题)|更多(?:的)?(?:选择|款|推荐|选项|产品|商品|$)|下一页|下一批|继续(?:推荐|看)|多推荐几/;
const CHEAPER =
  /\b(?:cheaper(?! than \S*\d)|(?:any(?:thing)?|something|some|one|ones|got) [a-z ]{0,16}for less|less expensive|less pricey|more affordable|lower[- ](?:price|priced|cost|budget)|lower in price|(?<!\bnot |n['’]t be |n['’]t )(?:too|so|bit|little|very|quite|rather) (?:expensive|pricey|dear|steep|much money)|that['’]?s (?:way )?too much|over my budget|out of my (?:budget|price range)|more budget|can['’]?t afford|not (?:so|that) expensive|(?:lighter|easier) on the (?:wallet|budget)|cost(?:s)? less|bring the price down)\b|(?:更|再|稍微|有没有|还有|来个|要|想要|比较)?便宜(?:一?点|些|一些|的(?=$|[吗呢吧么有？?。！,，]))|更(?:便宜|实惠|划算)|再(?:便宜|低)|价格(?:再)?低(?:一)?(?:点|些)|(?:(?<![要别不])太|有点|好|真|这么|有些|稍微|比较|偏)贵|贵了|超(?:出)?预算|预算(?:不够|没那么高)|买不起|低一档|平价|(?:价格|价钱|价位)(?:还是|也|真|实在)?(?:有点|有些|太|偏|比较)高|^(?:something |a |any |sth )?(?:cheap|affordable|inexpensive)(?: ones?)?[.!]*$/;
const DEARER =
  /\b(?:more expensive|dearer(?! than \S*\d)|pricier|higher[- ](?:end|price|priced|quality)|more premium|premium|high[- ]end|top of the (?:line|range)|upscale|step up|better quality|fancier|(?:bit|little|something) nicer|more upmarket|luxur(?:y|ious))\b|更贵|贵(?:一)?(?:点|些)(?:的|也)?|更(?:高端|高级|好一?点|高档)|高端|高档|(?:有没有|要|来个|换个|想要)(?:再)?好一?点(?:的|儿)|再(?:好|高|贵)(?:一)?(?:点|些|档)|高一档|上一档|旗舰|预算可以(?:再)?(?:高|加|多)/;
/** Asking whether or why something costs more or less, or for a discount, is no wish for other goods. */
const ASKED =
  /\b(?:which|why|how come)\b[^.!?]{0,40}\b(?:cheaper|more expensive|pricier|so expensive)\b|\b(?:is|are|will|would|does) (?:it|this|that|they|these|those|the)\b[^.!?]{0,30}\b(?:cheaper|more expensive)\b|\b(?:get|buy|have|sell) (?:it|this|that|them)(?: for)? (?:cheaper|less)\b|哪(?:个|款|家|种|一个)?[^，。？]{0,4}(?:更|比较)?(?:便宜|贵)|会(?:不会)?[^，。？]{0,4}(?:贵|便宜)|(?:为什么|为啥|怎么)[^，。？]{0,8}(?:贵|便宜)|能(?:不能|否)?(?:再)?便宜|便宜(?:点|一点|些)?(?:卖|给我|吗$)/;
const ABSOLUTE_CHEAP = /最便宜|便宜(?:的|点的?|一点的?)那|\bthe cheaper\b/;
const LIFTED: readonly (readonly ['price' | 'brand' | 'color' | 'category', RegExp])[] = [
  [
    'price',
    /\b(?:any price|(?:forget|ignore|drop|skip|never ?mind)(?: about)?(?: the| my)? (?:price|budget)|price (?:doesn['’]?t|does not|isn['’]?t|is not|is no)[^.!?]{0,16}(?:matter|important|issue|object|problem|concern)|price is (?:no|not an?) (?:issue|object|problem)|money (?:is )?no (?:object|issue|problem)|no (?:price|budget) limit|no budget|budget (?:is (?:open|flexible|unlimited|no (?:issue|problem|object))|doesn['’]?t matter)|(?:don['’]?t|do not) care (?:about|how much) (?:the )?(?:price|cost|it costs|money)|unlimited budget|whatever (?:the price|it costs)|regardless of (?:the )?price)\b|(?:预算|价格|价位|价钱|多少钱)(?:都)?(?:不限|没限制|无上限|无所谓|随意|随便|不是问题|都行|都可以|不重要|没关系|没要求|不设限|上不封顶)|不(?:差钱|在乎(?:价格|钱|预算)|限(?:预算|价格|价位)|考虑(?:价格|预算))|不管(?:价格|多少钱)|钱不是问题|贵(?:一)?点(?:也)?(?:没关系|无所谓)|(?:不管|别管|无所谓)(?:价格|价钱|预算)|(?:价格|价钱|预算)(?:就|都)?(?:不管了?|别管了?|算了)/,
  ],
  [
    'brand',
    /\b(?:any (?:brand|make)|(?:forget|ignore|drop|skip|never ?mind)(?: about)?(?: the| my)? (?:brand|make)|brand (?:doesn['’]?t|does not|isn['’]?t|is not)[^.!?]{0,16}(?:matter|important)|(?:don['’]?t|do not) (?:care|mind) (?:about )?(?:the |which |what )?(?:brand|make)|no brand preference|no preference (?:on|for|in) brands?|whatever brand|which(?:ever)? brand (?:doesn['’]?t matter|is fine)|all brands)\b|(?:品牌|牌子)(?:都)?(?:不限|无所谓|随意|随便|都行|都可以|不重要|没关系|没要求|不挑)|(?:什么|啥|哪个|哪种|任何)(?:品牌|牌子)(?:的)?(?:都|也)(?:行|可以|好|成|ok|没关系|无所谓)|不(?:限|挑|在乎|看)(?:品牌|牌子)|不管(?:什么|啥)(?:品牌|牌子)|(?:不管|别管|无所谓)(?:品牌|牌子)|(?:品牌|牌子)(?:就|都)?(?:不管了?|别管了?|算了)/,
  ],
  [
    'color',
    /\b(?:any colou?r|(?:forget|ignore|drop|skip|never ?mind)(?: about)?(?: the| my)? (?:colou?r)|colou?r (?:doesn['’]?t|does not|isn['’]?t|is not)[^.!?]{0,16}(?:matter|important)|(?:don['’]?t|do not) (?:care|mind) (?:about )?(?:the |which |what )?colou?r|no colou?r preference|whatever colou?r|all colou?rs)\b|颜色(?:都)?(?:不限|无所谓|随意|随便|都行|都可以|不重要|没关系|没要求|不挑)|(?:什么|啥|哪个|哪种|任何)颜色(?:的)?(?:都|也)(?:行|可以|好|成|ok|没关系|无所谓)|不(?:限|挑|在乎)颜色|不管(?:什么|啥)颜色|(?:不管|别管|无所谓)(?:颜色)|(?:颜色)(?:就|都)?(?:不管了?|别管了?|算了)/,
  ],
  [
    'category',
    /\b(?:any (?:category|type|kind) (?:is fine|works|will do|is ok)|any kind of product|doesn['’]?t matter what (?:kind|type)|anything (?:is fine|goes|will do|works))\b|(?:什么|啥|哪类)(?:类|种类|品类|类型|产品|东西)(?:的)?都(?:行|可以)|(?:品类|种类|类别)(?:不限|随便|都行|无所谓)|不限(?:品类|种类|类别)/,
  ],
];

/** Moves that change the dialogue's filters. Lower-case text; `bounded` = a price bound was read ("cheaper than 500"). */
export function readDialogueMoves(
  text: string,
  bounded: boolean,
): Pick<Entities, 'relativePrice' | 'reset' | 'more' | 'lifted'> {
  const lifted = LIFTED.filter(([, pattern]) => pattern.test(text)).map(([field]) => field);
  const moves: Pick<Entities, 'relativePrice' | 'reset' | 'more' | 'lifted'> = {
    reset: RESET.test(text),
    more: MORE.test(text),
    lifted,
  };
  if (bounded || lifted.includes('price') || ASKED.test(text)) return moves;
  if (CHEAPER.test(text) && !ABSOLUTE_CHEAP.test(text)) moves.relativePrice = 'cheaper';
  else if (
    DEARER.test(text) &&
    !/最贵|the more expensive (?:one|of)|don['’]?t (?:want|need)[^.!?]{0,20}(?:premium|high[- ]end)/.test(text)
  )
    moves.relativePrice = 'dearer';
  return moves;
}
