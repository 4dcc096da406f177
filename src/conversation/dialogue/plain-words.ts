import type { Understanding } from '../../understanding/understanding.ts';

/**
 * What a short message plainly says, whatever a model of intents makes of it: people say these things in few words, a typing
 * slip or an emoji is enough to mislead a model, and a wrong answer to them is deaf.
 */
export type PlainWord =
  | 'thanks'
  | 'greet'
  | 'robot'
  | 'languages'
  | 'later'
  | 'given_up'
  | 'acknowledged'
  | 'misread'
  | 'praise'
  | 'offers'
  | 'voucher'
  | 'buy'
  | 'all_shown'
  | 'cheaper'
  | 'delivery_time'
  | 'order_number'
  | 'no_order_number'
  | 'fault';

/** Longer texts say more than one thing. */
const SHORT = 60;
const MEDIUM = 120;

const END = '[\\s!.,~。！～，、…)]*$';
const whole = (pattern: string) => new RegExp(`^\\s*(?:${pattern})${END}`, 'i');

/** "Can you speak Chinese?", 能讲英文吗: which languages we write. */
export const ASKS_LANGUAGE = whole(
  '(?:(?:hi|hello|hey|sorry|excuse me)[\\s,.!]*)?(?:(?:can|could|do|may) (?:you|u|i|we) )?(?:speak|write|talk|chat|understand|switch to|answer|reply)(?: to you)?(?: in)? (?:english|chinese|mandarin)(?: (?:please|here|with you))*[?]?|(?:in )?(?:english|chinese) please[?]?' +
    '|(?:你好|请问|不好意思)?[，,]?(?:你|您|我)?(?:们|这边)?(?:可不可以|可以|能不能|能|会不会|会|请|麻烦)?(?:用|讲|说|切换成?|回复|懂)(?:一下)?(?:中文|汉语|普通话|英文|英语)(?:回复|回答|交流|聊|说)?(?:吗|嘛|么|吧|呢|可以吗|行吗)?[?？]?',
);

