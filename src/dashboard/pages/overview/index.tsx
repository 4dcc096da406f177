import { Router } from 'express';
import type { Overview } from '../../../insights/overview.ts';
import { shrinkingSegments } from '../../../segments/history.ts';
import type { ReplyLanguage } from '../../../understanding/understanding.ts';
import { drawFunnel } from '../../charts/bars.ts';
import { drawLines } from '../../charts/lines.ts';
import type { DashboardContext } from '../../context.ts';
import { formatNumber, formatShare } from '../../format.ts';
import type { DashboardPage } from '../../page.ts';
import { periodOf, shortDay } from '../../period.tsx';
import { render, viewOf } from '../../view.tsx';
import type { AttentionShown } from './attention.tsx';
import { OverviewPage } from './view.tsx';
import { words } from './words.ts';

/** The first page: figures of a period, and what needs a look today. */
export const overviewPage: DashboardPage = {
  path: '',
  title: { en: words.en.title, zh: words.zh.title },
  permission: 'read',
  createRouter(context) {
    const router = Router();
    router.get('/', async (request, response) => {
      const { language } = viewOf(response);
      const { insights } = context.bot;
      const period = periodOf(request, context.now(), context.bot.calendar);
      const [overview, attention, channels] = await Promise.all([
        insights.overview(period),
        attentionOf(context, period.channel),
        insights.daily.channels(period.from, period.to),
      ]);
      const drawings = await drawingsOf(overview, language);
      const { pack } = context.bot;
      render(response, <OverviewPage {...{ period, overview, attention, channels, drawings, pack }} />);
    });
    return router;
  },
};

async function attentionOf({ bot, now }: DashboardContext, channel: string | undefined): Promise<AttentionShown> {
  const [attention, segments] = await Promise.all([bot.insights.attention(channel), bot.segments.list()]);
  const angry = await Promise.all(
    attention.angry.map(async (one) => ({ ...one, customer: await bot.customers.get(one.customerId) })),
  );
  return { ...attention, angry, shrinking: shrinkingSegments(segments, bot.calendar.dayOf(now())) };
}

async function drawingsOf({ days, summary }: Overview, language: ReplyLanguage) {
  const t = words[language];
  const labels = days.map(({ day }) => shortDay(day, language));
  const share = (value: number) => formatShare(value / Math.max(1, summary.shown), language, 1);
  const [perDay, rates, funnel] = await Promise.all([
    drawLines({
      labels,
      lines: [
        { name: t.conversations, values: days.map(({ conversations }) => conversations), columns: true },
        { name: t.customers, values: days.map(({ customers }) => customers) },
      ],
      format: (value) => formatNumber(value, language),
    }),
    drawLines({
      labels,
      lines: [
        { name: t.answered, values: days.map(({ answerRate }) => answerRate) },
        { name: t.unhappy, values: days.map(({ unhappy }) => unhappy) },
      ],
      format: (value) => formatShare(value, language),
      least: 0,
      most: 1,
    }),
    drawFunnel([
      { name: t.shown, value: summary.shown, label: formatNumber(summary.shown, language) },
      {
        name: t.looked,
        value: summary.looked,
        label: `${formatNumber(summary.looked, language)} (${share(summary.looked)})`,
      },
      {
        name: t.boughtStep,
        value: summary.bought,
        label: `${formatNumber(summary.bought, language)} (${share(summary.bought)})`,
      },
    ]),
  ]);
  return { perDay, rates, funnel };
}
