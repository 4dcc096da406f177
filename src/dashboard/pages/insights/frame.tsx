import type { ComponentChildren } from 'preact';
import { formatNumber } from '../../format.ts';
import { Page } from '../../layout/page.tsx';
import { Notice, Tabs } from '../../layout/pieces.tsx';
import { type ChosenPeriod, PeriodForm } from '../../period.tsx';
import { withQuery } from '../../url.ts';
import { useView } from '../../view.tsx';
import { words } from './words.ts';

const VIEWS = [
  ['satisfaction', '/dashboard/insights'],
  ['keywords', '/dashboard/insights/keywords'],
  ['questions', '/dashboard/insights/questions'],
] as const;
export type ViewName = (typeof VIEWS)[number][0];

export interface FrameProps {
  current: ViewName;
  period: ChosenPeriod;
  channels: readonly string[];
  missing?: number;
}

/** The views of the page side by side; each keeps the period that was chosen. */
export function InsightsFrame({
  current,
  period,
  channels,
  missing = 0,
  children,
}: FrameProps & { children: ComponentChildren }) {
  const { language } = useView();
  const t = words[language];
  const own = period.days === 'own';
  const query = {
    days: period.days,
    from: own ? period.fromDay : undefined,
    to: own ? period.toDay : undefined,
    channel: period.channel,
  };
  const tabs = VIEWS.map(([name, href]) => ({
    href: withQuery(href, query),
    title: t[name],
    current: name === current,
  }));
  return (
    <Page title={t.title} lead={t.lead}>
      <Tabs label={t.tabs} tabs={tabs} />
      <PeriodForm action={VIEWS.find(([name]) => name === current)![1]} period={period} channels={channels} />
      {missing > 0 && <Notice>{t.counting(formatNumber(missing, language))}</Notice>}
      {children}
    </Page>
  );
}
