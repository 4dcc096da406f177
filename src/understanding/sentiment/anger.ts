import type { Feelings } from './feelings.ts';

/** Insults, threats to leave, to complain in public or to go to law. */
const FURY =
  /\b(?:fuck(?:ing|ed|er)?|wtf|bullshit|assholes?|idiots?|morons?|scam(?:mers?|med)?|crooks?|thieves|liars?|pissed(?: off)?|furious|livid|fed up|sick (?:and tired )?of (?:this|you|waiting|your)|disgrace(?:ful)?|outrageous|unacceptable|ridiculous|a joke|never (?:again|shop|buy|order|fly|use)\w*|last straw|worst (?:company|service|shop|store|airline|bank|customer service|experience)|lawyer|sue you|legal action|small claims|trading standards|consumer protection|ombudsman|chargeback|report(?:ing)? you|shame on|go to hell|screw (?:you|this)|stop lying|lost (?:a|another) customer|taking my business|cancel(?:ling)? (?:my account|everything))\b|\b(?:want|give me|demand) (?:my|our) money back\b|how (?:dare|hard can)|what is wrong with you/i;
const FURY_ZH =
  /投诉你|要投诉|去投诉|我投诉|举报|曝光你|消协|12315|工商局|起诉|律师|法院|骗子|骗人|骗钱|黑店|奸商|(?<![倒扔丢装收清])垃圾(?!桶|袋|箱|分类|短信)|气死|气炸(?!锅)|火大|恼火|愤怒|忍无可忍|受够了|什么破|破玩意|破东西|滚(?!动|筒|轮)|傻[逼b×叉]|妈的|他妈|tmd|尼玛|混蛋|王八|不要脸|去死|有病吧|脑子有|什么态度|什么玩意|再也不(?:会)?(?:买|来|用|光顾)|永远不会再|拉黑|差评伺候|给你差评|赔钱|还我钱|把钱退|太过分|欺人太甚|耍我|玩我呢|糊弄|恶心人|坑爹|无耻|无良|黑心|搞什么|搞笑呢|到底管不管|没人管|还要我等多久/i;

/**
 * Whether a text is angry at us: words of fury in what is negative, or a strongly negative text that shouts.
 * @param score of the whole text, -1 .. 1
 */
export function isAngry(text: string, score: number, feelings: Feelings): boolean {
  const read = text.slice(0, 4_000);
  if (score < 0 && (FURY.test(read) || FURY_ZH.test(read))) return true;
  if (score > -0.35) return false;
  const shouts = /[!！]{2,}|[?？][!！]|[!！][?？]|[?？]{3,}|😡|🤬|😠|👿/u.test(read) || isShouting(read);
  return shouts && (feelings.lowest <= -2 || feelings.negative >= 3);
}

function isShouting(text: string): boolean {
  const capitals = text.match(/\b[A-Z]{3,}\b/g)?.length ?? 0;
  const words = text.match(/\b[A-Za-z]{3,}\b/g)?.length ?? 0;
  return capitals >= 3 && capitals / words > 0.5;
}
