import { type Response, Router } from 'express';
import type { Satisfaction } from '../../../insights/satisfaction.ts';
import { localize } from '../../../knowledge/pack.ts';
import { can } from '../../auth/role.ts';
import { drawOpinions } from '../../charts/bars.ts';
import type { DashboardContext } from '../../context.ts';
import type { DashboardPage } from '../../page.ts';
import { type ChosenPeriod, periodOf } from '../../period.tsx';
import { withQuery } from '../../url.ts';
import { render, viewOf } from '../../view.tsx';
import { customerName } from '../../words/names.ts';
import { aspectName } from '../../words/terms.ts';
import { createAnswerRouter } from './answer-routes.tsx';
import { KeywordsPage } from './keywords.tsx';
import { QuestionsPage } from './questions.tsx';
import { SatisfactionPage, VoicesPage } from './satisfaction.tsx';
import { words } from './words.ts';

const PRODUCTS_SHOWN = 30;
const PUBLISHED_SHOWN = 20;

export const insightsPage: DashboardPage = {
  path: 'insights',
  title: { en: words.en.title, zh: words.zh.title },
  permission: 'read',
  createRouter,
};

function createRouter(context: DashboardContext): Router {
  const { bot, accounts, now } = context;
  const { insights, store, retriever } = bot;
  const router = Router();
  const channelsOf = ({ from, to }: ChosenPeriod) => insights.daily.channels(from, to);

  function nameOf(kind: 'aspect' | 'product', of: string, response: Response): string {
    const { language } = viewOf(response);
    return kind === 'aspect' ? aspectName(of, language) : localize(retriever.product(of)?.name, language) || of;
  }

  router.get('/', async (request, response) => {
    const t = words[viewOf(response).language];
    const period = periodOf(request, now(), bot.calendar);
    const [report, channels] = await Promise.all([insights.satisfaction(period), channelsOf(period)]);
    const named = (kind: 'aspect' | 'product') => (row: Satisfaction) => ({
      ...row,
      name: nameOf(kind, row.of, response),
    });
    const felt = ({ mood }: Satisfaction) => mood.positive + mood.negative > 0;
    const aspects = report.aspects.filter(felt).map(named('aspect'));
    const products = report.products.filter(felt).slice(0, PRODUCTS_SHOWN).map(named('product'));
    const opinions = aspects.map(({ name, mood }) => ({ name, positive: mood.positive, negative: mood.negative }));
    const drawing =
      opinions.length > 0 ? await drawOpinions(opinions, { positive: t.positive, negative: t.negative }) : undefined;
    const page = { period, channels, missing: report.missing, aspects, products };
    render(response, <SatisfactionPage {...page} {...(drawing && { drawing })} />);
  });

  router.get('/voices', async (request, response) => {
    const { language, url } = viewOf(response);
    const key = typeof request.query.key === 'string' ? request.query.key : '';
    const [kind, of = ''] = key.split('|');
    const found = await insights.voices(periodOf(request, now(), bot.calendar), key);
    const ids = [...new Set(found.map(({ customerId }) => customerId))];
    const people = new Map(await Promise.all(ids.map(async (id) => [id, await store.customers.get(id)] as const)));
    const back = withQuery(`/dashboard/insights?${url.split('?')[1] ?? ''}`, { key: undefined });
    render(
      response,
      <VoicesPage
        name={nameOf(kind === 'product' ? 'product' : 'aspect', of, response)}
        voices={found.map((voice) => ({ ...voice, customer: customerName(people.get(voice.customerId), language) }))}
        back={back}
      />,
    );
  });

  router.get('/keywords', async (request, response) => {
    const period = periodOf(request, now(), bot.calendar);
    const [report, channels] = await Promise.all([insights.keywords(period), channelsOf(period)]);
    render(response, <KeywordsPage period={period} channels={channels} report={report} />);
  });

  router.get('/questions', async (request, response) => {
    const { user } = viewOf(response);
    const period = periodOf(request, now(), bot.calendar);
    const [groups, channels, drafts, published, people] = await Promise.all([
      insights.questions(period),
      channelsOf(period),
      insights.drafts.list('draft'),
      insights.drafts.list('published', PUBLISHED_SHOWN),
      accounts.list(),
    ]);
    const { done } = request.query;
    render(
      response,
      <QuestionsPage
        period={period}
        channels={channels}
        groups={groups}
        drafts={drafts}
        published={published}
        people={new Map(people.map(({ login, name }) => [login, name]))}
        mayEdit={can(user!, 'edit')}
        {...(typeof done === 'string' && { done })}
      />,
    );
  });

  router.use(createAnswerRouter(context));
  return router;
}
