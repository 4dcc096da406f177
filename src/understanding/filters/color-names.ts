import type { VocabularyEntry } from '../understanding.ts';

/** Further words for the colours every shop has, by the plain English name. */
const SHADES: Record<string, string[]> = {
  black: ['jet black', 'matte black', 'midnight black', '纯黑', '亮黑'],
  white: ['pearl white', 'snow white', '纯白', '亮白'],
  gray: [
    'grey',
    'charcoal',
    'space gray',
    'space grey',
    'graphite',
    'dark gray',
    'light gray',
    'dark grey',
    'light grey',
    '深灰',
    '浅灰',
    '深空灰',
  ],
  blue: [
    'navy',
    'navy blue',
    'dark blue',
    'light blue',
    'sky blue',
    'royal blue',
    '深蓝',
    '浅蓝',
    '天蓝',
    '藏青',
    '宝蓝',
    '藏蓝',
  ],
  red: ['burgundy', 'maroon', 'crimson', 'scarlet', 'wine red', '酒红', '大红', '深红'],
  purple: ['violet', 'lavender', 'lilac', '浅紫', '深紫', '薰衣草'],
  green: ['dark green', 'light green', 'olive green', '墨绿', '军绿', '浅绿', '深绿', '草绿'],
  pink: ['light pink', 'hot pink', '粉红', '浅粉', '樱花粉'],
  yellow: ['light yellow', '浅黄', '柠檬黄'],
  brown: ['dark brown', 'light brown', '褐色', '咖色', '咖啡色'],
  silver: ['银白', '银灰'],
  gold: ['golden', '香槟金', '土豪金'],
  orange: ['橘色', '橘'],
  beige: ['off-white', 'ivory', '米白', '杏色'],
};

/** Each colour with the forms customers use: 黑 also as 黑色, and shades of it that the shop has no name for. */
export function colorNames(colors: readonly VocabularyEntry[]): VocabularyEntry[] {
  const own = new Set(colors.flatMap(({ names }) => names.map((name) => name.toLowerCase())));
  return colors.map(({ id, names }) => {
    const shades = names.flatMap((name) => SHADES[name.toLowerCase()] ?? []).filter((shade) => !own.has(shade));
    return { id, names: [...new Set([...names, ...shades, ...[...names, ...shades].flatMap(withSuffix)])] };
  });
}

function withSuffix(name: string): string[] {
  if (/^\p{Script=Han}$/u.test(name)) return [`${name}色`];
  if (/^[黑白红黄蓝绿紫灰粉橙棕金银青褐橘]色$/.test(name)) return [name[0]!];
  return [];
}

/** What a colour word says no colour in: "Black Friday", "white noise", "现金". Tested on what follows the word. */
export const NO_COLOR_AFTER =
  /^[\s-]?(?:friday|noise|coffee|tea|lists?|market|members?(?:hip)?|card|jewel\w*|coins?|bars?|fund|prices?|plated|status|rate|invest\w*|label|wine|light|lighting|juice|cross|envelope|sea|box(?:ed)?|out\b|mirror|shark|pages|paper|house|hole|magic|standard|medal|tier|plan|plus|switch(?:es)?|ray|screen of|星期五|五(?![金百千十万个块零一二两三四六七八九])|科技|洞|名单|包(?!包)|牌|会员|卡|茶|环保|光(?!$)|葡萄|酒|豆|名|领|噪|屏|客)/;
/** English colour words that mean something else at least as often: they count only in a colour's place. */
export const DOUBTFUL_COLORS =
  /^(?:clear|cream|champagne|mint|olive|oak|walnut|orange|rose|natural|charcoal|khaki|lime|ruby|space|sand|stone|colorful|colourful)s?$/;
/** Things to eat and drink: colours only where it is said that they are ("in coffee", "coffee colour"). */
export const EDIBLE_COLORS = /^(?:coffee|chocolate|咖啡)s?$/;
