import { expect, test } from '@jest/globals';
import { loadPack } from '../../../src/knowledge/packs/load-pack.ts';
import { fixture } from './pack-folder.ts';

test('an FAQ entry holds its question, other ways to ask it, and its answer with lists, in each language', async () => {
  const { faq } = await loadPack(fixture('harbour'));
  expect(faq).toEqual([
    {
      id: 'delivery-time',
      topic: 'shipping',
      question: { en: 'How long does delivery take?', zh: '多久能送到？' },
      variants: [{ en: 'When will my parcel arrive?', zh: '几天到货' }, { en: 'delivery time' }],
      answer: {
        en: 'Two to four working days:\n\n- within the country\n- up to ten abroad',
        zh: '国内二到四个工作日，国外最多十天。',
      },
      source: { file: 'faq.md', line: 5 },
    },
    {
      id: 'gift-wrap',
      question: { zh: '可以礼品包装吗？' },
      variants: [],
      answer: { zh: '可以，免费。' },
      source: { file: 'faq.md', line: 20 },
    },
  ]);
});
