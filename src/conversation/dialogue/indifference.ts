const EN =
  "(?:i (?:really )?)?(?:don['’]?t|do not) (?:really )?(?:care|mind|know)(?: (?:which|what|really))?|whatever(?: you (?:think|say|like))?|any(?:thing)?(?: (?:is fine|goes|works|will do|of them|one))?|either(?: one)?(?: (?:is fine|works))?|no (?:real |particular )?preference|(?:it )?(?:doesn['’]?t|does not) (?:really )?matter|not (?:really|fussed|fussy|picky|bothered)|up to you|you (?:choose|pick|decide|tell me)|(?:just )?(?:pick|choose) (?:one|for me)|surprise me|dunno|idk|no idea|not sure";
const ZH =
  '都(?:差不多|一样)|(?:都|哪个都|什么都|怎么都)(?:行|可以|好|成|ok)|随便(?:吧|啦|了)?|无所谓|没(?:有)?(?:什么|啥|特别)?(?:的)?(?:要求|偏好|讲究)|没想好|不(?:太)?(?:知道|清楚|确定)|不限|(?:那)?你(?:来)?(?:定|选|挑|看着办|做主|决定|推荐)(?:一?[个款])?|看着办|听你的';
const PART = `(?:${EN}|${ZH})`;
const INDIFFERENT = new RegExp(
  `^(?:(?:ok(?:ay)?|well|oh|hmm|嗯+|哦|那)[\\s,，]*)?${PART}(?:[\\s,，.。;；]*(?:really|tbh|thanks?|please|then|${PART}))*[\\s,，.。!！~～吧啦呗]*$`,
  'i',
);

/** Whether a short text leaves the choice to us: "whatever", "no preference", "都可以", "随便，你推荐一个吧". */
export function isIndifferent(text: string): boolean {
  const said = text.trim();
  return said.length <= 40 && INDIFFERENT.test(said);
}
