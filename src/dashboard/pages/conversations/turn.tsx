import type { Correction } from '../../../conversation/corrections.ts';
import type { Turn } from '../../../conversation/turn-record.ts';
import { PERSON } from '../../../conversation/visits/visit.ts';
import { formatShare, formatTime } from '../../format.ts';
import type { Option } from '../../layout/form.tsx';
import { Badge } from '../../layout/pieces.tsx';
import { intentTitle } from '../../names.ts';
import { plainText } from '../../plain-text.ts';
import { useView } from '../../view.tsx';
import { flagName, moodName } from '../../words/terms.ts';
import { Correct } from './correct.tsx';
import { MOOD_LOOK } from './list.tsx';
import { type PackWords, TurnDetails } from './turn-details.tsx';
import { words } from './words.ts';

export interface TurnProps {
  turn: Turn;
  corrections: readonly Correction[];
  /** Names of our people by login. */
  people: ReadonlyMap<string, string>;
  customerName: string;
  pack: PackWords;
  /** Intents that may be chosen. */
  intents: readonly Option[];
  mayCorrect: boolean;
}

export const anchorOf = ({ receivedAt }: Pick<Turn, 'receivedAt'>): string => `turn-${receivedAt.getTime()}`;

/** One message and the reply to it. Customers' text goes in as text, never as HTML. */
export function TurnView(props: TurnProps) {
  const { turn, customerName } = props;
  const { language, timeZone } = useView();
  const t = words[language];
  const { understanding } = turn;
  return (
    <li id={anchorOf(turn)}>
      {!turn.proactive && (
        <article class="said customer">
          <header>
            <strong>{customerName}</strong>{' '}
            <time dateTime={turn.receivedAt.toISOString()}>{formatTime(turn.receivedAt, language, timeZone)}</time>
          </header>
          <p class="text" dir="auto">
            {said(turn, t)}
          </p>
          {understanding && (
            <p class="badges">
              <Badge mood={MOOD_LOOK[understanding.sentiment.label]}>
                {moodName(understanding.sentiment, language)}
              </Badge>
              <Badge>
                {intentTitle(understanding.intent.name, props.pack.pack, language)}
                {understanding.intent.name !== 'unsure' &&
                  ` · ${t.sure(formatShare(understanding.intent.confidence, language))}`}
              </Badge>
            </p>
          )}
        </article>
      )}
      <ReplyView {...props} />
      {understanding && (
        <details class="how">
          <summary>{t.details}</summary>
          <TurnDetails {...props} />
          {props.mayCorrect && <Correct {...props} pack={props.pack.pack} />}
        </details>
      )}
    </li>
  );
}

function said({ message }: Turn, t: { pressed: string; attachment: string }): string {
  if (message.text !== '') return message.text;
  const { action, attachments } = message;
  if (action?.kind === 'choice') return `${t.pressed}: ${action.text ?? action.id}`;
  return attachments.length > 0
    ? `${t.attachment}: ${attachments.map(({ name, kind }) => name ?? kind).join(', ')}`
    : (action?.kind ?? '');
}

function ReplyView({ turn: { reply, proactive, status, receivedAt, delivery }, people }: TurnProps) {
  const { language, timeZone } = useView();
  const t = words[language];
  if (!reply) return status === 'dropped' ? <p class="quiet">{t.nothingSaid}</p> : null;
  const login = reply.by.startsWith(PERSON) ? reply.by.slice(PERSON.length) : undefined;
  const at = delivery?.at ?? receivedAt;
  return (
    <article class={login ? 'said person' : 'said bot'}>
      <header>
        <strong>{login ? t.personSaid(people.get(login) ?? login) : t.botSaid}</strong>{' '}
        <time dateTime={at.toISOString()}>{formatTime(at, language, timeZone)}</time>{' '}
        {proactive?.purpose === 'marketing' && <Badge>{t.marketing}</Badge>}
      </header>
      <p class="text" dir="auto">
        {plainText(reply.text)}
      </p>
      {reply.products && reply.products.length > 0 && (
        <ul class="cards">
          {reply.products.map(({ productId, title, price, reason }) => (
            <li key={productId}>
              <strong>{title}</strong> {price}
              {reason && <span class="quiet"> {reason}</span>}
            </li>
          ))}
        </ul>
      )}
      {(status === 'failed' || status === 'refused') && <Badge mood="bad">{flagName('undelivered', language)}</Badge>}
    </article>
  );
}
