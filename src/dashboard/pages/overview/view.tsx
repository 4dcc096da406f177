import type { Overview, Summary } from '../../../insights/overview.ts';
import type { Pack } from '../../../knowledge/pack.ts';
import { formatNumber, formatShare } from '../../format.ts';
import { Figure } from '../../layout/figure.tsx';
import { Page } from '../../layout/page.tsx';
import { Card, Grid, type Mood, Notice, Stat } from '../../layout/pieces.tsx';
import { Table } from '../../layout/table.tsx';
import { intentTitle } from '../../names.ts';
import { type ChosenPeriod, fullDay, PeriodForm, shortDay } from '../../period.tsx';
import { useView } from '../../view.tsx';
import { Attention, type AttentionShown } from './attention.tsx';
import { words } from './words.ts';

export interface OverviewProps {
  period: ChosenPeriod;
  overview: Overview;
  attention: AttentionShown;
  channels: readonly string[];
  drawings: { perDay: string; rates: string; funnel: string };
  pack: Pack;
}

export function OverviewPage(props: OverviewProps) {
  const { period, overview, attention, channels, drawings, pack } = props;
  const { language, timeZone } = useView();
  const t = words[language];
  const { summary, days, intents, missing } = overview;
  const number = (value: number) => formatNumber(value, language);
  const share = (value: number | undefined) => (value === undefined ? t.none : formatShare(value, language, 1));
  const lead = t.lead(fullDay(period.fromDay, language), fullDay(period.toDay, language), timeZone);
  return (
    <Page title={t.title} lead={lead}>
      <PeriodForm action="/dashboard/" period={period} channels={channels} />
      {missing > 0 && <Notice>{t.counting(number(missing))}</Notice>}
      {summary.turns === 0 && (
        <Notice>
          <strong>{t.emptyTitle}</strong>
          <p>{t.empty}</p>
        </Notice>
      )}
      <Figures {...overview} />
      <Attention {...attention} />
      <Card>
        <Figure
          caption={t.perDay}
          svg={drawings.perDay}
          summary={t.perDaySummary(number(summary.conversations), number(summary.customers))}
        >
          <Table
            caption={t.perDay}
            rows={days.toReversed()}
            keyOf={({ day }) => day}
            columns={[
              { title: t.day, cell: ({ day }) => shortDay(day, language) },
              { title: t.conversations, numeric: true, cell: ({ conversations }) => number(conversations) },
              { title: t.customers, numeric: true, cell: ({ customers }) => number(customers) },
            ]}
          />
        </Figure>
        <p class="hint">{t.today}</p>
      </Card>
      <Grid wide>
        <Card title={t.intents}>
          <Table
            caption={t.intents}
            rows={intents}
            keyOf={({ intent }) => intent}
            columns={[
              { title: t.intent, cell: ({ intent }) => intentTitle(intent, pack, language) },
              { title: t.messages, numeric: true, cell: ({ count }) => number(count) },
              { title: t.share, numeric: true, cell: (row) => share(row.share) },
              { title: t.shareBefore, numeric: true, cell: ({ before }) => share(before) },
            ]}
          />
        </Card>
        <Card>
          <Figure
            caption={t.funnel}
            svg={drawings.funnel}
            summary={t.funnelSummary(number(summary.shown), number(summary.looked), number(summary.bought))}
          />
          <p class="hint">{t.funnelHint}</p>
        </Card>
      </Grid>
      <Card>
        <Figure caption={t.ratesPerDay} svg={drawings.rates} summary={t.ratesSummary}>
          <Table
            caption={t.ratesPerDay}
            rows={days.toReversed()}
            keyOf={({ day }) => day}
            columns={[
              { title: t.day, cell: ({ day }) => shortDay(day, language) },
              { title: t.answered, numeric: true, cell: ({ answerRate }) => share(answerRate) },
              { title: t.unhappy, numeric: true, cell: ({ unhappy }) => share(unhappy) },
            ]}
          />
        </Figure>
      </Card>
    </Page>
  );
}

/** The figures, each with its change. */
function Figures({ summary, compared }: Overview) {
  const { language } = useView();
  const t = words[language];
  const number = (value: number) => formatNumber(value, language);
  const share = (value: number | undefined) => (value === undefined ? t.none : formatShare(value, language, 1));
  const days = number(compared?.days ?? 0);

  /** Counts change by a share, shares by points. */
  function changeOf(pick: (one: Summary) => number | undefined, kind: 'count' | 'share', better?: 'more' | 'less') {
    const [now, before] = compared ? [pick(compared.now), pick(compared.before)] : [];
    if (now === undefined || before === undefined || (kind === 'count' && before === 0)) return {};
    const change = kind === 'count' ? now / before - 1 : now - before;
    if (Math.abs(change) < 0.0005) return { change: t.same(days) };
    const sign = change > 0 ? '+' : '−';
    const size = Math.abs(change);
    const text = kind === 'count' ? formatShare(size, language) : t.points(formatNumber(size * 100, language, 1));
    const mood: Mood = better === undefined ? 'plain' : change > 0 === (better === 'more') ? 'good' : 'bad';
    return { change: t.change(`${sign}${text}`, days), mood };
  }

  const boughtShare = ({ shown, bought }: Summary) => (shown > 0 ? bought / shown : undefined);
  return (
    <div class="grid figures">
      <Stat
        label={t.conversations}
        value={number(summary.conversations)}
        {...changeOf((one) => one.conversations, 'count', 'more')}
      />
      <Stat
        label={t.customers}
        value={number(summary.customers)}
        {...changeOf((one) => one.customers, 'count', 'more')}
      />
      <Stat
        label={t.answered}
        value={share(summary.answerRate)}
        {...changeOf((one) => one.answerRate, 'share', 'more')}
      />
      <Stat label={t.handoffs} value={number(summary.handoffs)} {...changeOf((one) => one.handoffs, 'count')} />
      <Stat label={t.unhappy} value={share(summary.unhappy)} {...changeOf((one) => one.unhappy, 'share', 'less')} />
      <Stat label={t.bought} value={share(boughtShare(summary))} {...changeOf(boughtShare, 'share', 'more')} />
    </div>
  );
}
