import type { FaqDraft } from '../../../insights/questions/drafts.ts';
import type { QuestionGroup, Why } from '../../../insights/questions/questions.ts';
import { formatDay, formatNumber, formatTime } from '../../format.ts';
import { Badge, Card, Notice } from '../../layout/pieces.tsx';
import { conversationHref } from '../../links.ts';
import { useView } from '../../view.tsx';
import { type FrameProps, InsightsFrame } from './frame.tsx';
import { words } from './words.ts';

export interface QuestionsProps extends Omit<FrameProps, 'current'> {
  groups: readonly QuestionGroup[];
  drafts: readonly FaqDraft[];
  published: readonly FaqDraft[];
  /** What people are called, by login. */
  people: ReadonlyMap<string, string>;
  mayEdit: boolean;
  done?: string;
}

/** Wordings of a group that go into the answer's form. */
const WORDINGS = 6;
const SHOWN = 20;

/** Questions without a good answer, and the answers on their way. */
export function QuestionsPage(props: QuestionsProps) {
  const { groups, drafts, published, people, mayEdit, done, ...frame } = props;
  const { language, timeZone } = useView();
  const t = words[language];
  const name = (login: string | undefined) => people.get(login ?? '') ?? login ?? '';
  return (
    <InsightsFrame current="questions" {...frame}>
      {done === 'drafted' && <Notice mood="good">{t.drafted}</Notice>}
      {done === 'approved' && <Notice mood="good">{t.approved}</Notice>}
      {done === 'removed' && <Notice>{t.removed}</Notice>}
      <Card title={t.questions}>
        <p class="hint">{t.questionsLead}</p>
        {groups.length === 0 && <p class="empty">{t.questionsNone}</p>}
        <ul class="bare">
          {groups.map((group) => (
            <Group key={group.questions[0]!.turnId} group={group} mayEdit={mayEdit} />
          ))}
        </ul>
      </Card>
      <Card title={t.drafts}>
        {drafts.length === 0 && <p class="quiet">{t.draftsNone}</p>}
        <ul class="bare">
          {drafts.map((draft) => (
            <li key={draft.id}>
              <strong>{titleOf(draft, language)}</strong>{' '}
              <span class="quiet">
                {t.writtenBy(name(draft.writtenBy), formatDay(draft.writtenAt, language, timeZone))}
              </span>{' '}
              {mayEdit && <a href={`/dashboard/insights/answers/${draft.id}`}>{t.review_}</a>}
            </li>
          ))}
        </ul>
      </Card>
      {published.length > 0 && (
        <Card title={t.published}>
          <ul class="bare">
            {published.map((draft) => (
              <li key={draft.id}>
                <strong>{titleOf(draft, language)}</strong>{' '}
                <span class="quiet">
                  {draft.approvedAt &&
                    t.approvedBy(name(draft.approvedBy), formatDay(draft.approvedAt, language, timeZone))}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </InsightsFrame>
  );
}

export function titleOf({ question }: Pick<FaqDraft, 'question'>, language: 'en' | 'zh'): string {
  return question[language] ?? question.en ?? question.zh ?? '';
}

function Group({ group, mayEdit }: { group: QuestionGroup; mayEdit: boolean }) {
  const { language, timeZone } = useView();
  const t = words[language];
  const { question, size, customers, why, questions } = group;
  const other = language === 'en' ? 'zh' : 'en';
  const number = (value: number) => formatNumber(value, language);
  const from = new URLSearchParams(questions.slice(0, WORDINGS).map(({ turnId }) => ['turn', turnId]));
  return (
    <li class="question">
      {mayEdit && (
        <a class="button" href={`/dashboard/insights/answers/new?${from}`}>
          {t.writeAnswer}
        </a>
      )}
      <h3>
        {question[language] ?? question[other]}
        {question[language] && question[other] && <span class="quiet"> · {question[other]}</span>}
      </h3>
      <p class="badges">
        <span class="quiet">{t.asked(size, number(size), t.people(customers, number(customers)))}</span>
        {(Object.keys(why) as Why[]).map((one) => (
          <Badge key={one} mood={one === 'badly answered' ? 'bad' : 'warn'}>
            {t.why[one]} {number(why[one]!)}
          </Badge>
        ))}
      </p>
      <details>
        <summary>{t.allWordings}</summary>
        <ul>
          {questions.slice(0, SHOWN).map(({ turnId, conversationId, text, at }) => (
            <li key={turnId}>
              {text} <a href={conversationHref(conversationId)}>{formatTime(at, language, timeZone)}</a>
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}
