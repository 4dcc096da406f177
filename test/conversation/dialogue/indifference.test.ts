import { expect, test } from '@jest/globals';
import { isGivingUp, isResigned, readYesNo } from '../../../src/conversation/dialogue/affirmation.ts';
import { isIndifferent } from '../../../src/conversation/dialogue/indifference.ts';

test.each([
  'whatever',
  "I don't care",
  'any',
  'either one is fine',
  'no preference really',
  'up to you',
  "doesn't matter",
  'you choose',
  '随便',
  '都可以',
  '都行吧',
  '无所谓',
  '随便，你推荐一个吧',
  '都差不多，你定吧',
  '没什么要求',
])('"%s" leaves the choice to us', (text) => expect(isIndifferent(text)).toBe(true));

test.each([
  'whatever, show me the best rated',
  'any in white?',
  'I do care about the price',
  'anything cheaper',
  '都要黑色的',
  '随便看看',
  '不知道哪个好',
  '推荐一个',
])('"%s" says more than that', (text) => expect(isIndifferent(text)).toBe(false));

test('a no to "any preference?" is told from giving up', () => {
  for (const text of ['no', 'nope', '不用', '没有'])
    expect({ text, up: isGivingUp(text) }).toEqual({ text, up: false });
  for (const text of ['never mind', 'no thanks', '算了', 'leave it'])
    expect({ text, up: isGivingUp(text) }).toEqual({ text, up: true });
});

test('agreeing to what cannot be helped is a yes', () => {
  for (const text of ['行吧', '好吧', 'fine', 'ok']) {
    expect(readYesNo(text)).toBe(true);
    expect(isResigned(text)).toBe(true);
  }
  expect(isResigned('yes please')).toBe(false);
});
