import type { Brief } from '../brief.ts';
import { reasonText } from '../cards.ts';
import type { Draft, Scene } from './writer.ts';

type PrivacyBrief = Extract<
  Brief,
  | { kind: `privacy_${string}` }
  | { kind: 'marketing_stopped' }
  | { kind: 'consent_set' }
  | { kind: 'preference_noted' }
  | { kind: 'preference_undone' }
>;

export function writePrivacy(brief: PrivacyBrief, { lexicon, pack }: Scene): Draft {
  const { say } = lexicon;
  switch (brief.kind) {
    case 'privacy_export': {
      if (brief.known.length === 0) return { text: say('privacy.export.none') };
      const facts = brief.known.map((fact) => `- ${fact}`).join('\n');
      const file = brief.link ? say('privacy.export.file', { link: brief.link }) : say('privacy.export.file.ask');
      return { text: [say('privacy.export'), facts, file, say('privacy.export.rights')].join('\n\n') };
    }
    case 'privacy_erase_confirm':
      return {
        text: say('privacy.erase.confirm'),
        choices: [
          { id: 'erase:yes', text: say('choice.yes') },
          { id: 'erase:no', text: say('choice.no') },
        ],
      };
    case 'privacy_erased':
      return { text: say('privacy.erased', { records: brief.records }) };
    case 'privacy_kept':
      return { text: say('privacy.kept') };
    case 'privacy_why': {
      if (brief.items.length === 0) return { text: say('privacy.why.none') };
      const lines = brief.items.map(({ name, recommendation }) => {
        const reasons = recommendation.reasons.map((reason) => reasonText(reason, lexicon, pack));
        return `- **${name}**: ${reasons.join(lexicon.language === 'zh' ? '；' : '; ')}`;
      });
      return { text: `${say('privacy.why')}\n\n${lines.join('\n')}` };
    }
    case 'marketing_stopped':
      return { text: say('marketing.stopped') };
    case 'consent_set':
      return { text: say(brief.granted ? 'consent.yes' : 'consent.no') };
    case 'preference_undone':
      if (brief.what.length === 0) return { text: say('preference.undone.none') };
      return { text: say('preference.undone', { what: lexicon.list(brief.what) }) };
    case 'preference_noted': {
      const parts: string[] = [];
      if (brief.liked.length > 0) parts.push(say('preference.liked', { what: lexicon.list(brief.liked) }));
      if (brief.disliked.length > 0) parts.push(say('preference.disliked', { what: lexicon.list(brief.disliked) }));
      if (parts.length === 0) return { text: say('preference.vague') };
      const what = parts.join(lexicon.language === 'zh' ? '，' : ', ');
      return { text: say(brief.remembered ? 'preference.noted' : 'preference.noted.session', { what }) };
    }
  }
}
