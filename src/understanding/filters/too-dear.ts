import { type Mention, termOf } from './mentions.ts';

/** After a name: the price of such things is complained of. */
const TOO_DEAR =
  /^(?:的)?(?:怎么|为什么|为啥|都|也|就|真的?|实在)*(?:这么|那么|太|好|真|老)贵|^(?:s|phones?|ones?|stuff)?\s*(?:is|are|seems?|looks?)\s+(?:all |just |way |really |a bit |far )*(?:so |too )(?:expensive|pricey|dear)/;

/** "苹果怎么这么贵，看看三星", "the Maldives are too expensive": what is found too dear is neither asked for nor refused. */
export function isTooDear(text: string, mention: Mention, mentions: readonly Mention[]): boolean {
  if (mention.negated) return false;
  const next = mentions.find((one) => one.start >= mention.end);
  const kind = next && termOf(next, 'category') && /^\s?$/.test(text.slice(mention.end, next.start)) ? next : mention;
  return TOO_DEAR.test(text.slice(kind.end, kind.end + 24));
}
