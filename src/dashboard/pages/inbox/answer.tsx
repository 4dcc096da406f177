import type { Assignment } from '../../../conversation/outreach/takeover.ts';
import type { ConversationStatus } from '../../../store/conversations.ts';
import { Form, TextArea } from '../../layout/form.tsx';
import { Page } from '../../layout/page.tsx';
import { Card, Notice } from '../../layout/pieces.tsx';
import { useView } from '../../view.tsx';
import { channelName } from '../../words/terms.ts';
import { conversationPath } from '../conversations/list.tsx';
import { Transcript, type TranscriptProps } from '../conversations/transcript.tsx';
import { inboxPath, News } from './list.tsx';
import { words } from './words.ts';

export interface AnswerProps extends Omit<TranscriptProps, 'may' | 'isNewest' | 'conversation'> {
  conversation: { id: string; customerId: string; channel: string; status: ConversationStatus };
  assignment?: Assignment;
  /** Text that was refused, to be mended. */
  draft?: string;
  error?: string;
}

/** One conversation in the inbox: what was said, and the desk to answer it from. */
export function AnswerPage(props: AnswerProps) {
  const { conversation, customerName, assignment, turns, done, error } = props;
  const { language, user } = useView();
  const t = words[language];
  const isYours = conversation.status === 'human' && assignment?.by.login === user!.login;
  const good = done === 'sent' || done === 'seen' || done === 'took' || done === 'back';
  return (
    <Page
      title={t.with(customerName)}
      lead={channelName(conversation.channel, language)}
      scripts={['/dashboard/assets/inbox.js']}
      actions={
        <>
          <a class="button" href="/dashboard/inbox">
            {t.back}
          </a>
          <a class="button" href={conversationPath(conversation.id)}>
            {t.all}
          </a>
          <a class="button" href={`/dashboard/customers/${encodeURIComponent(conversation.customerId)}`}>
            {t.profile}
          </a>
        </>
      }
    >
      {error && <Notice mood="bad">{error}</Notice>}
      {done && t.outcomes[done] && <Notice mood={good ? 'good' : 'bad'}>{t.outcomes[done]}</Notice>}
      <div class="columns">
        <div>
          <Transcript {...props} mayCorrect={false} />
          <span id="end" />
          <News
            url={`${inboxPath(conversation.id)}/last`}
            last={turns.at(-1)?.id}
            href={`${inboxPath(conversation.id)}#end`}
          >
            {t.newMessage}
          </News>
        </div>
        <Desk {...props} isYours={isYours} />
      </div>
    </Page>
  );
}

function Desk({ conversation, assignment, draft, isYours }: AnswerProps & { isYours: boolean }) {
  const { language } = useView();
  const t = words[language];
  const own = inboxPath(conversation.id);
  const { status } = conversation;
  const other = assignment?.by.name ?? '';
  const state = isYours
    ? t.stateYours
    : status === 'human'
      ? t.stateOther(other)
      : status === 'waiting'
        ? t.stateWaiting
        : t.stateBot;
  return (
    <Card class="desk">
      <p>{state}</p>
      {isYours ? (
        <Form action={`${own}/write`}>
          <TextArea
            label={t.write}
            name="text"
            rows={5}
            maxlength={4000}
            value={draft}
            hint={t.writeHint(channelName(conversation.channel, language))}
            required
          />
          <button type="submit" class="main">
            {t.send}
          </button>
        </Form>
      ) : (
        <Form action={`${own}/take`}>
          {status === 'human' && <input type="hidden" name="from" value={assignment?.by.login} />}
          <button type="submit" class="main">
            {status === 'human' ? t.takeFrom(other) : t.take}
          </button>
        </Form>
      )}
      {status !== 'bot' && (
        <Form action={`${own}/back`} class="hand-back">
          <button type="submit">{status === 'human' ? t.handBack : t.leave}</button>
        </Form>
      )}
    </Card>
  );
}
