import { once } from 'node:events';
import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import type { Turn } from '../../../conversation/turn-record.ts';
import type { Visit } from '../../../conversation/visits/visit.ts';
import { AppError } from '../../../errors.ts';
import { can } from '../../auth/role.ts';
import type { DashboardContext } from '../../context.ts';
import type { DashboardPage } from '../../page.ts';
import { ownPath, withQuery } from '../../url.ts';
import { allow, render, viewerOf, viewOf } from '../../view.tsx';
import { customerName } from '../../words/names.ts';
import { csvHead, csvOf, jsonOf } from './export.ts';
import { type Filters, groupsOf, parseFilters, windowOf } from './filters.ts';
import { conversationPath, ListPage } from './list.tsx';
import { filterOptions, intentOptions } from './options.ts';
import { TranscriptPage } from './transcript.tsx';
import { anchorOf } from './turn.tsx';
import { packWords } from './turn-details.tsx';
import { words } from './words.ts';

const LISTED = 50;
const TURNS_SHOWN = 60;
const EXPORTED_VISITS = 1000;
const EXPORTED_TURNS = 5000;
const AT_ONCE = 200;
const PRODUCTS_MEANT = 5;

const correctionSchema = z.object({
  turn: z.string().min(1).max(500),
  kind: z.enum(['intent', 'sentiment']),
  value: z.string().max(100).default(''),
  /** A button with one of the model's own guesses: it goes before what the list beside it shows. */
  guess: z.string().max(100).optional(),
});

export const conversationsPage: DashboardPage = {
  path: 'conversations',
  title: { en: words.en.title, zh: words.zh.title },
  permission: 'read',
  createRouter,
};

