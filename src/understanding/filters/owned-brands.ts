import { type Mention, termOf } from './mentions.ts';

/** Between a thing and the brand it must fit: "a case for my Samsung". */
const FITS =
  /^s?\s(?:that\s)?(?:for|fits?|fitting|with|compatible with|works? with|to use with)\s(?:my\s|an?\s|the\s)?(?:old\s|new\s)?$/;
/** Before a brand the customer has already. */
const OWNED_BEFORE =
  /(?:\bmy(?: old| current| broken| new)?\s|(?:(?<!\b(?:can|could|may|should) )\b(?:i|we) (?:already |currently |still )?(?:own|have|use)|\b(?:i|we)['’]?ve (?:already )?got|\balready (?:own|have|got))\s+(?:an? |the |my )?|(?:已经?有|我有|家里有|用的是|现在用)(?:个|一个|了)?|(?:旧|老|原来|以前)的?|给(?:我的)?|适配|兼容|我的)$/;
const USED_AFTER = /^\s?(?:\d+\s?)?(?:pro|max|plus)?(?:用的|专用|能用|可用)/;

/**
 * Whether a brand is one the wanted thing must fit, or one the customer has, and not one he asks for: "a mouse for my
 * Apple laptop", "a case for Samsung", 苹果15用的手机壳. `aside` = things named that are not the wanted one.
 */
export function isOwnedBrand(
  text: string,
  mention: Mention,
  mentions: readonly Mention[],
  aside: readonly Mention[],
): boolean {
  if (mention.negated || !termOf(mention, 'brand')) return false;
  if (aside.some((thing) => thing.start >= mention.end && thing.start - mention.end <= 1)) return true;
  const thing = mentions.findLast((one) => one.end < mention.start && termOf(one, 'category') !== undefined);
  if (thing && mention.start - thing.end < 32 && FITS.test(text.slice(thing.end, mention.start))) return true;
  return (
    OWNED_BEFORE.test(text.slice(Math.max(0, mention.start - 32), mention.start)) ||
    USED_AFTER.test(text.slice(mention.end, mention.end + 10))
  );
}
