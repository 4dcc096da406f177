import { expect, test } from '@jest/globals';
import { isEnglish } from '../../../src/understanding/text/english-words.ts';

test.each(['leaks', 'leaking', 'hurts', 'lightest', 'quieter', 'washes', 'squeaky', 'dripped', 'heavier'])(
  '"%s" is a word as it stands',
  (word) => expect(isEnglish(word)).toBe(true),
);

test.each(['blutooth', 'headfones', 'vaccum', 'kettel', 'projecter'])('"%s" is a slip of the pen', (word) =>
  expect(isEnglish(word)).toBe(false),
);
