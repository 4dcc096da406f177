import type { PackAttributeValue } from '../pack.ts';

const color = (id: string, zh: string, ...synonyms: string[]): PackAttributeValue => ({
  id,
  name: { en: id.replace('-', ' '), zh },
  synonyms,
});

/** Colours every pack knows; a pack adds its own or renames these. */
export const BUILT_IN_COLORS: readonly PackAttributeValue[] = [
  color('black', '黑色', '黑', '曜石黑', '哑光黑', 'jet black', 'matte black'),
  color('white', '白色', '白', '纯白', '珍珠白', 'pearl white'),
  color('grey', '灰色', '灰', 'gray', 'graphite', 'charcoal', '石墨色', '深灰', '浅灰', 'anthracite'),
  color('silver', '银色', '银', '银白色'),
  color('gold', '金色', '金', 'golden', '香槟金', 'champagne'),
  color('rose-gold', '玫瑰金', '玫瑰金色'),
  color('red', '红色', '红', '大红', 'crimson', 'scarlet', '酒红', 'burgundy'),
  color('pink', '粉色', '粉', '粉红', '粉红色', '樱花粉'),
  color('orange', '橙色', '橙', '橘色', '橘红色', '橙红'),
  color('yellow', '黄色', '黄', '柠檬黄'),
  color('green', '绿色', '绿', '墨绿', '军绿', '薄荷绿', 'mint', 'olive', 'khaki green'),
  color('teal', '青色', '青', '青绿色', 'turquoise', 'cyan'),
  color('blue', '蓝色', '蓝', '天蓝', '深蓝', '藏青', '海军蓝', 'navy', 'sky blue', 'navy blue'),
  color('purple', '紫色', '紫', '薰衣草紫', 'violet', 'lavender', 'lilac'),
  color('brown', '棕色', '棕', '咖啡色', '褐色', '咖色', 'coffee'),
  color('beige', '米色', '米白', '米白色', '杏色', '卡其色', 'cream', 'ivory', 'khaki', 'off-white'),
  color('transparent', '透明', '透明色', 'clear'),
  color('multicolor', '彩色', '多色', '花色', 'multicolour', 'multi-color', 'colorful', 'colourful'),
];

/** The built-in colours with the pack's own added; one of the same id replaces the built-in. */
export function withBuiltInColors(own: readonly PackAttributeValue[]): PackAttributeValue[] {
  const taken = new Set(own.map((each) => each.id));
  return [...BUILT_IN_COLORS.filter((each) => !taken.has(each.id)), ...own];
}
