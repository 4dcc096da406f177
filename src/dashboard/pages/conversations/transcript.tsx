import type { Correction } from '../../../conversation/corrections.ts';
import type { Turn } from '../../../conversation/turn-record.ts';
import type { StoredConversation } from '../../../store/conversations.ts';
import type { Option } from '../../layout/form.tsx';
import { Page } from '../../layout/page.tsx';
import { Notice } from '../../layout/pieces.tsx';
import { withQuery } from '../../url.ts';
import { useView } from '../../view.tsx';
import { words as shell } from '../../words/shell.ts';
import { channelName } from '../../words/terms.ts';
import { conversationPath } from './list.tsx';
import { TurnView } from './turn.tsx';
import type { PackWords } from './turn-details.tsx';
import { words } from './words.ts';

export interface TranscriptProps {
  conversation: Pick<StoredConversation, 'id' | 'customerId' | 'channel' | 'status'>;
  customerName: string;
  /** Oldest first. */
  turns: readonly Turn[];
  corrections: readonly Correction[];
  people: ReadonlyMap<string, string>;
  pack: PackWords;
  intents: readonly Option[];
  /** Time before which there is more. */
  earlier?: string;
  isNewest: boolean;
  done?: string;
  may: { correct: boolean; export: boolean; answer: boolean };
}

export function TranscriptPage(props: TranscriptProps) {
  const { conversation, customerName, turns, earlier, isNewest, done, may } = props;
  const { language, url } = useView();
  const t = words[language];
  const own = conversationPath(conversation.id);
  return (
    <Page
      title={t.transcript(customerName)}
      lead={[
        channelName(conversation.channel, language),
        ...(turns.some(({ simulated }) => simulated) ? [shell[language].simulated] : []),
      ].join(' · ')}
      actions={
        <>
          <a class="button" href={`/dashboard/customers/${encodeURIComponent(conversation.customerId)}`}>
            {t.profile}
          </a>
          {may.answer && conversation.status !== 'bot' && (
            <a class="button main" href={`/dashboard/inbox/${encodeURIComponent(conversation.id)}`}>
              {t.openInbox}
            </a>
          )}
          {may.export && (
            <>
              <a class="button" href={`${own}/export?format=csv`}>
                {t.exportCsv}
              </a>
              <a class="button" href={`${own}/export?format=json`}>
                {t.exportJson}
              </a>
            </>
          )}
        </>
      }
    >
      {done === 'corrected' && <Notice mood="good">{t.corrected}</Notice>}
      {done === 'undone' && <Notice>{t.undone}</Notice>}
      {earlier && (
        <p>
          <a href={withQuery(url, { until: earlier, done: undefined })}>{t.earlier}</a>
        </p>
      )}
      <Transcript {...props} mayCorrect={may.correct} turns={turns} />
      {!isNewest && (
        <p>
          <a href={own}>{t.newest}</a>
        </p>
      )}
    </Page>
  );
}

export function Transcript(
  props: Pick<TranscriptProps, 'turns' | 'corrections' | 'people' | 'customerName' | 'pack' | 'intents'> & {
    mayCorrect: boolean;
  },
) {
  const { turns, corrections, ...rest } = props;
  return (
    <ol class="transcript">
      {turns.map((turn) => (
        <TurnView
          key={turn.id}
          turn={turn}
          corrections={corrections.filter(({ turnId }) => turnId === turn.id)}
          {...rest}
        />
      ))}
    </ol>
  );
}
