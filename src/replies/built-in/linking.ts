import type { Brief } from '../brief.ts';
import type { Draft, Scene } from './writer.ts';

/** Codes, and what came of linking or parting chats. */
export function writeLinking({ outcome }: Extract<Brief, { kind: 'account_link' }>, { lexicon }: Scene): Draft {
  const { say } = lexicon;
  switch (outcome.kind) {
    case 'code': {
      const code = say('link.code', { code: outcome.code, minutes: outcome.minutes });
      return { text: outcome.link ? `${code}\n\n${say('link.page', { link: outcome.link })}` : code };
    }
    case 'linked':
      return { text: say('link.done', { channels: lexicon.list(outcome.channels) }) };
    case 'same':
      return { text: say('link.same') };
    case 'invalid':
      return { text: say('link.invalid') };
    case 'conflict':
      return { text: say('link.conflict'), choices: [{ id: 'human', text: say('choice.human') }] };
    case 'parted':
      return { text: say('link.parted') };
    case 'alone':
      return { text: say('link.alone') };
  }
}
