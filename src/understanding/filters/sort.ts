import type { SortOrder } from '../understanding.ts';

/** By order of precedence; a comparative ("cheaper") asks for no order. */
const ORDERS: readonly (readonly [SortOrder, RegExp])[] = [
  [
    'price_desc',
    /(?:most expensive|priciest|dearest) to (?:the )?cheapest|(?<!(?:cheap(?:est)?|least expensive|lowest) to (?:the )?)most expensive|priciest|dearest|highest[ -]priced?|highest price|price:?,? ?(?:from )?high(?:est)? to low|(?:high(?:est)?|expensive)(?: prices?)? to (?:the )?(?:low(?:est)?|cheap(?:est)?)|descending price|price desc|(?:by|sort(?:ed)?) (?:descending )?price,? (?:descending|desc)|最贵(?!不|别|也|能|可以|只|\d|[一二三四五六七八九十两])|价格最高(?!不|别|也|能|可以|只|\d|[一二三四五六七八九十两])|价格(?:从|由)?高到低|从贵到便宜|(?<!销量|评分|好评|评价|人气|热度|口碑|星级)[由从]高到低|价格(?:降序|倒序)|贵的(?:排)?(?:在)?前/,
  ],
  [
    'price_asc',
    /cheapest|lowest[ -]priced?|lowest price|least expensive|most affordable|most budget[ -]friendly|(?:low(?:est)?|cheap(?:est)?)(?: prices?)? to (?:the )?(?:high(?:est)?|(?:most )?expensive)|(?:sort|order|rank|arrange)(?:ed|ing)?(?: them| these| those| it| the list| results)? by (?:the )?price|by price(?! range)|price asc|cheap(?:est|er)? (?:ones? )?first|lowest first|最便宜|最低价|价格最低|价钱最低|最低的价|最实惠|最划算|价格(?:从|由)?低到高|从便宜到贵|(?<!销量|评分|好评|评价|人气|热度|口碑|星级)[由从]低到高|按(?:照)?价格|价格(?:升序|排序|排列)|便宜的(?:优先|排(?:在)?前|在前|放前)/,
  ],
  [
    'rating',
    /(?:best|highest|top)[ -](?:rated|reviewed|rating|reviews?)|(?:best|highest|top) (?:customer |user )?(?:ratings?|reviews?|scores?)|(?:sort|order|rank)(?:ed|ing)?(?: them| these)? by (?:customer |user )?(?:ratings?|reviews?|score)|by ratings?|best reviews|most stars|highest stars|评分(?:最)?高|评价(?:最|比较)?(?:好|高)(?!不|吗)|口碑最(?:好|高)|好评(?:最|率最)(?:多|高)|评分(?:排序|从高到低|由高到低|优先)|按(?:照)?(?:评分|评价|好评|口碑)|得分最高|最高分|打分最高/,
  ],
  [
    'popularity',
    /most popular|best[ -]?sell(?:ing|ers?)|top[ -]sell(?:ing|ers?)|hottest|most (?:bought|sold|purchased|loved)|popular(?:ity)? first|by popularity|trending|what(?:'s| is| are) popular|everyone(?:'s| is) buying|selling (?:the )?best|sells? (?:the )?best|(?:最|比较)(?:热门|火爆?|畅销|受欢迎|流行|多人买|热销)|销量(?:最?高|最?好|第一|排序|从高到低|优先|冠军)|卖得最(?:好|多|火)|卖的最(?:好|多|火)|爆款|热卖|热销|畅销|按(?:照)?(?:销量|人气|热度)|人气(?:最高|排序|款)|买的人最多|最多人买/,
  ],
  [
    'newest',
    /newest|latest|new arrivals?|most recent|just (?:released|launched|came out)|recently (?:released|launched)|by (?:date|release date)|new(?:er)? (?:ones )?first|最新|新品|新款(?!的那|跟|和|与|比)|新上市|新出的?|刚上市|刚出|新到|上新|刚发布|按(?:照)?(?:时间|上市时间|发布时间|新品)/,
  ],
];
const NOT_AN_ORDER =
  /latest (?:news|status|order|update|delivery|by)|at the latest|by the latest|latest (?:i|you|we)|最新(?:进展|状态|消息|物流|情况|活动)|hottest (?:day|deals?)/;

/** The order the customer wants the goods in. */
export function readSort(text: string): SortOrder | undefined {
  const read = NOT_AN_ORDER.test(text) ? text.replace(NOT_AN_ORDER, ' ') : text;
  return ORDERS.find(([, pattern]) => pattern.test(read))?.[0];
}

const IN_STOCK =
  /\b(?:only |that(?:'s| is| are) |which are |currently |must be |has to be |actually )?(?:in[ -]stock|available (?:now|today|right now|immediately)|ready to ship|ships? (?:today|now|immediately))\b|现货|有货|有库存|不缺货|能马上发货|可以马上发货|当天发货|立即发货|马上能发/;
const STOCK_QUESTION =
  /有没有(?:现)?货|(?:有|还有)(?:现)?货(?:吗|没|么|不)|(?:有|没)现货(?:吗|没|么)|还有货|何时有货|什么时候有货|到货|库存吗|(?:^|[.!?,]\s*)(?:is|are|do you have|have you|will)\b[^.!?]*\b(?:in stock|available)|(?:back|out|when)[^.!?]{0,20} in stock|\b(?:not|n['’]t) (?:\w+ ){0,3}in stock/;

/** Whether only goods at hand are wanted. Asking whether one thing is in stock limits nothing. */
export function readInStock(text: string): true | undefined {
  return IN_STOCK.test(text) && !STOCK_QUESTION.test(text) ? true : undefined;
}
