import type { VocabularyEntry } from '../understanding.ts';

/** Each colour with the forms customers use: a Chinese colour of one character also with 色 ("黑", "黑色"). */
export function colorNames(colors: readonly VocabularyEntry[]): VocabularyEntry[] {
  return colors.map(({ id, names }) => ({ id, names: [...new Set([...names, ...names.flatMap(withSuffix)])] }));
}

function withSuffix(name: string): string[] {
  if (/^\p{Script=Han}$/u.test(name)) return [`${name}色`];
  if (/^[黑白红黄蓝绿紫灰粉橙棕金银青褐橘]色$/.test(name)) return [name[0]!];
  return [];
}

/** What a colour word says no colour in: "Black Friday", "white noise", "现金". Tested on what follows the word. */
export const NO_COLOR_AFTER =
  /^[\s-]?(?:friday|noise|coffee|tea|lists?|market|members?(?:hip)?|card|label|wine|light|lighting|juice|cross|envelope|sea|box(?:ed)?|out\b|mirror|shark|pages|paper|house|hole|magic|standard|medal|tier|plan|plus|switch(?:es)?|ray|screen of|星期五|五(?!金)|科技|洞|名单|包(?!包)|牌|会员|卡|茶|环保|光(?!$)|葡萄|酒|豆|名|领|噪|屏|客)/;
/** English colour words that mean something else at least as often: they count only in a colour's place. */
export const DOUBTFUL_COLORS =
  /^(?:clear|coffee|cream|champagne|mint|olive|oak|walnut|orange|gold|silver|rose|chocolate|natural|golden|charcoal|khaki|lime|ruby|space|sand|stone|colorful|colourful)s?$/;