const SHORT_WORDS: [PlainWord, RegExp][] = [
  [
    'thanks',
    whole(
      "(?:(?:ok(?:ay)?|ah|oh|great|perfect|cool|nice|lovely|good|super|alright|fine|wonderful)[\\s,.!]*){0,3}(?:(?:many )?th(?:a?n|na)ks?(?: (?:you|a lot|so much|very much|a million))*|thx|tysm|cheers|ta|much appreciated)(?:[\\s,.!]*(?:that(?:['’]s| was)? )?(?:very |so |really )?(?:helpful|kind|much|a lot|great|bye))?" +
        '|(?:好[的吧]?|行|嗯+|ok|哦+|那就好|知道了|明白了?)?[\\s，,]*(?:非常|十分|太|真的?)?(?:谢谢|感谢|多谢|谢啦|谢了|辛苦了?|麻烦了)(?:[你您啦了哈呀]|你们)*(?:[，,]?(?:很|太)?(?:有帮助|有用|感谢))?',
    ),
  ],
  [
    'greet',
    whole(
      '(?:hi|hey|hello|hiya|yo|howdy|good )?\\s*(?:there|all|again|morning|afternoon|evening|day)|(?:你好|您好|嗨|哈喽|哈啰)[呀啊]?|(?:早上|上午|中午|下午|晚上)好|早安?|晚安?好',
    ),
  ],
  [
    'robot',
    /\b(?:am i (?:talking|speaking|chatting|writing) (?:to|with)|are you)(?: an?| some)? ?(?:real )?(?:human|person|bot|robot|ai|machine|chatbot)\b|(?:你|您)?(?:是不是|是)(?:个)?(?:真人|机器人|人工智能|AI)(?:吗|么|啊|呀)?[?？]?$|人工还是(?:AI|机器人)/i,
  ],
  ['languages', ASKS_LANGUAGE],
  [
    'later',
    new RegExp(
      "\\b(?:i(?:['’]ll| will| need to| have to| want to|['’]ve got to)?\\s*(?:think (?:about it|it over)|sleep on)|let me (?:think|sleep on it)|(?:need|have|want|let me)(?: to)? (?:ask|talk (?:to|with)|check with|discuss (?:it|this) with) (?:my|the|him|her|them)\\b(?! order| parcel)|(?:will|i['’]ll) (?:come|be) back|maybe (?:later|another time|next)|not sure yet|some other time|(?:have a )?look around first|get back to you|just (?:looking|browsing))\\b" +
        '|再(?:想想|看看|说吧?|考虑|考慮|等等)|考虑(?:考虑|一下)|想一想|先(?:看看|不买|等等)|回头(?:再|联系|说)|下次(?:再|吧)|改天|商量|问问(?:家|老|我)|等(?:发|到)?(?:工资|双十一|活动)|随便看看',
      'i',
    ),
  ],
  [
    'given_up',
    whole(
      "(?:ok(?:ay)?|oh|ah|well|hmm|pity|no)?[\\s,.]*(?:(?:just )?fo?r?o?get (?:it|about it)|never ?mind|doesn['’]t matter|don['’]t bother|leave it|no worries|too bad|pity)(?:[\\s,.]*(?:then|thanks?(?: anyway)?|bye(?: then)?))*" +
        '|(?:那|没有|没)?(?:就|还是)?(?:算了|罢了)[吧啦]?(?:不用了?)?|没有就算了|不用管了|不买了|(?:行吧|好吧|算了)?[，,]?我?去?别家(?:看看|问问|买)?[吧了]?',
    ),
  ],
  [
    'acknowledged',
    whole(
      "(?:(?:ah|oh|ok(?:ay)?|alright|fine|good|great|perfect|right|i see|got it|understood|noted)[\\s,.]*){1,3}(?:then )?(?:i(?:['’]ll)? (?:just )?wait(?: for (?:it|your colleague))?|that works|i see|got it|i hope (?:it|this) (?:gets|is) (?:sorted|solved|fixed)(?: soon)?|no problem|fine by me)?" +
        '|(?:(?:好[的吧]?|行[吧]?|嗯+|哦+|可以的?|没问题|ok)[\\s，,。]*)*(?:那)?(?:没有啊|我(?:就)?等着|我?(?:知道|明白|了解|清楚)了?|麻烦(?:尽快|快点)|收到|没问题|那就好)[吧啦]?',
    ),
  ],
  [
    'misread',
    whole(
      "(?:no[\\s,.]*)?(?:(?:that(?:['’]?s| is| was)|this is|it['’]?s)? ?not what i (?:asked|meant|said|wanted)(?: for)?|you (?:mis(?:understood|read)|didn['’]t (?:understand|get|read|listen to)|don['’]t understand) ?(?:me|that|it|what i (?:said|meant))?|i (?:meant|asked) something else|wrong answer|that makes no sense|\\?{2,})" +
        '|(?:我)?(?:问|说|要|想问)的?不是这(?:个|些)|你?(?:没|没有|根本没)(?:听|看|理解|明白|搞)(?:懂|明白|清楚)?|不是这个意思|答非所问|理解错了|[?？]{2,}',
    ),
  ],
  [
    'offers',
    whole(
      "(?:any|are there any|do you have any|got any|what(?:['’]s| is| are)?(?: the)?|which (?:things|products|items) are)?\\s*(?:(?:good |current |special )?(?:deals?|offers?|discounts?|promotions?|sales?|bargains?)(?: (?:do you have|are there|you have))?|(?:is )?(?:on sale|reduced|on offer|discounted))(?: (?:right now|now|today|this week|at the moment|currently|on))*[?？]?" +
        '|(?:(?:最近|现在|今天|目前|你们|店里|这周|本周)[，,]?)*(?:有没有|有|搞|做|还有)?(?:什么|啥|哪些)?(?:商品|东西|产品)?(?:在)?(?:优惠|打折|折扣|促销|特价|降价|活动)(?:活动|商品|的|中)*[吗嘛呢么]?[?？]?' +
        '|(?:老板|那|就)?(?:能不能|能|可以|给我|帮我)*打(?:个|点)?折(?:呗|吧|吗|嘛|行吗|可以吗)?[?？]?|can you (?:do|give|make|offer)\\b.{0,20}(?:discount|\\d+ ?(?:%|percent) (?:off|less|discount))[?]?',
    ),
  ],
  [
    'voucher',
    /\b(?:voucher|coupon|promo(?:tion)? ?code|discount code|gift code)s?\b|\bnext (?:sale|promotion)s?\b|\bblack friday\b|下次(?:大促|促销|活动|打折)|优惠券|优惠码|折扣码|代金券|兑换码/i,
  ],
];

