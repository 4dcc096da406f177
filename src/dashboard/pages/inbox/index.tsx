import { createHash } from 'node:crypto';
import { type Request, type Response, Router } from 'express';
import { AppError, isAppError } from '../../../errors.ts';
import type { DashboardContext } from '../../context.ts';
import type { DashboardPage } from '../../page.ts';
import { render, viewerOf, viewOf } from '../../view.tsx';
import { customerName } from '../../words/names.ts';
import { packWords } from '../conversations/turn-details.tsx';
import { AnswerPage, type AnswerProps } from './answer.tsx';
import { InboxPage, type InboxRow, inboxPath } from './list.tsx';
import { waitingOf } from './waiting.ts';
import { words } from './words.ts';

const SHOWN = 100;
const TURNS_READ = 30;

/** The same for the same conversations, whatever their order. */
const stateOf = (rows: readonly { id: string }[]): string =>
  createHash('sha256')
    .update(
      rows
        .map(({ id }) => id)
        .sort()
        .join('\n'),
    )
    .digest('base64url');

export const inboxPage: DashboardPage = {
  path: 'inbox',
  title: { en: words.en.title, zh: words.zh.title },
  permission: 'answer',
  count: ({ bot }) => bot.takeover.countWaiting(SHOWN),
  createRouter,
};

function createRouter({ bot, accounts }: DashboardContext): Router {
  const router = Router();
  const { store, takeover, audit } = bot;

  async function rowsOf(status: 'waiting' | 'human', response: Response): Promise<InboxRow[]> {
    const { language } = viewOf(response);
    const found = await takeover.list(status, SHOWN);
    const assignments = await takeover.assignments(found.map(({ id }) => id));
    const rows = await Promise.all(
      found.map(async ({ id, channel, customerId }) => {
        const [turns, customer] = await Promise.all([
          store.turns.recent(id, TURNS_READ),
          store.customers.get(customerId),
        ]);
        const waiting = waitingOf(turns);
        const assignment = assignments.find((one) => one.id === id);
        return waiting && { id, channel, waiting, name: customerName(customer, language), assignment };
      }),
    );
    return rows
      .filter((row) => row !== undefined)
      .sort((a, b) => a.waiting.since.getTime() - b.waiting.since.getTime());
  }

  router.get('/', async (_request, response) => {
    const [waiting, taken] = [await rowsOf('waiting', response), await rowsOf('human', response)];
    const { login } = viewerOf(response);
    await audit.record({ actor: login, action: 'view', details: { inbox: waiting.length + taken.length } });
    render(
      response,
      <InboxPage waiting={waiting} taken={taken} most={SHOWN} state={stateOf([...waiting, ...taken])} />,
    );
  });

  /** For the page's script: whether the lists have changed since. */
  router.get('/state', async (_request, response) => {
    const found = [...(await takeover.list('waiting', SHOWN)), ...(await takeover.list('human', SHOWN))];
    response.json({ last: stateOf(found) });
  });

  /** For the desk's script: whether somebody has written since. */
  router.get('/:id/last', async (request, response) => {
    const [last] = await store.turns.recent(request.params.id, 1);
    response.json({ last: last?.id ?? null });
  });

  async function show(id: string, response: Response, more: Pick<AnswerProps, 'draft' | 'error' | 'done'>) {
    const conversation = await existing(id);
    const { language } = viewOf(response);
    const [turns, customer, [assignment], people] = await Promise.all([
      store.turns.recent(id, TURNS_READ),
      store.customers.get(conversation.customerId),
      takeover.assignments([id]),
      accounts.list(),
    ]);
    await audit.record({ actor: viewerOf(response).login, action: 'view', subject: conversation.customerId });
    render(
      response,
      <AnswerPage
        conversation={conversation}
        customerName={customerName(customer, language)}
        assignment={assignment}
        turns={turns}
        corrections={[]}
        intents={[]}
        people={new Map(people.map(({ login, name }) => [login, name]))}
        pack={packWords(bot.pack, language)}
        {...more}
      />,
    );
  }

  router.get('/:id', async (request, response) => {
    const { done } = request.query;
    await show(request.params.id, response, typeof done === 'string' ? { done } : {});
  });

  router.post('/:id/take', async (request, response) => {
    const { id } = request.params;
    const { login, name } = viewerOf(response);
    try {
      const [assignment] = await takeover.assignments([id]);
      // From whom it is taken must be who the page showed: not from a third who was faster.
      if (assignment && assignment.by.login === request.body.from) await takeover.handBack(id);
      await takeover.take(id, { login, name });
    } catch (error) {
      if (!isAppError(error, 'INPUT_INVALID')) throw error;
      response.status(409);
      return show(id, response, { error: words[viewOf(response).language].faster });
    }
    await leave(request, response, 'took');
  });

  router.post('/:id/write', async (request, response) => {
    const { id } = request.params;
    const { login, name } = viewerOf(response);
    const text = typeof request.body.text === 'string' ? request.body.text : '';
    const t = words[viewOf(response).language];
    const refused = (status: number, error: string) => {
      response.status(status);
      return show(id, response, { draft: text, error });
    };
    if (text.trim() === '') return refused(400, t.empty);
    try {
      const outcome = await takeover.write(id, { login, name }, text);
      if (outcome === 'failed' || outcome === 'blocked' || outcome === 'off') return refused(502, t.outcomes[outcome]!);
      response.redirect(303, `${inboxPath(id)}?done=${outcome}#end`);
    } catch (error) {
      if (!isAppError(error, 'INPUT_INVALID')) throw error;
      return refused(409, t.faster);
    }
  });

  router.post('/:id/back', async (request, response) => {
    await takeover.handBack(request.params.id);
    await leave(request, response, 'back');
  });

  async function leave(request: Request<{ id: string }>, response: Response, done: 'took' | 'back') {
    const { id } = request.params;
    const { customerId } = await existing(id);
    await audit.record({
      actor: viewerOf(response).login,
      action: 'change',
      subject: customerId,
      details: { takeover: done },
    });
    response.redirect(303, `${inboxPath(id)}?done=${done}#end`);
  }

  async function existing(id: string) {
    const found = await store.conversations.get(id);
    if (!found) throw new AppError('NOT_FOUND', 'There is no such conversation');
    return found;
  }

  return router;
}