function createRouter({ bot, accounts, channels, now }: DashboardContext): Router {
  const router = Router();
  const { store, visits, corrections, segments, audit } = bot;

  /** A product by its id or by how people call it. */
  function productKeys(product: string): string[] {
    const ids = bot.retriever.product(product)
      ? [product]
      : bot.retriever.findByName(product, PRODUCTS_MEANT).map(({ id }) => id);
    return ids.length > 0 ? ids.map((id) => `product:${id}`) : [`product:${product}`];
  }

  function queryOf(filters: Filters) {
    const { segment, product, ...rest } = filters;
    const groups = groupsOf(rest);
    if (product) groups.push(productKeys(product));
    return {
      ...windowOf(filters, now(), bot.calendar),
      groups,
      ...(segment && { keep: (found: readonly Visit[]) => inSegment(segment, found) }),
    };
  }

  async function inSegment(segment: string, found: readonly Visit[]): Promise<ReadonlySet<string>> {
    const ids = [...new Set(found.map(({ customerId }) => customerId))];
    const members = await store.connection
      .collection<{ _id: string }>('customers')
      .find(
        {
          _id: { $in: ids },
          $or: [{ 'segmentation.rules': segment }, { 'segmentation.discovered': segment }],
        } as object,
        { projection: { _id: 1 } },
      )
      .toArray();
    const within = new Set(members.map(({ _id }) => _id));
    return new Set(found.filter(({ customerId }) => within.has(customerId)).map(({ id }) => id));
  }

  async function namesOf(customerIds: readonly string[], response: Response): Promise<Map<string, string>> {
    const { language } = viewOf(response);
    const ids = [...new Set(customerIds)];
    const found = await Promise.all(ids.map((id) => store.customers.get(id)));
    return new Map(ids.map((id, at) => [id, customerName(found[at], language)]));
  }

  router.get('/', async (request, response) => {
    const filters = parseFilters(request.query);
    const { language, user } = viewOf(response);
    const [page, all] = await Promise.all([
      visits.find(queryOf(filters), { limit: LISTED, cursor: filters.cursor }),
      segments.list(),
    ]);
    const names = await namesOf(
      page.items.map(({ customerId }) => customerId),
      response,
    );
    await audit.record({ actor: user!.login, action: 'view', details: { conversations: page.items.length } });
    render(
      response,
      <ListPage
        filters={filters}
        options={filterOptions({ language, pack: bot.pack, segments: all, channels: channels.keys() })}
        visits={page.items}
        names={names}
        pack={bot.pack}
        next={page.next}
        lookedBackTo={page.lookedBackTo}
        mayExport={can(user!, 'export')}
      />,
    );
  });

  router.get('/export', allow('export'), async (request, response) => {
    const found: Visit[] = [];
    let cursor: string | undefined;
    do {
      const page = await visits.find(queryOf(parseFilters(request.query)), { limit: AT_ONCE, cursor });
      found.push(...page.items);
      cursor = page.next;
    } while (cursor !== undefined && found.length < EXPORTED_VISITS);
    const { login } = viewerOf(response);
    await audit.record({ actor: login, action: 'export', details: { conversations: found.length } });
    await send(request, response, 'conversations', async function* () {
      for (const { conversationId, firstAt, at } of found) {
        const to = new Date(at.getTime() + 1);
        const { items } = await store.turns.find({ conversationId, from: firstAt, to }, { limit: AT_ONCE });
        yield items.reverse();
      }
    });
  });

  router.get('/:id', async (request, response) => {
    const { id } = request.params;
    const conversation = await existing(id);
    const { user, language } = viewOf(response);
    const until = Number(request.query.until);
    const to = Number.isSafeInteger(until) && until > 0 ? new Date(until + 1) : undefined;
    const { items, next } = await store.turns.find({ conversationId: id, ...(to && { to }) }, { limit: TURNS_SHOWN });
    const turns = items.reverse();
    const [names, corrected, people, newest] = await Promise.all([
      namesOf([conversation.customerId], response),
      corrections.of(turns.map((turn) => turn.id)),
      accounts.list(),
      to ? store.turns.recent(id, 1) : [],
    ]);
    await audit.record({ actor: user!.login, action: 'view', subject: conversation.customerId });
    const { done } = request.query;
    render(
      response,
      <TranscriptPage
        conversation={conversation}
        customerName={names.get(conversation.customerId)!}
        turns={turns}
        corrections={corrected}
        people={new Map(people.map(({ login, name }) => [login, name]))}
        pack={packWords(bot.pack, language)}
        intents={intentOptions(bot.pack, language)}
        earlier={next && turns[0] && String(turns[0].receivedAt.getTime() - 1)}
        isNewest={!to || newest[0]?.id === turns.at(-1)?.id}
        done={typeof done === 'string' ? done : undefined}
        may={{ correct: can(user!, 'correct'), export: can(user!, 'export'), answer: can(user!, 'answer') }}
      />,
    );
  });

  router.get('/:id/export', allow('export'), async (request: Request<{ id: string }>, response) => {
    const { id } = request.params;
    const { customerId } = await existing(id);
    await audit.record({ actor: viewerOf(response).login, action: 'export', subject: customerId });
    await send(request, response, 'conversation', async function* () {
      let cursor: string | undefined;
      let count = 0;
      const newestFirst: Turn[] = [];
      do {
        const page = await store.turns.find({ conversationId: id }, { limit: AT_ONCE, cursor });
        newestFirst.push(...page.items);
        count += page.items.length;
        cursor = page.next;
      } while (cursor !== undefined && count < EXPORTED_TURNS);
      yield newestFirst.reverse();
    });
  });

  router.post('/:id/correct', allow('correct'), async (request: Request<{ id: string }>, response) => {
    const { turn: turnId, kind, value, guess } = parsed(request.body);
    const turn = await corrections.correct({ turnId, kind, value: guess ?? value, by: viewerOf(response).login });
    await goBack(request, response, turn, 'corrected');
  });

  router.post('/:id/undo', allow('correct'), async (request: Request<{ id: string }>, response) => {
    const { turn: turnId, kind } = parsed(request.body);
    await goBack(request, response, await corrections.undo(turnId, kind), 'undone');
  });

  async function goBack(request: Request, response: Response, turn: Turn, done: string): Promise<void> {
    await audit.record({
      actor: viewerOf(response).login,
      action: 'change',
      subject: turn.customerId,
      details: { correction: done },
    });
    await visits.settled();
    const back = ownPath(request.body.back, conversationPath(turn.conversationId));
    response.redirect(303, `${withQuery(back, { done })}#${anchorOf(turn)}`);
  }

  async function existing(id: string) {
    const found = await store.conversations.get(id);
    if (!found) throw new AppError('NOT_FOUND', 'There is no such conversation');
    return found;
  }

  /** Answers with a file of turns, written as they are read. */
  async function send(
    request: Request,
    response: Response,
    name: string,
    groups: () => AsyncGenerator<Turn[]>,
  ): Promise<void> {
    const asJson = request.query.format === 'json';
    const write = async (text: string) => {
      if (!response.write(text)) await once(response, 'drain');
    };
    response.attachment(`${name}.${asJson ? 'json' : 'csv'}`);
    await write(asJson ? '[' : csvHead());
    let first = true;
    for await (const turns of groups()) {
      const names = await namesOf(
        turns.map(({ customerId }) => customerId),
        response,
      );
      for (const turn of turns) {
        const called = names.get(turn.customerId)!;
        await write(asJson ? `${first ? '' : ','}\n${JSON.stringify(jsonOf(turn, called))}` : csvOf(turn, called));
        first = false;
      }
    }
    response.end(asJson ? '\n]\n' : '');
  }

  return router;
}

function parsed(body: unknown) {
  const { data } = correctionSchema.safeParse(body);
  if (!data) throw new AppError('INPUT_INVALID', 'The correction is not complete');
  return data;
}