const BUY =
  /\b(?:i(?:['’]ll| will)(?: just)? (?:take|buy|go (?:for|with)|have (?:it|this|that|the)|order)|(?:going|let['’]?s go) with|(?:want|like|going) to (?:buy|order) (?:it|this|that|the)|(?:buy|order|ordering|buying) (?:it|this|that|the \w+)|i(?:['’]m)? (?:take|taking|ordering|buying)|how (?:do|can) i (?:order|buy|purchase|get (?:it|one|this|that))|where (?:do|can) i (?:order|buy)|(?:sold|deal)[.!,]|the \w+(?: one)? it is|(?:first|second|third|last)(?: one)? (?:looks perfect|please))|就(?:要|买|拿|选)|^就(?:它|他|她|这|那)(?:个|款)?(?:了|吧)|就这(?:个|款|台)|我(?:要|买)了|(?:我|那我|就)(?:买|拿|要)(?:第|这|那|它)|(?:怎么|如何|哪里|在哪)(?:下单|买|购买)|(?:我要|直接|现在|想)下单|决定了|帮我(?:买|订|下单)|^(?:买|买了|下单|要了|buy|order)[吧了！!.。]*$/i;

/** "I don't want a voucher" asks for none. */
const NOT_WANTED =
  /\b(?:don['’]?t|do not) (?:want|need) (?:an?|any|your) \w+[.!]*$|^我?不(?:要|想要|需要)(?:什么)?(?:优惠券|代金券|折扣)/i;
/** Asks whether it may cost less still: of what was shown. */
const CHEAPER_STILL =
  /^(?:还|那|老板|就)*(?:能|可以|能不能)?再便宜(?:一)?[点些]?(?:的)?(?:吗|么|不|呗|吧)?[?？!！。]*$/i;
/** Whether there is more than what was shown. */
const ALL_SHOWN =
  /^(?:so |and |ok )*(?:(?:is|was) (?:that|this) (?:all|everything|it)(?: you have| there is)?|(?:that['’]s|are these) all(?: you have)?|nothing else|any(?:thing)? (?:else|others?))\s*[?.!]*$|^(?:就|只有|全部|都在)?(?:这些|这几[个款])(?:了)?(?:吗|么)?[?？]*$|^没(?:有)?(?:了|别的|别的了)(?:吗|么)[?？]*$|^还有吗[?？]*$/i;

/** Something the customer has already, not something to buy. */
const OWNED =
  /\b(?:my|mine|i (?:bought|ordered|received|got)|(?:you(?: guys)? )?sent me|arrived|came|was delivered|delivered)\b|收到|到货|买的|买了|寄来|发来|送来|拿到|用了|刚到|发的|少了|少个|发错/i;
const FAULT =
  /\b(?:broke(?:n)?|breaks|scratch(?:e[ds])?|crack(?:ed)?|smashed|damaged|defective|faulty|dead|stopped working|doesn['’]?t work|does not work|not working|won['’]?t (?:turn on|start|charge)|missing|wrong (?:colou?r|item|size|one|product)|(?:but|and|yet) (?:i |you |they |have )*(?:got|received|sent)|leak(?:s|ing)|torn|dented|garbage|rubbish|isn['’]?t great|not (?:very )?happy with)\b|划痕|刮花|坏了|坏的|碎了|碎的|裂|破损|少了|缺了|漏发|发错|发成|收到的(?:却|居然)?是|错了|不能用|用不了|没反应|开不了机|充不进|漏水|异响|有问题|有毛病|不满意/i;
const PRAISE =
  /\b(?:love|loving|adore) (?:my|the|it|this|your)|\b(?:is|are|was|were|works?) (?:really |so |just |absolutely )?(?:brilliant|great|fantastic|spot on|amazing|wonderful|perfect|lovely|excellent)\b|\bso (?:fast|helpful|friendly)\b|太好用|很满意|非常满意|点赞|真快|都说好|真不错|很喜欢这|用着(?:很|真)/i;
/** A fault is told and help asked for: no question about goods. */
const WHAT_NOW = /怎么(?:办|弄|处理)|\bwhat (?:can|should|do|shall|now)\b|\bwhat now\b|\bcan you (?:help|fix)\b/i;
/** Then something new is wished for, whatever else is said. */
const WISHES =
  /\b(?:need|want|looking for|look for|recommend|suggest|show me|do you (?:have|sell)|which (?:one|do)|any|new one)\b|想买|想要|推荐|求|换一个|换个新|买个新|有没有|哪款|哪个好/i;
const QUESTION =
  /[?？]|\b(?:can|could|do|does|is|are|will|would|how|what|when|where|which|who|why)\b|吗|呢|怎么|什么|多少|几[个台款只件]|哪|([\u4e00-\u9fff])不\1|[有行好能会要][\u4e00-\u9fff]{0,4}不[。.]?$/i;
const NO_NUMBER =
  /\b(?:don['’]?t (?:have|know|remember)|can['’]?t find|cannot find|no idea|lost|deleted|haven['’]?t got)\b|没有(?:单号|订单号|号码)?|找不到|不记得|忘了|删了|不知道/i;
const AROUND_NUMBER =
  /^[\s#:：]*(?:(?:my|the|it['’]?s|its|order|number|no\.?|nr\.?|is|here|这是|我的|订单|单号|号码?|号|是|查|一下|帮我看下|看下|[a-z]{4,7}:)[\s#:：]*)*$/i;

/** When goods come that are not ordered yet. */
const WHEN_HERE =
  /\b(?:how (?:quick(?:ly)?|fast|soon|long)|when)\b.{0,12}\b(?:would|will|can|could|does|do|until|till|before)\b.{0,16}\b(?:get here|arrive|come|be here|deliver(?:ed)?|ship(?:ped)?|get to me|take to (?:arrive|deliver))\b|(?:多久|几天|什么时候|啥时候|何时)(?:才)?(?:能|可以|会)?(?:送?到(?!货)|送达|收到|发货)|^(?:今天|明天|后天|周末|周[一二三四五六日]|这周)(?:能不能|能|可以)(?:送)?到(?:吗|么)?[?？]?$/i;
const WOULD = /\b(?:would|could|if i (?:order|buy))\b/i;

/** Whether a text tells of goods that are the customer's already. */
export const tellsOfOwned = (text: string): boolean => OWNED.test(text);

export const isQuestion = (text: string): boolean => QUESTION.test(text);

/** Reads what a message plainly says; undefined when it takes more than that. */
export function plainWord(
  { clean, entities, sentiment, filters }: Pick<Understanding, 'clean' | 'entities' | 'sentiment' | 'filters'>,
  { pendingOrder, shown }: { pendingOrder: boolean; shown: boolean },
): PlainWord | undefined {
  const text = clean.text.replace(/\p{Extended_Pictographic}|\u{fe0f}/gu, '').trim();
  if (text === '' || text.length > MEDIUM) return undefined;
  const [number] = entities.orderNumbers;
  if (number !== undefined && AROUND_NUMBER.test(withoutNumber(text, number))) return 'order_number';
  if (pendingOrder && number === undefined && text.length <= SHORT && NO_NUMBER.test(text)) return 'no_order_number';
  const asksForGoods = filters.category !== undefined && WISHES.test(text);
  if (OWNED.test(text) && FAULT.test(text) && !WISHES.test(text) && (!QUESTION.test(text) || WHAT_NOW.test(text)))
    return 'fault';
  if (shown && ALL_SHOWN.test(text)) return 'all_shown';
  if (shown && CHEAPER_STILL.test(text)) return 'cheaper';
  if (shown && BUY.test(text) && !asksForGoods && isChoosing(entities, text)) return 'buy';
  if (sentiment.label !== 'negative' && PRAISE.test(text) && !QUESTION.test(text) && !WISHES.test(text))
    return 'praise';
  if (
    text.length <= SHORT &&
    WHEN_HERE.test(text) &&
    number === undefined &&
    !OWNED.test(text) &&
    (shown || WOULD.test(text))
  )
    return 'delivery_time';
  if (text.length > SHORT || filters.category !== undefined || NOT_WANTED.test(text)) return undefined;
  return SHORT_WORDS.find(([, pattern]) => pattern.test(text))?.[0];
}

/** Points at one of the list, or names none: "I'll take the first one", "how do I order". */
function isChoosing({ references, productIds }: Understanding['entities'], text: string): boolean {
  return references.length > 0 || productIds.length > 0 || text.length <= SHORT / 2;
}

function withoutNumber(text: string, number: string): string {
  const at = text.toUpperCase().indexOf(number.toUpperCase());
  return at < 0
    ? text
    : text.slice(0, at) +
        text.slice(at + number.length).replace(/[\s,.!。，]*(?:帮我)?(?:看下|看看|查下|查一下)?$/, '');
}
