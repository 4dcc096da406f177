import type { Request } from 'express';
import { z } from 'zod';
import { type Calendar, dayAfter } from '../calendar.ts';
import type { Period } from '../insights/overview.ts';
import type { ReplyLanguage } from '../understanding/understanding.ts';
import { formatDay } from './format.ts';
import { Field, Search, Select } from './layout/form.tsx';
import { useView } from './view.tsx';
import { bilingual } from './words/bilingual.ts';
import { channelName } from './words/terms.ts';

const LENGTHS = ['7', '28', '90'] as const;
const DEFAULT = '28';
/** Longer than this nobody reads day by day. */
const MOST_DAYS = 400;

const words = bilingual(
  {
    label: 'Period and channel',
    period: 'Period',
    days: (n: string) => `Last ${n} days`,
    own: 'From … to …',
    from: 'From',
    to: 'To',
    channel: 'Channel',
    everyChannel: 'All channels',
    show: 'Show',
  },
  {
    label: '时间段与渠道',
    period: '时间段',
    days: (n) => `最近 ${n} 天`,
    own: '自选日期',
    from: '从',
    to: '到',
    channel: '渠道',
    everyChannel: '全部渠道',
    show: '查看',
  },
);

/** What was chosen, and the whole days of the calendar it means; today counts. */
export interface ChosenPeriod extends Period {
  days: string;
  fromDay: string;
  toDay: string;
}

const day = z.iso.date();
const schema = z.object({
  days: z.enum([...LENGTHS, 'own']).catch(DEFAULT),
  from: day.optional().catch(undefined),
  to: day.optional().catch(undefined),
  channel: z.string().max(40).optional().catch(undefined),
});

/** Reads a period from the address; what makes no sense becomes the usual one. */
export function periodOf(request: Request, now: Date, { dayOf, startOf }: Calendar): ChosenPeriod {
  const { days, from, to, channel } = schema.parse(request.query);
  const today = dayOf(now);
  const lastDay = days === 'own' && to !== undefined && to <= today ? to : today;
  const length = days === 'own' ? Number(DEFAULT) : Number(days);
  const usual = dayAfter(lastDay, 1 - length);
  const wanted = days === 'own' && from !== undefined ? from : usual;
  const makesSense = wanted <= lastDay && wanted > dayAfter(lastDay, -MOST_DAYS);
  const fromDay = makesSense ? wanted : usual;
  return {
    days,
    from: startOf(fromDay),
    to: startOf(dayAfter(lastDay)),
    fromDay,
    toDay: lastDay,
    ...(channel && { channel }),
  };
}

/** The form a period and a channel are chosen in. */
export function PeriodForm(props: { action: string; period: ChosenPeriod; channels: readonly string[] }) {
  const { language } = useView();
  const t = words[language];
  const { period } = props;
  return (
    <Search action={props.action} label={t.label}>
      <Select
        label={t.period}
        name="days"
        value={period.days}
        options={[...LENGTHS.map((value) => ({ value, text: t.days(value) })), { value: 'own', text: t.own }]}
      />
      <Field label={t.from} name="from" type="date" value={period.fromDay} />
      <Field label={t.to} name="to" type="date" value={period.toDay} />
      <Select
        label={t.channel}
        name="channel"
        value={period.channel ?? ''}
        empty={t.everyChannel}
        options={props.channels.map((value) => ({ value, text: channelName(value, language) }))}
      />
      <div class="actions">
        <button type="submit">{t.show}</button>
      </div>
    </Search>
  );
}

/** "1 Jun" of an ISO day. */
export function shortDay(isoDay: string, language: ReplyLanguage): string {
  return new Date(isoDay).toLocaleDateString(language === 'zh' ? 'zh-CN' : 'en-GB', {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
}

/** "1 Jun 2026" of an ISO day. */
export const fullDay = (isoDay: string, language: ReplyLanguage): string =>
  formatDay(new Date(isoDay), language, 'UTC');
