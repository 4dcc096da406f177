import type { Segment } from '../../../segments/segment.ts';
import { formatTime } from '../../format.ts';
import { Field, Search } from '../../layout/form.tsx';
import { Page } from '../../layout/page.tsx';
import { Badge, Pager } from '../../layout/pieces.tsx';
import { Table } from '../../layout/table.tsx';
import { useView } from '../../view.tsx';
import { customerName } from '../../words/names.ts';
import { words as shell } from '../../words/shell.ts';
import { channelName, moodName } from '../../words/terms.ts';
import { MOOD_LOOK } from '../conversations/list.tsx';
import { type CustomerRecord, segmentIdsOf } from './record.ts';
import { words } from './words.ts';

export const customerPath = (id: string): string => `/dashboard/customers/${encodeURIComponent(id)}`;

export interface CustomersProps {
  customers: readonly CustomerRecord[];
  segments: readonly Segment[];
  q?: string;
  next?: string;
  cursor?: string;
}

export function CustomersPage({ customers, segments, q, next, cursor }: CustomersProps) {
  const { language, timeZone } = useView();
  const t = words[language];
  const segmentName = (id: string) => segments.find((segment) => segment.id === id)?.name[language];
  return (
    <Page title={t.title} lead={t.lead}>
      <Search action="/dashboard/customers" label={t.search}>
        <div class="long">
          <Field label={t.q} name="q" type="search" value={q} />
        </div>
        <div class="actions">
          <button type="submit" class="main">
            {t.find}
          </button>
          {q && <a href="/dashboard/customers">{t.clear}</a>}
        </div>
      </Search>
      <Table
        caption={t.list}
        rows={customers}
        keyOf={({ id }) => id}
        empty={q ? t.none : t.nobody}
        columns={[
          {
            title: t.name,
            cell: (customer) => (
              <>
                <a href={customerPath(customer.id)}>{customerName(customer, language)}</a>
                {customer.simulated && <p class="quiet">{shell[language].simulated}</p>}
              </>
            ),
          },
          {
            title: t.channels,
            cell: ({ identities }) =>
              [...new Set(identities.map(({ channel }) => channelName(channel, language)))].join(', '),
          },
          { title: t.mood, cell: (customer) => <ProfileMood customer={customer} /> },
          {
            title: t.segments,
            cell: (customer) =>
              segmentIdsOf(customer)
                .map(segmentName)
                .filter((name) => name !== undefined)
                .join(', '),
          },
          {
            title: t.consents,
            cell: ({ consent }) =>
              Object.entries(consent)
                .filter(([, given]) => given?.granted)
                .map(([purpose]) => t.purposes[purpose] ?? purpose)
                .join(', ') || <span class="quiet">{t.noConsent}</span>,
          },
          {
            title: t.seen,
            cell: ({ lastSeenAt }) => (
              <time dateTime={lastSeenAt.toISOString()}>{formatTime(lastSeenAt, language, timeZone)}</time>
            ),
          },
        ]}
      />
      <Pager next={next} cursor={cursor} />
    </Page>
  );
}

/** Moods between these are neither: a mean of many turns is seldom extreme. */
const NEUTRAL_WITHIN = 0.25;

export function ProfileMood({ customer }: { customer: CustomerRecord }) {
  const { language } = useView();
  const { mood } = customer.profile;
  if (mood === undefined) return null;
  const label = mood > NEUTRAL_WITHIN ? 'positive' : mood < -NEUTRAL_WITHIN ? 'negative' : 'neutral';
  return <Badge mood={MOOD_LOOK[label]}>{moodName({ label, angry: false }, language)}</Badge>;
}
