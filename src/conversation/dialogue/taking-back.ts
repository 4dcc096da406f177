import type { StatedPreference } from '../../customers/profile.ts';
import { wantedColors } from '../../understanding/filters/alternatives.ts';
import type { Understanding } from '../../understanding/understanding.ts';
import type { DialogueState } from './dialogue.ts';

/** "I don't hate leather any more", "forget that I like blue": said of oneself, and of nothing else. */
const SURELY = [
  /\bi(?:'m| am)?\s+(?:no longer|don'?t|do not)\s+(?:really\s+)?(?:hate|dislike|avoid)\b.*\b(?:any ?more|any longer|now)\b/i,
  /\bi(?:'m| am)?\s+no longer\s+(?:hate|dislike|mind|avoid|allergic|against)\b/i,
  /\bi(?:'m| am)\s+not\s+(?:allergic|against)\b.*\b(?:any ?more|any longer|now)\b/i,
  /\b(?:forget|delete|remove)\s+(?:that|the fact that)\s+i\s+(?:hate|dislike|don'?t like|like|love|avoid|want)\b/i,
  /\bi\s+never\s+said\s+(?:that\s+)?i\s+(?:hate|dislike|don'?t like|like|love)\b/i,
  /(?:不再|已经不|现在不)(?:讨厌|排斥|反感|过敏)/,
  /(?:不讨厌|不排斥|不反感|不过敏).{0,12}了/,
  /(?:现在|已经)(?:可以|能|愿意)接受.+了/,
  /(?:忘掉|忘记|删掉|去掉)我(?:说过的?)?(?:喜欢|不喜欢|讨厌|不要)/,
  /我(?:没有|从来没|没)说过(?:我)?(?:喜欢|不喜欢|讨厌|不要)/,
];
/** What takes something back only where something of the kind was said: "leather is fine now", "苹果也可以". */
const PERHAPS = [
  /\bi(?:'m| am)?\s+(?:don'?t|do not)\s+(?:really\s+)?(?:hate|dislike|mind|avoid)\b/i,
  /\bi(?:'m| am)\s+(?:fine|ok|okay|happy)\s+with\b/i,
  /\bi\s+can\s+(?:accept|live with|wear|eat|use|have|take)\b.+\b(?:now|again|after all)\b/i,
  /\bi(?:'?ve| have)?\s+changed\s+my\s+mind\b/i,
  /\bforget\s+about\s+my\b/i,
  /\b(?:is|are)\s+(?:fine|ok|okay|all right|alright)\b/i,
  /(?:不介意|没关系|无所谓|没问题|可以接受|也行|也可以|又喜欢|可以考虑)/,
  /(?:改主意|改变主意|想法变)了/,
];

/** Whether a message takes back what was said of likes: of one that may, only where it names one of `stated`. */
export function takesBack(
  text: string,
  understanding: Pick<Understanding, 'clean' | 'filters'>,
  stated: readonly Stated[],
): boolean {
  const said = text.trim().normalize('NFKC').replaceAll('’', "'");
  if (said === '' || said.length > 200 || /[?？]\s*$|[吗呢][。\s]*$/.test(said)) return false;
  if (SURELY.some((pattern) => pattern.test(said))) return true;
  return PERHAPS.some((pattern) => pattern.test(said)) && takenBack(understanding, stated).length > 0;
}

/** Something stated: in the profile, or in this conversation only. */
export type Stated = Pick<StatedPreference, 'about' | 'value'>;

/** What of `stated` a message is about, by the words of it and by the brands and colours read in it. */
export function takenBack<T extends Stated>(
  { clean, filters }: Pick<Understanding, 'clean' | 'filters'>,
  stated: readonly T[],
): T[] {
  const text = clean.text.toLowerCase();
  const read = new Set(
    [
      ...(filters.brandInclude ?? []),
      ...(filters.brandExclude ?? []),
      ...(filters.colorExclude ?? []),
      ...wantedColors(filters),
      ...(filters.category === undefined ? [] : [filters.category]),
    ].map((value) => value.toLowerCase()),
  );
  return stated.filter(({ value }) => read.has(value.toLowerCase()) || text.includes(value.toLowerCase()));
}

/** What was refused in this conversation. */
export function refusedHere({ avoid = [], need }: Pick<DialogueState, 'avoid' | 'need'>): Stated[] {
  const { brandExclude = [], colorExclude = [] } = need.filters;
  return [
    ...avoid.map((value) => ({ about: 'text' as const, value })),
    ...brandExclude.map((value) => ({ about: 'brand' as const, value })),
    ...colorExclude.map((value) => ({ about: 'color' as const, value })),
  ];
}
