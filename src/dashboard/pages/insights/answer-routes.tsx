import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { AppError, isAppError } from '../../../errors.ts';
import type { ReplyLanguage } from '../../../understanding/understanding.ts';
import type { DashboardContext } from '../../context.ts';
import { allow, render, viewerOf, viewOf } from '../../view.tsx';
import { type AnswerFields, AnswerPage } from './answer.tsx';
import { words } from './words.ts';

const QUESTIONS = '/dashboard/insights/questions';
const MOST_TURNS = 10;

const text = z.string().max(20_000).default('');
const schema = z.object({
  question_en: text,
  question_zh: text,
  answer_en: text,
  answer_zh: text,
  variants_en: text,
  variants_zh: text,
  do: z.string().optional(),
});
const turnsSchema = z
  .union([z.string(), z.array(z.string())])
  .transform((ids) => [ids].flat().slice(0, MOST_TURNS))
  .catch([]);

/** Writing answers, reviewing them, and approving them into the pack. */
export function createAnswerRouter({ bot }: DashboardContext): Router {
  const { insights, audit, store } = bot;
  const router = Router();
  const editor = allow('edit');

  /** The form filled with how customers asked. */
  async function askedIn(turnIds: readonly string[]): Promise<AnswerFields> {
    const turns = await Promise.all(turnIds.map((id) => store.turns.get(id)));
    const asked = (language: ReplyLanguage) => [
      ...new Set(
        turns.flatMap((turn) => (turn?.understanding?.replyLanguage === language ? [turn.message.text.trim()] : [])),
      ),
    ];
    const [en = [], zh = []] = [asked('en'), asked('zh')];
    return {
      question: { en: en[0] ?? '', zh: zh[0] ?? '' },
      answer: {},
      variants: { en: en.slice(1), zh: zh.slice(1) },
    };
  }

  async function note(response: Response, what: string, draft: string): Promise<void> {
    await audit.record({ actor: viewerOf(response).login, action: 'change', details: { draft, what } });
  }

  function refuse(
    response: Response,
    error: unknown,
    page: { action: string; fields: AnswerFields; review?: boolean },
  ): void {
    if (!isAppError(error, 'INPUT_INVALID')) throw error;
    const t = words[viewOf(response).language];
    response.status(400);
    const why = /complete/.test(error.message) ? t.incomplete : error.message;
    render(response, <AnswerPage {...page} error={why} />);
  }

  router.get('/answers/new', editor, async (request, response) => {
    const fields = await askedIn(turnsSchema.parse(request.query.turn ?? []));
    render(response, <AnswerPage action="/dashboard/insights/answers/new" fields={fields} />);
  });

  router.post('/answers/new', editor, async (request, response) => {
    const { fields } = parsed(request.body);
    try {
      const { id } = await insights.drafts.create(fields, viewerOf(response).login);
      await note(response, 'drafted', id);
      response.redirect(303, `${QUESTIONS}?done=drafted`);
    } catch (error) {
      refuse(response, error, { action: '/dashboard/insights/answers/new', fields });
    }
  });

  router.get('/answers/:id', editor, async (request: Request<{ id: string }>, response) => {
    const draft = await insights.drafts.get(request.params.id);
    if (draft.status === 'published') throw new AppError('NOT_FOUND', 'The answer is in the pack already');
    render(response, <AnswerPage action={`/dashboard/insights/answers/${draft.id}`} fields={draft} review />);
  });

  router.post('/answers/:id', editor, async (request: Request<{ id: string }>, response) => {
    const { id } = request.params;
    const { fields, button } = parsed(request.body);
    const { login } = viewerOf(response);
    if (button === 'remove') {
      await insights.drafts.remove(id);
      await note(response, 'removed', id);
      return response.redirect(303, `${QUESTIONS}?done=removed`);
    }
    try {
      await insights.drafts.update(id, fields, login);
      if (button === 'approve') await insights.drafts.publish(id, login);
      await note(response, button === 'approve' ? 'approved' : 'changed', id);
      response.redirect(303, `${QUESTIONS}?done=${button === 'approve' ? 'approved' : 'drafted'}`);
    } catch (error) {
      refuse(response, error, { action: `/dashboard/insights/answers/${id}`, fields, review: true });
    }
  });

  return router;
}

function parsed(body: unknown): { fields: AnswerFields; button: string | undefined } {
  const { data } = schema.safeParse(body);
  if (!data) throw new AppError('INPUT_INVALID', 'The answer is not complete');
  const lines = (value: string) =>
    value
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
  return {
    fields: {
      question: { en: data.question_en, zh: data.question_zh },
      answer: { en: data.answer_en, zh: data.answer_zh },
      variants: { en: lines(data.variants_en), zh: lines(data.variants_zh) },
    },
    button: data.do,
  };
}
