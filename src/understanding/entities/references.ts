import type { Reference } from '../understanding.ts';

const ORDINALS: Record<string, number> = {
  first: 1,
  middle: 2,
  '1st': 1,
  second: 2,
  '2nd': 2,
  third: 3,
  '3rd': 3,
  fourth: 4,
  '4th': 4,
  fifth: 5,
  '5th': 5,
  sixth: 6,
  '6th': 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  last: -1,
  final: -1,
  former: 1,
  latter: -1,
};
const WORDS = Object.keys(ORDINALS).join('|');
const THINGS =
  'one|ones|option|item|product|choice|model|pick|recommendation|suggestion|thing|phone|laptop|result|card|hotel|fund|tour|flight|pair|of (?:these|those|them)';
const ENGLISH_ORDINAL = new RegExp(
  `\\b(?:the )?(${WORDS}) (?:and (?:the )?(${WORDS}) )?(?:${THINGS})\\b|(?<!\\bon )\\bthe (?:one in the )?(${WORDS})(?: and (?:the )?(${WORDS}))?(?=\\s*(?:$|[,.!?;]|and\\b|or\\b|vs\\b|is\\b|looks?\\b|seems?\\b|sounds?\\b|with\\b|please\\b|instead\\b|then\\b|in\\b|has\\b|\\w+er than\\b))|\\b(?:number|no\\.?|option|item|choice|#) ?(\\d{1,2}|one|two|three|four|five)\\b(?!\\s*(?:%|days|people))`,
  'g',
);
const CHINESE_ORDINAL =
  /第\s?([一二两三四五六七八九十]|\d{1,2})(?:个|款|台|部|件|条|种|双|只|支|家|项|把|张|本|副|套|号)?(?!次|一次|天|名|时间|方|代|年|季|章|期|周|轮|批|页)|倒数第([一二三])个?|最后(?:那|一|面那?)?(?:一)?(?:个|款|台|部|件|条|种|双|只|家|项)|(前者)|(后者)|(中间)(?:那|的)?(?:一)?[个款台部件]/g;
/** "the first two", 前三个, "the last two". */
const FIRST_FEW =
  /\b(first|last) (two|three|four|2|3|4)\b(?! (?:days|weeks|months|years|times|digits))|(前|最后|后)([两三四234])(?:个|款|台|部|件|种|家)/g;
const SMALL: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
};

const CHINESE_ONE = '(?:的)?(?:那|这)(?:个|款|台|部|件|条|种|双|只|一款|一个|家)';
const SUPERLATIVES: readonly (readonly ['cheapest' | 'most_expensive' | 'best_rated' | 'newest', RegExp])[] = [
  [
    'cheapest',
    new RegExp(
      `\\bthe (?:cheap(?:er|est)?|less expensive|least expensive|lowest[ -]priced|more affordable)(?: (?:one|option|of|model|phone|laptop)\\b|(?=\\s*(?:$|[,.!?])))|(?:最便宜|便宜(?:一?点|些)?|价格低)${CHINESE_ONE}|最便宜的(?=$|[,，。！？?!吧])`,
    ),
  ],
  [
    'most_expensive',
    new RegExp(
      `\\bthe (?:(?:more|most) expensive|pric(?:ier|iest)|dear(?:er|est))(?: (?:one|option|of|model)\\b|(?=\\s*(?:$|[,.!?])))|(?:最贵|贵(?:一?点|些)?)${CHINESE_ONE}`,
    ),
  ],
  [
    'best_rated',
    new RegExp(
      `\\bthe (?:best|better|highest|top)[ -](?:rated|reviewed) (?:one|option|of|model)\\b|(?:评分|评价|口碑)(?:最|更)?(?:高|好)${CHINESE_ONE}`,
    ),
  ],
  ['newest', new RegExp(`\\bthe (?:new(?:er|est)|latest) (?:one|option|of|model)\\b|(?:最新|新)${CHINESE_ONE}`)],
];
const PLURAL =
  /\bboth(?: of (?:them|these|those))?\b|\b(?:these|those|them|either (?:one|of)|all of (?:them|these|those)|the two|the three)\b|(?:这|那)(?:两|俩|三|几|些)|它们|他们俩|两个都|两款都|(?<![成首])都(?:要|买)(?!不)|前(?:两|三)(?:个|款)/;
const SINGULAR =
  /\b(?:this|that) (?:one|product|model|item|phone|laptop|thing)\b|\b(?:how|what) about (?:this|that)\b|\b(?:is|does|has|was) that\b(?! (?:ok|okay|all|possible|right|correct|true))|\b(?:buy|order|take|want|return|get|like|about|is|does|has|was|will|can|with|for|of|than|see|have|if|compare|exchange|cancel) it\b(?! (?:rain|snow|possible|ok\b|true|normal|too late))|^it(?:['’]s| is| has| does| looks| seems| was)\b(?! (?:ok|okay|fine|for|my|a |me\b|raining))|(?:这|那|该)(?:个|款|台|部|件|条|双|只|家)(?!月|星期|礼拜|价|周|问题|时候|时间|牌子|意思|样)|它(?!们)/;

/** What the text points at among things shown: ordinals in order, then superlatives, then pronouns. Lower-case text. */
export function readReferences(text: string): Reference[] {
  const references: Reference[] = [];
  const ordinal = (position: number) => {
    if (!references.some((one) => one.kind === 'ordinal' && one.position === position))
      references.push({ kind: 'ordinal', position });
  };
  for (const match of text.matchAll(ENGLISH_ORDINAL)) {
    for (const word of match.slice(1, 5)) if (word) ordinal(ORDINALS[word]!);
    if (match[5]) ordinal(SMALL[match[5]] ?? Number(match[5]));
  }
  for (const match of text.matchAll(CHINESE_ORDINAL)) {
    if (match[1]) ordinal(SMALL[match[1]] ?? Number(match[1]));
    else if (match[2]) ordinal(-SMALL[match[2]]!);
    else if (match[5]) ordinal(2);
    else ordinal(match[3] ? 1 : -1);
  }
  for (const match of text.matchAll(FIRST_FEW)) {
    const word = (match[2] ?? match[4])!;
    const sign = (match[1] ?? match[3]) === 'first' || match[3] === '前' ? 1 : -1;
    for (let position = 1; position <= (SMALL[word] ?? Number(word)); position++) ordinal(sign * position);
  }
  for (const [by, pattern] of SUPERLATIVES) if (pattern.test(text)) references.push({ kind: 'superlative', by });
  if (references.length > 0) return references;
  if (PLURAL.test(text)) return [{ kind: 'pronoun', plural: true }];
  return SINGULAR.test(text) ? [{ kind: 'pronoun', plural: false }] : [];
}
