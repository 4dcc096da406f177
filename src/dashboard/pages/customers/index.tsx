import { type Request, Router } from 'express';
import { z } from 'zod';
import { searchWords } from '../../../conversation/visits/words.ts';
import { PURPOSES } from '../../../customers/customers.ts';
import { AppError } from '../../../errors.ts';
import { toRecord } from '../../../store/records.ts';
import { can } from '../../auth/role.ts';
import type { DashboardContext } from '../../context.ts';
import { formatCapped } from '../../format.ts';
import type { DashboardPage } from '../../page.ts';
import { allow, render, viewerOf, viewOf } from '../../view.tsx';
import { customerName } from '../../words/names.ts';
import { packWords } from '../conversations/turn-details.tsx';
import { CustomerPage } from './detail.tsx';
import { ErasedPage, ErasePage } from './erase.tsx';
import { CustomersPage, customerPath } from './list.tsx';
import type { CustomerRecord } from './record.ts';
import { timelineOf } from './timeline.ts';
import { words } from './words.ts';

const LISTED = 50;
const COUNTED = 10_000;
const LOGGED = 20;

const querySchema = z.object({
  q: z.string().trim().min(1).max(200).optional().catch(undefined),
  cursor: z.string().min(1).max(500).optional().catch(undefined),
  before: z.coerce.number().int().positive().optional().catch(undefined),
  done: z.string().optional().catch(undefined),
});

export const customersPage: DashboardPage = {
  path: 'customers',
  title: { en: words.en.title, zh: words.zh.title },
  permission: 'read',
  createRouter,
};

function createRouter({ bot, now }: DashboardContext): Router {
  const router = Router();
  const { store, visits, privacy, segments, audit, customers } = bot;
  const stored = store.connection.collection<{ _id: string }>('customers');

  async function existing(id: string): Promise<CustomerRecord> {
    const found = await stored.findOne({ _id: { $eq: id } });
    if (!found) throw new AppError('NOT_FOUND', 'There is no such customer');
    return toRecord<CustomerRecord>(found, ['identityKeys']);
  }

  /** By name or words, through what they wrote; else everybody, last seen first. */
  async function list(q: string | undefined, cursor: string | undefined) {
    const found = q
      ? await visits.find({ groups: searchWords(q).map((word) => [`word:${word}`]) }, { limit: LISTED, cursor })
      : await store.customers.find({ limit: LISTED, cursor });
    const ids = [...new Set(found.items.map((item) => ('customerId' in item ? item.customerId : item.id)))];
    const records = await stored.find({ _id: { $in: ids } }).toArray();
    const byId = new Map(records.map((one) => [one._id, toRecord<CustomerRecord>(one, ['identityKeys'])]));
    return { customers: ids.flatMap((id) => byId.get(id) ?? []), next: found.next };
  }

  router.get('/', async (request, response) => {
    const { q, cursor } = querySchema.parse(request.query);
    const [page, all] = await Promise.all([list(q, cursor), segments.list()]);
    const { login } = viewerOf(response);
    await audit.record({ actor: login, action: 'view', details: { customers: page.customers.length } });
    render(response, <CustomersPage {...page} segments={all} q={q} cursor={cursor} />);
  });

  router.get('/:id', async (request, response) => {
    const customer = await existing(request.params.id);
    const { before, done } = querySchema.parse(request.query);
    const viewer = viewerOf(response);
    const { language } = viewOf(response);
    const [timeline, all, messages, log] = await Promise.all([
      timelineOf({ visits, events: store.events }, customer.id, before ? new Date(before) : undefined),
      segments.list(),
      store.connection.collection('turns').countDocuments({ customerId: customer.id }, { limit: COUNTED }),
      can(viewer, 'manage') ? audit.find({ customerId: customer.id }, LOGGED) : undefined,
    ]);
    await audit.record({ actor: viewer.login, action: 'view', subject: customer.id });
    render(
      response,
      <CustomerPage
        customer={customer}
        messages={formatCapped(messages, COUNTED, language)}
        segments={all}
        {...timeline}
        isNewest={before === undefined}
        log={log}
        pack={packWords(bot.pack, language)}
        now={now()}
        done={done}
        may={{ export: can(viewer, 'export'), erase: can(viewer, 'erase') }}
      />,
    );
  });

  router.get('/:id/export', allow('export'), async (request: Request<{ id: string }>, response) => {
    const data = await privacy.export(request.params.id, viewerOf(response).login);
    response.attachment('customer.json').send(JSON.stringify(data, null, 2));
  });

  router.get('/:id/erase', allow('erase'), async (request: Request<{ id: string }>, response) => {
    const customer = await existing(request.params.id);
    render(response, <ErasePage id={customer.id} name={customerName(customer, viewOf(response).language)} />);
  });

  router.post('/:id/erase', allow('erase'), async (request: Request<{ id: string }>, response) => {
    const customer = await existing(request.params.id);
    if (request.body.sure !== 'yes') {
      response.status(400);
      const name = customerName(customer, viewOf(response).language);
      return render(response, <ErasePage id={customer.id} name={name} unsure />);
    }
    render(response, <ErasedPage report={await privacy.erase(customer.id, viewerOf(response).login)} />);
  });

  router.post('/:id/withdraw', allow('erase'), async (request: Request<{ id: string }>, response) => {
    const { id } = await existing(request.params.id);
    const purpose = PURPOSES.find((one) => one === request.body.purpose);
    if (!purpose) throw new AppError('INPUT_INVALID', 'There is no such purpose');
    await customers.setConsent(id, purpose, false, 'dashboard');
    await audit.record({
      actor: viewerOf(response).login,
      action: 'change',
      subject: id,
      details: { [purpose]: false },
    });
    response.redirect(303, `${customerPath(id)}?done=withdrawn`);
  });

  return router;
}
