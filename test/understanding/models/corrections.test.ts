import { describe, expect, test } from '@jest/globals';
import { readCorrections } from '../../../src/understanding/models/corrections.ts';

describe('corrections as examples', () => {
  test('are read by kind and language; a pack’s own intents are told apart', () => {
    const read = readCorrections([
      '{"kind":"intent","text":"track it","language":"en","value":"order_status"}',
      '{"kind":"intent","text":"mount it","language":"en","value":"ask_installation"}',
      '{"kind":"sentiment","text":"太慢了","language":"zh","value":"angry"}',
      '{"kind":"sentiment","text":"meh","language":"en","value":"neutral"}',
      '',
    ]);
    expect(read.intents).toEqual([{ text: 'track it', intent: 'order_status' }]);
    expect([...read.ofPacks]).toEqual([['ask_installation', 1]]);
    expect(read.sentiments).toEqual({
      zh: [{ text: '太慢了', coloured: true, valence: -1 }],
      en: [{ text: 'meh', coloured: false }],
    });
  });

  test.each(['not json', '{"kind":"intent","text":""}', '{"kind":"mood","text":"x","value":"y"}'])(
    'a line that is none is named: %s',
    (line) => {
      expect(() => readCorrections(['', line])).toThrow('Line 2 is no correction');
    },
  );
});
