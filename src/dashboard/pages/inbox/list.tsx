import type { ComponentChildren } from 'preact';
import type { Assignment } from '../../../conversation/outreach/takeover.ts';
import { formatNumber, formatTime } from '../../format.ts';
import { Page } from '../../layout/page.tsx';
import { Badge, Card } from '../../layout/pieces.tsx';
import { type Column, Table } from '../../layout/table.tsx';
import { useView } from '../../view.tsx';
import { channelName, moodName } from '../../words/terms.ts';
import { MOOD_LOOK } from '../conversations/list.tsx';
import type { Waiting } from './waiting.ts';
import { words } from './words.ts';

export interface InboxRow {
  id: string;
  channel: string;
  name: string;
  waiting: Waiting;
  assignment?: Assignment;
}

export const inboxPath = (id: string): string => `/dashboard/inbox/${encodeURIComponent(id)}`;

/** Shown by the page's script once `url` tells another state than `last`. */
export function News(props: { url: string; last?: string; href: string; children: ComponentChildren }) {
  const t = words[useView().language];
  return (
    <div id="news" role="status" data-url={props.url} data-last={props.last}>
      <p hidden>
        {props.children} <a href={props.href}>{t.reload}</a>
      </p>
    </div>
  );
}

export function InboxPage(props: {
  waiting: readonly InboxRow[];
  taken: readonly InboxRow[];
  most: number;
  state: string;
}) {
  const { language, timeZone, user } = useView();
  const t = words[language];
  const first: Column<InboxRow>[] = [
    { title: t.customer, cell: ({ id, name }) => <a href={`${inboxPath(id)}#end`}>{name}</a> },
    { title: t.said, wide: true, cell: ({ waiting }) => <span dir="auto">{waiting.said.slice(0, 160)}</span> },
  ];
  const last: Column<InboxRow>[] = [
    {
      title: t.mood,
      cell: ({ waiting: { mood } }) => mood && <Badge mood={MOOD_LOOK[mood.label]}>{moodName(mood, language)}</Badge>,
    },
    { title: t.channel, cell: ({ channel }) => channelName(channel, language) },
    {
      title: t.since,
      cell: ({ waiting: { since } }) => (
        <time dateTime={since.toISOString()}>{formatTime(since, language, timeZone)}</time>
      ),
    },
  ];
  return (
    <Page title={t.title} lead={t.lead} scripts={['/dashboard/assets/inbox.js']}>
      <News url="/dashboard/inbox/state" last={props.state} href="/dashboard/inbox">
        {t.changed}
      </News>
      <Card title={t.waiting}>
        <Table
          caption={t.waiting}
          rows={props.waiting}
          keyOf={({ id }) => id}
          empty={t.nobody}
          columns={[
            ...first,
            { title: t.reason, cell: ({ waiting: { reason } }) => reason && t.reasons[reason] },
            ...last,
          ]}
        />
        {props.waiting.length >= props.most && <p class="quiet">{t.capped(formatNumber(props.most, language))}</p>}
      </Card>
      <Card title={t.taken}>
        <Table
          caption={t.taken}
          rows={props.taken}
          keyOf={({ id }) => id}
          empty={t.nobodyTaken}
          columns={[
            ...first,
            {
              title: t.who,
              cell: ({ assignment }) => (assignment?.by.login === user!.login ? t.you : assignment?.by.name),
            },
            ...last.slice(0, 2),
          ]}
        />
      </Card>
    </Page>
  );
}
