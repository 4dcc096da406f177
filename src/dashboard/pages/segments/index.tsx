import { once } from 'node:events';
import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { AppError } from '../../../errors.ts';
import { firstMembers, streamMembers } from '../../../segments/members.ts';
import type { Segment } from '../../../segments/segment.ts';
import { can } from '../../auth/role.ts';
import { drawLines, drawSpark } from '../../charts/lines.ts';
import { drawMap } from '../../charts/map.ts';
import type { DashboardContext } from '../../context.ts';
import { formatNumber, formatShare } from '../../format.ts';
import type { DashboardPage } from '../../page.ts';
import { shortDay } from '../../period.tsx';
import { allow, render, viewerOf, viewOf } from '../../view.tsx';
import { ComparePage } from './compare.tsx';
import { DetailPage } from './detail.tsx';
import { createEditRouter } from './edit.tsx';
import { memberRow, membersHead } from './export.ts';
import { ListPage } from './list.tsx';
import { namers } from './portrait.tsx';
import { createStrategyRouter } from './strategy-routes.tsx';
import { words } from './words.ts';

/** Members whose messages stand for all of a segment's. */
const SAMPLED = 100;
const MEMBERS_SHOWN = 20;

export const segmentsPage: DashboardPage = {
  path: 'segments',
  title: { en: words.en.title, zh: words.zh.title },
  permission: 'read',
  createRouter,
};

function createRouter(context: DashboardContext): Router {
  const { bot, now } = context;
  const { segments, insights } = bot;
  const { connection } = bot.store;
  const router = Router();

  /** Made by people first, then the biggest; what is no longer found is not shown. */
  async function shown(): Promise<Segment[]> {
    const all = (await segments.list()).filter(({ status }) => status !== 'gone');
    return all.sort((a, b) => (a.kind === b.kind ? b.size - a.size : a.kind === 'rule' ? -1 : 1));
  }

  async function existing(id: string): Promise<Segment> {
    const found = await segments.get(id);
    if (!found) throw new AppError('NOT_FOUND', 'There is no such segment');
    return found;
  }

  router.get('/', async (_request, response) => {
    const { language, user } = viewOf(response);
    const [list, portraits, points] = await Promise.all([shown(), segments.portraits(), segments.map()]);
    const sparks = new Map<string, string>();
    for (const { id, history = [] } of list) {
      if (history.length > 1) sparks.set(id, await drawSpark(history.map(({ size }) => size)));
    }
    const groups = list
      .filter(({ kind }) => kind === 'discovered')
      .map(({ id, name }) => ({ name: name[language], points: points.filter(({ segmentId }) => segmentId === id) }))
      .filter((group) => group.points.length > 0);
    const map = groups.length > 0 && {
      svg: await drawMap(groups),
      groups: groups.map((group) => ({ name: group.name, customers: group.points.length })),
    };
    render(
      response,
      <ListPage
        segments={list}
        portraits={portraits}
        sparks={sparks}
        {...(map && { map })}
        pack={bot.pack}
        names={namers(bot.pack, bot.retriever.product, language)}
        mayEdit={can(user!, 'edit')}
        today={bot.calendar.dayOf(now())}
      />,
    );
  });

  router.get('/compare', async (request, response) => {
    const { language } = viewOf(response);
    const { a, b } = pairSchema.parse(request.query);
    const [list, portraits] = await Promise.all([shown(), segments.portraits()]);
    const chosen = (id: string | undefined, other: number) => list.find((one) => one.id === id) ?? list[other];
    render(
      response,
      <ComparePage
        segments={list}
        portraits={portraits}
        pair={[chosen(a, 0), chosen(b, 1)]}
        pack={bot.pack}
        names={namers(bot.pack, bot.retriever.product, language)}
      />,
    );
  });

  router.use(createEditRouter(context, existing));
  router.use(createStrategyRouter(context, existing));

  router.get('/:id', async (request, response) => {
    const segment = await existing(request.params.id);
    const { language, user } = viewOf(response);
    const [list, portraits, sample] = await Promise.all([
      shown(),
      segments.portraits(),
      firstMembers(connection, segment, SAMPLED),
    ]);
    const talk = await insights.talk(sample.map(({ id }) => id));
    const people = new Map(sample.map((member) => [member.id, member]));
    const history = segment.history ?? [];
    const { done } = request.query;
    render(
      response,
      <DetailPage
        segment={segment}
        segments={list}
        portraits={portraits}
        talk={talk}
        sampled={sample.length}
        people={people}
        members={sample.slice(0, MEMBERS_SHOWN)}
        moodDrawing={
          await drawLines({
            labels: talk.weeks.map(({ from }) => shortDay(bot.calendar.dayOf(from), language)),
            lines: [{ name: words[language].unhappy, values: talk.weeks.map(({ unhappy }) => unhappy) }],
            format: (value) => formatShare(value, language),
            least: 0,
            most: 1,
            desk: { width: 520, height: 220 },
          })
        }
        {...(history.length > 1 && {
          sizeDrawing: await drawLines({
            labels: history.map(({ day }) => shortDay(day, language)),
            lines: [{ name: words[language].size, values: history.map(({ size }) => size) }],
            format: (value) => formatNumber(value, language),
            least: 0,
            desk: { width: 520, height: 180 },
          }),
        })}
        pack={bot.pack}
        names={namers(bot.pack, bot.retriever.product, language)}
        may={{ edit: can(user!, 'edit'), export: can(user!, 'export') }}
        {...(typeof done === 'string' && { done })}
      />,
    );
  });

  router.get('/:id/export', allow('export'), async (request: Request<{ id: string }>, response: Response) => {
    const segment = await existing(request.params.id);
    const { login } = viewerOf(response);
    await bot.audit.record({ actor: login, action: 'export', details: { segment: segment.id, members: segment.size } });
    const file =
      segment.name.en
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '') || 'segment';
    response.attachment(`${file}.csv`);
    response.write(membersHead());
    for await (const member of streamMembers(connection, segment)) {
      if (!response.write(memberRow(member))) await once(response, 'drain');
    }
    response.end();
  });

  return router;
}

const idSchema = z.string().max(100).optional().catch(undefined);
const pairSchema = z.object({ a: idSchema, b: idSchema });
