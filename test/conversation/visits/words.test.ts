import { describe, expect, test } from '@jest/globals';
import { searchWords } from '../../../src/conversation/visits/words.ts';

/** Whether a text is found by a query: all of the query's words are among the text's. */
const finds = (query: string, text: string) => {
  const words = new Set(searchWords(text));
  const asked = searchWords(query);
  return asked.length > 0 && asked.every((word) => words.has(word));
};

describe('search words', () => {
  test.each([
    ['delivery', 'Where is my delivery?'],
    ['deliveries', 'my DELIVERY is late'],
    ['late delivery', 'The delivery came three days late'],
    ["doesn't charge", 'It doesnt charge'],
    ['快递', '快递怎么还没到'],
    ['快遞', '快递太慢了'],
    ['快递太慢', '你们的快递太慢了！'],
    ['iPhone手机', '想买iphone手机'],
    ['X200', '这个x200有货吗'],
  ])('"%s" finds "%s"', (query, text) => {
    expect(finds(query, text)).toBe(true);
  });

  test.each([
    ['delivery', 'Where is my refund?'],
    ['慢快递', '快递太慢'],
    ['the of', 'the price of it'],
  ])('"%s" does not find "%s"', (query, text) => {
    expect(finds(query, text)).toBe(false);
  });
});
