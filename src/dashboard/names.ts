import { localize, type Pack } from '../knowledge/pack.ts';
import { intentName } from '../understanding/intent/intent-names.ts';
import type { Aspect, ReplyLanguage } from '../understanding/understanding.ts';

const CHANNELS: Record<string, Record<ReplyLanguage, string>> = {
  web: { en: 'Web chat', zh: '网页聊天' },
  slack: { en: 'Slack', zh: 'Slack' },
  telegram: { en: 'Telegram', zh: 'Telegram' },
  teams: { en: 'Microsoft Teams', zh: 'Microsoft Teams' },
  console: { en: 'Console', zh: '终端' },
  shop: { en: 'Shop', zh: '商店' },
};

const ASPECT_NAMES: Record<Aspect, Record<ReplyLanguage, string>> = {
  price: { en: 'Price', zh: '价格' },
  quality: { en: 'Quality', zh: '质量' },
  delivery: { en: 'Delivery', zh: '配送' },
  service: { en: 'Service', zh: '服务' },
  battery: { en: 'Battery', zh: '电池' },
  screen: { en: 'Screen', zh: '屏幕' },
  sound: { en: 'Sound', zh: '音质' },
  size: { en: 'Size', zh: '尺寸' },
  design: { en: 'Design', zh: '外观' },
  ease_of_use: { en: 'Ease of use', zh: '易用性' },
  other: { en: 'Anything else', zh: '其他' },
};

export function channelName(channel: string, language: ReplyLanguage): string {
  return CHANNELS[channel]?.[language] ?? channel;
}

export function aspectName(aspect: string, language: ReplyLanguage): string {
  return (ASPECT_NAMES as Record<string, Record<ReplyLanguage, string>>)[aspect]?.[language] ?? aspect;
}

/** What customers with this intent do: "Ask about delivery". */
export function intentTitle(intent: string, pack: Pack, language: ReplyLanguage): string {
  const name = intentName(intent, pack)[language];
  return name.charAt(0).toUpperCase() + name.slice(1);
}

export function categoryTitle(id: string, pack: Pack, language: ReplyLanguage): string {
  const category = pack.categories.find((one) => one.id === id);
  return localize(category?.name, language) || id;
}

/** A customer's name, else the start of their id: the same on every page. */
export function customerName(
  customer: { id: string; displayName?: string } | undefined,
  language: ReplyLanguage,
): string {
  if (customer?.displayName) return customer.displayName;
  const id = customer?.id.slice(0, 8) ?? '…';
  return language === 'zh' ? `顾客 ${id}` : `Customer ${id}`;
}
