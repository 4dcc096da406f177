import type { Customer } from '../../../customers/customers.ts';
import type { AngryConversation, Missing } from '../../../insights/attention.ts';
import type { Segment } from '../../../segments/segment.ts';
import { formatNumber, formatTime } from '../../format.ts';
import { Card } from '../../layout/pieces.tsx';
import { conversationHref, segmentHref } from '../../links.ts';
import { useView } from '../../view.tsx';
import { customerName } from '../../words/names.ts';
import { channelName } from '../../words/terms.ts';
import { words } from './words.ts';

export interface AttentionShown {
  angry: (AngryConversation & { customer: Customer | undefined })[];
  unanswered: number;
  missing: Missing[];
  shrinking: { segment: Segment; before: number }[];
}

/** What somebody should look at today. */
export function Attention({ angry, unanswered, missing, shrinking }: AttentionShown) {
  const { language, timeZone } = useView();
  const t = words[language];
  const number = (value: number) => formatNumber(value, language);
  const nothing = angry.length + unanswered + missing.length + shrinking.length === 0;
  return (
    <Card title={t.attention}>
      {nothing && <p class="quiet">{t.attentionNone}</p>}
      <div class="flow">
        {angry.length > 0 && (
          <div>
            <h3>{t.angry}</h3>
            <p class="hint">{t.angryHint}</p>
            <ul class="bare">
              {angry.map(({ conversationId, customer, channel, at, text }) => (
                <li key={conversationId}>
                  <a href={conversationHref(conversationId)}>{customerName(customer, language)}</a>{' '}
                  <span class="quiet">
                    {channelName(channel, language)}, {formatTime(at, language, timeZone)}
                  </span>
                  <blockquote>{text}</blockquote>
                </li>
              ))}
            </ul>
          </div>
        )}
        {unanswered > 0 && (
          <div>
            <h3>{t.unansweredTitle}</h3>
            <p>{t.unanswered(number(unanswered))}</p>
            <p>
              <a href="/dashboard/insights/questions">{t.toQuestions}</a>
            </p>
          </div>
        )}
        {missing.length > 0 && (
          <div>
            <h3>{t.missing}</h3>
            <ul class="bare">
              {missing.map(({ phrase, customers, texts }) => (
                <li key={phrase}>
                  <strong>{phrase}</strong> <span class="quiet">{t.missingBy(customers, number(customers))}</span>
                  <blockquote>{texts[0]}</blockquote>
                </li>
              ))}
            </ul>
          </div>
        )}
        {shrinking.length > 0 && (
          <div>
            <h3>{t.shrinking}</h3>
            <ul class="bare">
              {shrinking.map(({ segment, before }) => (
                <li key={segment.id}>
                  <a href={segmentHref(segment.id)}>{segment.name[language]}</a>{' '}
                  <span class="quiet">{t.shrank(number(before), number(segment.size))}</span>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </Card>
  );
}
