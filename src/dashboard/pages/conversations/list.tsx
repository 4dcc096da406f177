import type { Visit } from '../../../conversation/visits/visit.ts';
import type { Pack } from '../../../knowledge/pack.ts';
import { formatDay, formatTime } from '../../format.ts';
import { Field, type Option, Search, Select } from '../../layout/form.tsx';
import { Page } from '../../layout/page.tsx';
import { Badge, type Mood, Pager } from '../../layout/pieces.tsx';
import { Table } from '../../layout/table.tsx';
import { wantedText } from '../../names.ts';
import { withQuery } from '../../url.ts';
import { useView } from '../../view.tsx';
import { words as shell } from '../../words/shell.ts';
import { channelName, flagName, moodName } from '../../words/terms.ts';
import { type Filters, PERIODS } from './filters.ts';
import type { FilterOptions } from './options.ts';
import { words } from './words.ts';

export interface ListProps {
  filters: Filters;
  options: FilterOptions;
  visits: readonly Visit[];
  names: ReadonlyMap<string, string>;
  pack: Pack;
  next?: string;
  lookedBackTo?: Date;
  mayExport: boolean;
}

export const conversationPath = (id: string): string => `/dashboard/conversations/${encodeURIComponent(id)}`;
export const visitPath = ({ conversationId, at }: Pick<Visit, 'conversationId' | 'at'>): string =>
  `${conversationPath(conversationId)}?until=${at.getTime()}`;

export function ListPage(props: ListProps) {
  const { filters, visits, names, pack, next, lookedBackTo, mayExport } = props;
  const { language, timeZone, url } = useView();
  const t = words[language];
  const { cursor, ...asked } = filters;
  const isFiltered = Object.values(asked).some((value) => value !== undefined);
  return (
    <Page title={t.title} lead={t.lead} actions={mayExport && visits.length > 0 && <ExportLinks url={url} />}>
      <FilterForm {...props} />
      <Table
        caption={t.results}
        rows={visits}
        keyOf={({ id }) => id}
        empty={isFiltered ? t.none : t.nothingYet}
        columns={[
          {
            title: t.customer,
            cell: (visit) => (
              <>
                <a href={visitPath(visit)}>{names.get(visit.customerId)}</a>
                {visit.simulated && <p class="quiet">{shell[language].simulated}</p>}
              </>
            ),
          },
          {
            title: t.said,
            wide: true,
            cell: ({ excerpt, messages }) => (
              <>
                <span dir="auto">{excerpt}</span> <span class="quiet">{t.messages(messages)}</span>
              </>
            ),
          },
          {
            title: t.wanted,
            cell: ({ intents }) => wantedText(intents, 2, pack, language),
          },
          { title: t.mood, cell: (visit) => <VisitBadges visit={visit} /> },
          { title: t.channel, cell: ({ channel }) => channelName(channel, language) },
          {
            title: t.last,
            cell: ({ at }) => <time dateTime={at.toISOString()}>{formatTime(at, language, timeZone)}</time>,
          },
        ]}
      />
      {lookedBackTo ? (
        <p class="looked">
          {t.lookedBack(formatDay(lookedBackTo, language, timeZone))}{' '}
          <a href={withQuery(url, { cursor: next })} rel="next">
            {t.lookFurther}
          </a>
        </p>
      ) : (
        <Pager next={next} cursor={cursor} />
      )}
    </Page>
  );
}

export const MOOD_LOOK: Record<'positive' | 'neutral' | 'negative', Mood> = {
  positive: 'good',
  neutral: 'plain',
  negative: 'bad',
};

function VisitBadges({ visit }: { visit: Visit }) {
  const { language } = useView();
  return (
    <span class="badges">
      {visit.mood && <Badge mood={MOOD_LOOK[visit.mood.label]}>{moodName(visit.mood, language)}</Badge>}
      {visit.flags
        .filter((flag) => flag !== 'corrected')
        .map((flag) => (
          <Badge key={flag} mood="warn">
            {flagName(flag, language)}
          </Badge>
        ))}
    </span>
  );
}

function ExportLinks({ url }: { url: string }) {
  const t = words[useView().language];
  const [, query = ''] = url.split('?');
  const to = (format: string) => withQuery(`/dashboard/conversations/export?${query}`, { format, cursor: undefined });
  return (
    <>
      <a class="button" href={to('csv')}>
        {t.exportCsv}
      </a>
      <a class="button" href={to('json')}>
        {t.exportJson}
      </a>
    </>
  );
}

function FilterForm({ filters, options }: ListProps) {
  const { language } = useView();
  const t = words[language];
  const choose = (label: string, name: keyof Filters, empty: string, given: readonly Option[]) => (
    <Select label={label} name={name} value={filters[name]} empty={empty} options={given} />
  );
  const rare: (keyof Filters)[] = ['intent', 'route', 'channel', 'product', 'from', 'to'];
  return (
    <Search action="/dashboard/conversations" label={t.filter}>
      <Field label={t.q} name="q" type="search" value={filters.q} placeholder={t.qHint} />
      {choose(
        t.when,
        'period',
        t.anyTime,
        PERIODS.map((value) => ({ value, text: t.periods[value] })),
      )}
      {choose(t.mood, 'mood', t.anyMood, options.moods)}
      {choose(t.about, 'about', t.anything, options.about)}
      {choose(t.segment, 'segment', t.everyone, options.segments)}
      {choose(t.flag, 'flag', t.anything, options.flags)}
      <details class="wide" open={rare.some((name) => filters[name] !== undefined)}>
        <summary>{t.more}</summary>
        <div class="fields">
          {choose(t.intent, 'intent', t.anything, options.intents)}
          {choose(t.route, 'route', t.anything, options.routes)}
          {choose(t.channel, 'channel', t.anyChannel, options.channels)}
          <Field label={t.product} name="product" value={filters.product} />
          <Field label={t.from} name="from" type="date" value={filters.from} />
          <Field label={t.to} name="to" type="date" value={filters.to} />
        </div>
      </details>
      <div class="actions wide">
        <button type="submit" class="main">
          {t.find}
        </button>
        <a href="/dashboard/conversations">{t.clear}</a>
      </div>
    </Search>
  );
}
