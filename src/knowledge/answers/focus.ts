import { analyze } from '../lexical/analyzer.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';

const OPENING_EN = /^(?:(?:hi|hello|hey|so|and|also|but|ok(?:ay)?|well|please|sorry|excuse me|tell me)[\s,.!]+)*/i;
const ASKED_EN =
  /^(?:(?:how )?(?:can|could|may|do|does|will|would|is it possible to)\s+(?:i|we|you|one|they|it|u)?)\b(.*)$/i;
const LEADS =
  'pay(?:ing)?|ship|deliver|send|post|accept|take|support|return|exchange|wrap|repair|insure|refund|pick(?:ed)? up|collect|cover|fix|deliver(?:ed)?';
/** "... pay with seashells", "... ship to military bases", "... return underwear": what the question turns on stands last. */
const OBJECT_EN = new RegExp(
  `\\b(?:${LEADS})\\b(?:(?:\\s+[\\w’']+){0,5}?\\s+(?:with|by|via|using|to|in|on))?\\s+((?:[\\w’'-]+\\s*){1,4})$`,
  'i',
);
const DETERMINERS = /^(?:an?|the|any|some|all|of|live|used|other|more|directly|also|straight)\s+/i;
/** Whose it is, when, and words that name nothing in particular: no question turns on them. */
const GENERAL_EN =
  /\b(?:my|your|our|his|her|their|it|its|them|this|that|these|those|me|us|you|one|ones|something|anything|someone|everything|things?|stuff|items?|products?|goods|orders?|parcels?|packages?|home|house|work|office|address|door|friends?|gifts?|presents?|persons?|people|place|days?|weeks?|months?|years?|hours?|mornings?|evenings?|nights?|weekends?|today|tomorrow|tonight|now|soon|later|early|free|advance|time|back|if|when|while|after|before|until|within|without|because|and|or|for|from|at|on|to|up|abroad|overseas|online|here|bit|there|store|shop|full|part|person|country|countries|way|money|much|many|long|\d+|monday|tuesday|wednesday|thursday|friday|saturday|sunday|christmas)\b/i;

const OBJECTS_ZH: readonly RegExp[] = [
  /(?:用|拿|刷)([\u4e00-\u9fffA-Za-z ]{1,8}?)(?:来)?(?:付款|支付(?!宝)|付钱|结账|买单|付(?!宝))/,
  /(?:寄|送|配送|发货?|快递|邮)(?:到|往|去|至)([\u4e00-\u9fffA-Za-z ]{2,8}?)(?:去|来)?(?:吗|么|嘛|不|呢)?[?？。！\s]*$/,
  /(?:收|接受|支持|认)([\u4e00-\u9fffA-Za-z ]{2,8}?)(?:付款|支付|结算)?(?:吗|么|嘛|不)[?？。！\s]*$/,
  /^([\u4e00-\u9fffA-Za-z ]{2,8}?)(?:你们|这边|店里)?(?:也)?(?:可以|可不可以|能不能|能|包|给|支持)(?:无理由)?(?:退货|退换|退款|退|换货|保修|寄|送货|配送|包装)(?:吗|么|嘛|不)[?？。！\s]*$/,
];
const GENERAL_ZH =
  /我|你|您|他|她|咱|这|那|它|哪|什么|啥|怎|几|多少|东西|商品|产品|货|订单|包裹|家|公司|单位|地址|门口|楼上|外面|朋友|礼物|送人|今天|明天|后天|周(?=$|[一二三四五六日末内])|星期|月(?=$|[初中底份内])|年|天(?=$|[内前后])|号|点|节|免费|全部|全国|国外|海外|境外|外地|网上|线上|线下|一下|直接|后|前|如果|的话|了|过|没|不|再|都|只|就|会|要|想|可以|能|吗/;

/**
 * What a question of this business turns on, where it asks whether something goes with a certain thing: "can I pay with seashells",
 * 能寄到军事基地吗. Undefined when it asks anything else.
 */
export function askedThing(question: string): string | undefined {
  const text = question.trim().replace(/[\s?？!！.。]+$/, '');
  if (/\p{Script=Han}/u.test(text)) {
    for (const pattern of OBJECTS_ZH) {
      const thing = pattern.exec(text)?.[1].trim();
      if (thing !== undefined) return GENERAL_ZH.test(thing) ? undefined : thing;
    }
    return undefined;
  }
  const asked = ASKED_EN.exec(text.replace(OPENING_EN, ''))?.[1];
  let thing = asked && OBJECT_EN.exec(asked)?.[1].trim();
  if (!thing) return undefined;
  if (GENERAL_EN.test(thing)) return undefined;
  const whole = thing;
  while (DETERMINERS.test(thing)) thing = thing.replace(DETERMINERS, '');
  return /^(?:live|used)\s/i.test(whole) ? whole : thing;
}

/** Whoever ships to all of the EU ships to these. */
const EU =
  /^(?:austria|belgium|bulgaria|croatia|cyprus|czechia|(?:the )?czech republic|denmark|estonia|finland|france|germany|greece|hungary|ireland|italy|latvia|lithuania|luxembourg|malta|(?:the )?netherlands|holland|poland|portugal|romania|slovakia|slovenia|spain|sweden|europe|奥地利|比利时|保加利亚|克罗地亚|塞浦路斯|捷克|丹麦|爱沙尼亚|芬兰|法国|德国|希腊|匈牙利|爱尔兰|意大利|拉脱维亚|立陶宛|卢森堡|马耳他|荷兰|波兰|葡萄牙|罗马尼亚|斯洛伐克|斯洛文尼亚|西班牙|瑞典|欧洲)$/i;
const OF_EU = /\bEU\b|European Union|欧盟/;

/** Tells whether a text speaks of a thing: in its words, or in others that the lexicon has for it. */
export function createCoverage(lexicon: Lexicon) {
  const known = new Map<string, { terms: Set<string>; groups: Set<number>; eu: boolean }>();
  return {
    /** `key` names the text, which is read once. */
    covers(key: string, text: () => string, thing: string): boolean {
      let entry = known.get(key);
      if (!entry) {
        const whole = text();
        const tokens = analyze(whole);
        entry = {
          terms: new Set(tokens.flatMap(({ forms, han }) => (han ? forms.filter((form) => form.length > 1) : forms))),
          eu: OF_EU.test(whole),
          groups: new Set(lexicon.meaningsIn(tokens.map(({ forms }) => forms[0]))),
        };
        known.set(key, entry);
      }
      const { terms: own, groups, eu } = entry;
      if (eu && EU.test(thing)) return true;
      const tokens = analyze(thing);
      // "Live animals" are animals; of Chinese words any tells.
      const telling = tokens.every(({ han }) => !han) ? tokens.slice(-1) : tokens;
      const terms = telling.map(({ forms }) => forms[0]);
      return terms.some((term) => own.has(term)) || lexicon.meaningsIn(terms).some((group) => groups.has(group));
    },
  };
}
