import { type Request, type Response, Router } from 'express';
import { AppError, isAppError } from '../../../errors.ts';
import type { Rule } from '../../../segments/rules/rule.ts';
import type { Segment } from '../../../segments/segment.ts';
import { BASE_INTENTS } from '../../../understanding/understanding.ts';
import type { DashboardContext } from '../../context.ts';
import { segmentHref } from '../../links.ts';
import { allow, render, viewerOf, viewOf } from '../../view.tsx';
import { conditionsOf, productsIn, ruleOf } from './conditions.ts';
import { type Choices, type Preview, SegmentFormPage } from './form.tsx';
import { newCondition, readForm, type SegmentForm } from './form-data.ts';
import { ruleWords } from './rule-words.ts';

const CHANNELS = ['web', 'slack', 'telegram', 'teams'];

/** Making, changing and deleting segments. */
export function createEditRouter(
  { bot, channels }: DashboardContext,
  existing: (id: string) => Promise<Segment>,
): Router {
  const { segments, audit } = bot;
  const router = Router();
  const editor = allow('edit');

  async function choices(without?: string): Promise<Choices> {
    const all = await segments.list();
    return {
      pack: bot.pack,
      intents: [...BASE_INTENTS, ...bot.pack.intents.map(({ name }) => name)],
      channels: [...new Set([...CHANNELS, ...channels.keys()])],
      segments: all.filter(({ id, status }) => id !== without && status !== 'gone'),
    };
  }

  /** The rule of the form with its preview; or why it has none. */
  async function tryOut(
    form: SegmentForm,
    response: Response,
  ): Promise<{ rule?: Rule; preview?: Preview; error?: string }> {
    const t = ruleWords[viewOf(response).language];
    if (form.conditions.length === 0) return { error: t.noLines };
    try {
      const rule = ruleOf(form.match, form.conditions, productsIn(bot.pack));
      return { rule, preview: await segments.preview(rule) };
    } catch (error) {
      if (isAppError(error, 'INPUT_INVALID')) return { error: `${t.incomplete}: ${error.message}` };
      throw error;
    }
  }

  /** What is to be shown of a form that was sent, and the rule when it may be saved. */
  async function judged(body: unknown, nameOnly: boolean, response: Response) {
    const { form, pressed } = readForm(body);
    const { rule, preview, error } = nameOnly ? {} : await tryOut(form, response);
    const saving = pressed.button === 'save';
    const nameless = saving && nameOf(form).en === '';
    const ready = saving && !nameless && (nameOnly || rule !== undefined);
    // While lines are being added, one that is not complete yet is no mistake.
    const told = saving || pressed.button === 'preview' ? error : undefined;
    const notes = {
      ...(preview && { preview }),
      ...(told !== undefined && { error: told }),
      ...(nameless && { nameError: ruleWords[viewOf(response).language].nameMissing }),
    };
    if (saving && !ready) response.status(400);
    return { form, ready, ...(rule && { rule }), notes };
  }

  const nameOf = ({ en, zh }: SegmentForm) => ({ en: en || zh, zh: zh || en });

  async function note(response: Response, details: Record<string, unknown>): Promise<void> {
    await audit.record({ actor: viewerOf(response).login, action: 'change', details });
  }

  router.get('/new', editor, async (_request, response) => {
    const form: SegmentForm = { en: '', zh: '', match: 'all', conditions: [newCondition('interest')] };
    render(response, <SegmentFormPage {...(await pageOf(form, response))} />);
  });

  router.post('/new', editor, async (request, response) => {
    const { form, ready, rule, notes } = await judged(request.body, false, response);
    if (!ready) return render(response, <SegmentFormPage {...(await pageOf(form, response))} {...notes} />);
    const { id } = await segments.create({ name: nameOf(form), rule });
    await note(response, { segment: id, what: 'created' });
    response.redirect(303, `${segmentHref(id)}?done=created`);
  });

  async function pageOf(form: SegmentForm, response: Response) {
    return {
      action: '/dashboard/segments/new',
      title: ruleWords[viewOf(response).language].newTitle,
      form,
      choices: await choices(),
    };
  }

  /** A segment's form as it is kept; of a discovered one, or of a rule that has no lines, the name only. */
  function formOf({ name, rule }: Segment): { form: SegmentForm; nameOnly?: 'discovered' | 'nested' } {
    const lines = rule && conditionsOf(rule, bot.pack);
    const form: SegmentForm = { ...name, match: 'all', conditions: [], ...lines };
    return lines ? { form } : { form, nameOnly: rule ? 'nested' : 'discovered' };
  }

  router.get('/:id/edit', editor, async (request: Request<{ id: string }>, response) => {
    const segment = await existing(request.params.id);
    render(response, <SegmentFormPage {...(await editPage(segment, formOf(segment), response))} />);
  });

  router.post('/:id/edit', editor, async (request: Request<{ id: string }>, response) => {
    const segment = await existing(request.params.id);
    const { nameOnly } = formOf(segment);
    const { form, ready, rule, notes } = await judged(request.body, nameOnly !== undefined, response);
    const page = await editPage(segment, { form, ...(nameOnly && { nameOnly }) }, response);
    if (!ready) return render(response, <SegmentFormPage {...page} {...notes} />);
    try {
      await segments.update(segment.id, { name: nameOf(form), ...(rule && { rule }) });
    } catch (error) {
      // The rule asks, by way of others, about this very segment.
      if (!isAppError(error, 'INPUT_INVALID')) throw error;
      response.status(400);
      return render(response, <SegmentFormPage {...page} error={error.message} />);
    }
    await note(response, { segment: segment.id, what: 'changed' });
    response.redirect(303, `${segmentHref(segment.id)}?done=saved`);
  });

  async function editPage(
    { id, kind }: Segment,
    parts: { form: SegmentForm; nameOnly?: 'discovered' | 'nested' },
    response: Response,
  ) {
    const t = ruleWords[viewOf(response).language];
    return {
      action: `${segmentHref(id)}/edit`,
      title: kind === 'rule' ? t.editTitle : t.renameTitle,
      choices: await choices(id),
      ...parts,
    };
  }

  router.post('/:id/delete', editor, async (request: Request<{ id: string }>, response) => {
    const segment = await existing(request.params.id);
    if (segment.kind !== 'rule') throw new AppError('INPUT_INVALID', 'A discovered segment cannot be deleted');
    await segments.remove(segment.id);
    await note(response, { segment: segment.id, what: 'deleted' });
    response.redirect(303, '/dashboard/segments');
  });

  return router;
}
