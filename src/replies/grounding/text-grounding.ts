import type { Pack } from '../../knowledge/pack.ts';
import { checkLeaks } from './leaks.ts';
import type { TextGrounding } from './violation.ts';

/** No reply to a chat message is longer; a longer one is refused unread, so that the check's time is bounded. */
const LONGEST_REPLY = 20_000;

/** Makes a pack's check of free text. Its names are indexed here, once. */
export function createTextGrounding(_options: { pack: Pack }): TextGrounding {
  return {
    check(text, evidence) {
      if (text.length > LONGEST_REPLY) {
        return [
          {
            kind: 'unreadable',
            text: `${text.slice(0, 40)}…`,
            expected: `at most ${LONGEST_REPLY} characters`,
            explain: `The reply has ${text.length} characters; write at most a few sentences.`,
          },
        ];
      }
      return checkLeaks(text, evidence);
    },
  };
}
