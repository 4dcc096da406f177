import { usableProfile } from '../../customers/customers.ts';
import type { Strategy } from '../../segments/segment.ts';
import type { ReplyLanguage } from '../../understanding/understanding.ts';
import type { Tone } from '../brief.ts';
import type { Lexicon } from '../format.ts';
import type { WriteRequest } from './scene.ts';

const TONES: Record<ReplyLanguage, Record<Tone, string>> = {
  en: {
    plain: 'friendly and to the point.',
    warm: 'warm; the customer is in a good mood.',
    sorry: 'calm and caring; the customer is unhappy, so help first and sell nothing.',
  },
  zh: {
    plain: '友好、直接。',
    warm: '热情，顾客心情不错。',
    sorry: '平和、体贴；顾客不太满意，先帮忙，不推销。',
  },
};

const STYLES: Record<ReplyLanguage, Record<Strategy['tone'], string>> = {
  en: { warm: 'This customer likes a personal word.', concise: 'This customer wants it short.', plain: '' },
  zh: { warm: '这位顾客喜欢亲切一点。', concise: '这位顾客喜欢简短。', plain: '' },
};

const NOTES = {
  en: {
    interests: 'Interested in',
    likes: 'Likes',
    dislikes: 'Dislikes',
    spends: 'Usually looks at prices from',
    to: 'to',
    nothing: 'Nothing yet.',
  },
  zh: { interests: '感兴趣的', likes: '喜欢', dislikes: '不喜欢', spends: '常看的价位', to: '至', nothing: '暂无。' },
};

const INTERESTS_TOLD = 4;

/** How the customer is to be spoken to: by their mood now, and by their segment's strategy. */
export function describeTone({ language, tone, strategy }: WriteRequest): { tone: string; style: string } {
  return { tone: TONES[language][tone], style: strategy ? STYLES[language][strategy.tone] : '' };
}

/** What may be known of the customer, without name or number: only with their consent. */
export function describeCustomer({ customer, language }: WriteRequest, words: Lexicon): string {
  const profile = usableProfile(customer);
  const note = NOTES[language];
  if (!profile) return note.nothing;
  const lines: string[] = [];
  const interests = Object.entries(profile.interests)
    .sort(([, a], [, b]) => b - a)
    .slice(0, INTERESTS_TOLD)
    .map(([id]) => words.category(id));
  if (interests.length > 0) lines.push(`${note.interests}: ${words.list(interests)}`);
  for (const kind of ['like', 'dislike'] as const) {
    const values = profile.preferences.filter((one) => one.kind === kind).map(({ value }) => value.slice(0, 60));
    if (values.length > 0)
      lines.push(`${kind === 'like' ? note.likes : note.dislikes}: ${words.list(values.slice(-8))}`);
  }
  if (profile.price) {
    lines.push(`${note.spends} ${words.money(profile.price.min)} ${note.to} ${words.money(profile.price.max)}`);
  }
  return lines.length === 0 ? note.nothing : lines.map((line) => `- ${line}`).join('\n');
}
