import { expect, test } from '@jest/globals';
import { detectLanguage } from '../../../src/understanding/text/language.ts';
import type { Language } from '../../../src/understanding/understanding.ts';

const CASES: Record<Language, string[]> = {
  en: [
    'hi',
    'iPhone 15',
    'no',
    'recommend me a laptop under $500',
    'xiaomi redmi note 13',
    'wheres my order??',
    'café near me please',
    'ok',
  ],
  zh: ['好', '我想买iPhone 15 Pro', 'T恤有没有XL', '退货', '有type-c接口的充电器吗', 'OK，谢谢'],
  mixed: [
    '这个phone好用吗',
    'I want 蓝牙耳机',
    'please 帮我找 wireless headphones under 500',
    '可以用 credit card 付吗',
  ],
  other: [
    '3000',
    '😀',
    '...',
    'Bonjour, je cherche un téléphone',
    'hola',
    'guten Morgen',
    'bom dia',
    'wo ist meine Bestellung',
    'こんにちは',
    '東京に行きたい',
    '안녕하세요',
    'где мой заказ',
    'مرحبا',
    'vorrei un telefono economico',
    'สวัสดี',
  ],
};

test.each(Object.entries(CASES).flatMap(([language, texts]) => texts.map((text) => [language, text])))(
  'knows %s: %s',
  (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  },
);

test('reads texts of thousands of characters', () => {
  expect(detectLanguage('The delivery was late and the box was broken. '.repeat(108))).toBe('en');
  expect(detectLanguage('快递很慢，盒子也坏了。'.repeat(450))).toBe('zh');
});
