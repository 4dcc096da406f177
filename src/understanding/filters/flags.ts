import type { AttributeFilter } from '../understanding.ts';
import { isCharge } from './charges.ts';
import { type Mention, termOf } from './mentions.ts';
import { isTooDear } from './too-dear.ts';

/** Attributes named like a property ("waterproof", 防水): naming one of many grades asks for any of them. */
const PROPERTY = /(?:proof|resistant|resistance)$|^防/;

export interface Flags {
  wanted: Record<string, AttributeFilter>;
  /** By attribute, values that are refused; none of an attribute of which one is wanted. */
  refused: Record<string, string[]>;
}

/** Attributes said as flags and values: "wireless", "without GPS", "带降噪", "not leather". `category` = the kind of goods wanted. */
export function readFlags(text: string, mentions: readonly Mention[], category: string | undefined): Flags {
  const found: Record<string, AttributeFilter> = {};
  const refused: Record<string, string[]> = {};
  for (const mention of mentions) {
    const kind = termOf(mention, 'category');
    const value = termOf(mention, 'value');
    // "A chair with mesh": the word is a kind of goods as well, and here it is not.
    if (kind && !mention.negated && (value === undefined || category === undefined || kind.id === category)) continue;
    if (value?.attribute) {
      const { id } = value.attribute;
      if (mention.negated) refused[id] = [...new Set([...(refused[id] ?? []), value.id])];
      else if ((found[id] ?? true) === true && !isTooDear(text, mention, mentions)) found[id] = value.id;
      continue;
    }
    const flag = mention.terms.find((term) => term.kind === 'attribute' && term.attribute?.type === 'boolean');
    if (flag && !isIndifferent(text, mention)) found[flag.id] ??= !mention.negated;
    const charge = mention.terms.find((term) => term.kind === 'attribute' && isCharge(term.attribute));
    if (charge && (mention.negated || FREE_BEFORE.test(text.slice(0, mention.start)))) found[charge.id] ??= { max: 0 };
    const property = mention.terms.find((term) => term.kind === 'attribute' && term.attribute?.type === 'enum');
    if (property && !mention.negated && PROPERTY.test(text.slice(mention.start, mention.end).trim()))
      found[property.id] ??= true;
  }
  for (const id of Object.keys(refused)) if (typeof found[id] === 'string') delete refused[id];
  return { wanted: found, refused };
}

/** "Without annual fee" and 免年费 ask for none. */
const FREE_BEFORE = /(?:免|零|无|\b0|\bzero|\bwaived)\s?$/;

/** "没有降噪也行", "noise cancelling doesn't matter". */
function isIndifferent(text: string, mention: Mention): boolean {
  return (
    /^(?:功能)?(?:的)?[\u4e00-\u9fff]{0,4}?(?:也行|也可以|也没关系|无所谓|都行|都可以|随便|有没有都)/.test(
      text.slice(mention.end, mention.end + 14),
    ) ||
    /^\s*(?:is|are)?\s*(?:does|is)?(?:n['’]t| not)\s*(?:matter|important|necessary|needed)/.test(
      text.slice(mention.end, mention.end + 24),
    ) ||
    (/(?:有没有|不管有没有|是否(?:有|带))\s*$/.test(text.slice(Math.max(0, mention.start - 6), mention.start)) &&
      /^(?:功能)?(?:都|也)/.test(text.slice(mention.end, mention.end + 4)))
  );
}
