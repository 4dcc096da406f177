import type { StatedPreference } from '../customers/profile.ts';
import type { Understanding } from '../understanding/understanding.ts';

/** "I don't hate leather any more", "leather is fine now", "forget that I like blue": said of oneself, and no question. */
const TAKES_BACK = [
  /\bi(?:'m| am)?\s+(?:no longer|don'?t|do not)\s+(?:really\s+)?(?:hate|dislike|mind|avoid|allergic|against)\b.*/i,
  /\bi(?:'m| am)\s+(?:not|no longer)\s+(?:allergic|against)\b.*\b(?:any ?more|any longer|now)\b/i,
  /\bi(?:'m| am)\s+(?:fine|ok|okay|happy)\s+with\b.+\b(?:now|again|after all|too)\b/i,
  /\bi\s+can\s+(?:accept|live with|wear|eat|use|have|take)\b.+\b(?:now|again|after all)\b/i,
  /\bi\s+(?:changed|'?ve changed|have changed)\s+my\s+mind\s+(?:about|on)\b.+/i,
  /\b(?:forget|delete|remove)\s+(?:that|the fact that|about)\s+(?:i|me|my)\b.+/i,
  /\bi\s+never\s+said\s+(?:that\s+)?i\s+(?:hate|dislike|don'?t like|like|love)\b.+/i,
  /^(?!.*\b(?:is|are)\s+(?:it|they|there)\b).+\b(?:is|are)\s+(?:fine|ok|okay|all right|alright)\s+(?:(?:with|by)\s+me\s+)?(?:now|again|after all|too)\b/i,
];
const TAKES_BACK_ZH = [
  /(?:不再|已经不|现在不|其实不)(?:讨厌|排斥|介意|反感|过敏|避开)/,
  /(?:不讨厌|不排斥|不介意|不反感|不过敏|不避开).{0,12}了/,
  /(?:现在|已经|又|也|其实)(?:可以|能|愿意)(?:接受|吃|穿|用|买|考虑).+了?/,
  /.+(?:现在|也)(?:可以|没关系|无所谓|没问题|能接受)了?[。！!\s]*$/,
  /(?:改主意|改变主意|想法变)了/,
  /(?:忘掉|忘记|删掉|去掉)(?:我)?.*(?:喜欢|不喜欢|讨厌|不要)/,
  /我(?:没有|从来没|没)说过(?:我)?(?:喜欢|不喜欢|讨厌|不要)/,
];

/** Whether a message takes something back that was said about likes and dislikes. What, `takenBack` tells. */
export function takesBack(text: string): boolean {
  const said = text.trim().normalize('NFKC').replaceAll('’', "'");
  if (said === '' || said.length > 200 || /[?？]\s*$|[吗呢][。\s]*$/.test(said)) return false;
  return [...TAKES_BACK, ...TAKES_BACK_ZH].some((pattern) => pattern.test(said));
}

/** What of `stated` a message is about, by the words of it and by the brands and colours read in it. */
export function takenBack<T extends Pick<StatedPreference, 'about' | 'value'>>(
  { clean, filters }: Pick<Understanding, 'clean' | 'filters'>,
  stated: readonly T[],
): T[] {
  const text = clean.text.toLowerCase();
  const read = new Set(
    [
      ...(filters.brandInclude ?? []),
      ...(filters.brandExclude ?? []),
      ...(filters.colorExclude ?? []),
      ...(filters.color === undefined ? [] : [filters.color]),
      ...(filters.category === undefined ? [] : [filters.category]),
    ].map((value) => value.toLowerCase()),
  );
  return stated.filter(({ value }) => read.has(value.toLowerCase()) || text.includes(value.toLowerCase()));
}
