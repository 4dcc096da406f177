import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { AppError, isAppError } from '../../../errors.ts';
import { loginSchema, nameSchema, roleSchema } from '../../auth/accounts.ts';
import type { DashboardContext } from '../../context.ts';
import type { DashboardPage } from '../../page.ts';
import { render, viewerOf, viewOf } from '../../view.tsx';
import { customerName } from '../../words/names.ts';
import { UserPage } from './detail.tsx';
import { UsersPage, type UsersProps, userPath } from './list.tsx';
import { LogPage } from './log.tsx';
import { words } from './words.ts';

const LOGGED = 200;
const addSchema = z.object({ login: loginSchema, name: nameSchema, role: roleSchema });
const changeSchema = z.object({ name: nameSchema, role: roleSchema });

export const usersPage: DashboardPage = {
  path: 'users',
  title: { en: words.en.title, zh: words.zh.title },
  permission: 'manage',
  createRouter,
};

type WithId = Request<{ id: string }>;

function createRouter({ bot, accounts, publicUrl }: DashboardContext): Router {
  const router = Router();
  const { audit, store } = bot;
  const t = (response: Response) => words[viewOf(response).language];
  const note = (response: Response, details: Record<string, unknown>) =>
    audit.record({ actor: viewerOf(response).login, action: 'change', details });

  async function linkFor(request: Request, userId: string): Promise<string> {
    const origin = publicUrl ?? `${request.protocol}://${request.get('host')}`;
    return `${origin}/dashboard/link/${await accounts.link(userId)}`;
  }

  async function list(response: Response, more: Omit<UsersProps, 'users'>): Promise<void> {
    render(response, <UsersPage users={await accounts.list()} {...more} />);
  }

  router.get('/', async (request, response) => {
    await list(response, request.query.done === 'removed' ? { done: t(response).removed } : {});
  });

  router.post('/', async (request, response) => {
    const refused = (error: string) => {
      response.status(400);
      return list(response, { error, given: request.body });
    };
    const { data } = addSchema.safeParse(request.body);
    if (!data) return refused(t(response).invalid);
    try {
      const user = await accounts.add(data.login, data.name, data.role);
      await note(response, { user: user.login, role: user.role });
      await list(response, { link: { name: user.name, url: await linkFor(request, user.id) } });
    } catch (error) {
      if (!isAppError(error, 'INPUT_INVALID')) throw error;
      await refused(t(response).taken);
    }
  });

  router.get('/log', async (_request, response) => {
    const entries = await audit.find({}, LOGGED);
    const { language } = viewOf(response);
    const ids = [...new Set(entries.flatMap(({ subject }) => subject ?? []))];
    const customers = await Promise.all(ids.map((id) => store.customers.get(id)));
    const names = new Map<string, string>();
    for (const customer of customers) if (customer) names.set(customer.id, customerName(customer, language));
    render(response, <LogPage entries={entries} names={names} />);
  });

  router.get('/:id', async (request, response) => {
    const user = await existing(request.params.id);
    render(response, <UserPage user={user} done={request.query.done === 'saved' ? t(response).saved : undefined} />);
  });

  router.post('/:id', async (request: WithId, response) => {
    const user = await existing(request.params.id);
    const { data } = changeSchema.safeParse(request.body);
    if (!data) {
      response.status(400);
      return render(response, <UserPage user={user} error={t(response).invalid} />);
    }
    await attempt(response, user.id, () => accounts.change(user.id, data), `${userPath(user.id)}?done=saved`);
  });

  router.post('/:id/lock', async (request: WithId, response) => {
    const { id } = await existing(request.params.id);
    const disabled = request.body.locked === 'yes';
    await attempt(response, id, () => accounts.change(id, { disabled }), `${userPath(id)}?done=saved`);
  });

  router.post('/:id/remove', async (request: WithId, response) => {
    const { id } = await existing(request.params.id);
    await attempt(response, id, () => accounts.remove(id), '/dashboard/users?done=removed');
  });

  router.post('/:id/link', async (request: WithId, response) => {
    const user = await existing(request.params.id);
    await note(response, { user: user.login, link: true });
    render(response, <UserPage user={user} link={await linkFor(request, user.id)} />);
  });

  /** What must not take the last administrator away. */
  async function attempt(response: Response, id: string, change: () => Promise<void>, next: string): Promise<void> {
    const user = await existing(id);
    try {
      await change();
    } catch (error) {
      if (!isAppError(error, 'INPUT_INVALID')) throw error;
      response.status(409);
      return render(response, <UserPage user={user} error={t(response).lastAdmin} />);
    }
    await note(response, { user: user.login });
    response.redirect(303, next);
  }

  async function existing(id: string) {
    const found = await accounts.get(id);
    if (!found) throw new AppError('NOT_FOUND', 'There is no such user');
    return found;
  }

  return router;
}
