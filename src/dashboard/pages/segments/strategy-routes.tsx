import { randomUUID } from 'node:crypto';
import { type Request, Router } from 'express';
import { z } from 'zod';
import { emptyProfile } from '../../../customers/profile.ts';
import { AppError } from '../../../errors.ts';
import type { Segment, Strategy } from '../../../segments/segment.ts';
import type { DashboardContext } from '../../context.ts';
import { segmentHref } from '../../links.ts';
import { allow, render, viewerOf, viewOf } from '../../view.tsx';
import { StrategyPage } from './strategy.tsx';
import { words } from './words.ts';

const CHANNELS = ['web', 'slack', 'telegram', 'teams'];

const schema = z.object({
  tone: z.enum(['warm', 'concise', 'plain']),
  offers: z.enum(['reduced_first', 'new_first', 'premium_first', 'none']),
  channel: z.string().max(40).optional(),
  hour: z.union([z.literal(''), z.coerce.number().int().min(0).max(23)]).optional(),
  categories: z.union([z.string(), z.array(z.string()).max(50)]).optional(),
  message: z.string().trim().max(500).default(''),
  do: z.string().optional(),
});

/** The strategy editor, and what the bot would say under it: the real turn, of which nothing is kept or sent. */
export function createStrategyRouter(
  { bot, channels, now }: DashboardContext,
  existing: (id: string) => Promise<Segment>,
): Router {
  const router = Router();
  const editor = allow('edit');
  const known = () => [...new Set([...CHANNELS, ...channels.keys()])];

  router.get('/:id/strategy', editor, async (request: Request<{ id: string }>, response) => {
    const segment = await existing(request.params.id);
    const page = { segment, strategy: segment.strategy, message: '', pack: bot.pack, channels: known() };
    render(response, <StrategyPage {...page} />);
  });

  router.post('/:id/strategy', editor, async (request: Request<{ id: string }>, response) => {
    const segment = await existing(request.params.id);
    const { strategy, message, button } = parsed(request.body);
    if (button === 'save') {
      await bot.segments.update(segment.id, { strategy });
      await bot.audit.record({
        actor: viewerOf(response).login,
        action: 'change',
        details: { segment: segment.id, what: 'strategy' },
      });
      return response.redirect(303, `${segmentHref(segment.id)}?done=strategy`);
    }
    const { language } = viewOf(response);
    const asked = message === '' ? words[language].tryExample : message;
    const answer = await rehearsed(asked, strategy);
    const page = { segment, strategy, message: asked, pack: bot.pack, channels: known() };
    render(response, <StrategyPage {...page} {...(answer && { answer })} />);
  });

  /** A new customer who agreed to personalisation asks. */
  async function rehearsed(text: string, strategy: Strategy) {
    const at = now();
    const id = `rehearsal-${randomUUID()}`;
    const { turn } = await bot.rehearse({
      message: {
        id,
        channel: 'web',
        conversationId: `web:${id}`,
        author: { id, isBot: false },
        text,
        attachments: [],
        isDirect: true,
        receivedAt: at,
        address: {},
      },
      customer: {
        id,
        identities: [{ channel: 'web', userId: id }],
        consent: { personalisation: { granted: true, at, source: 'dashboard' } },
        profile: emptyProfile(),
        createdAt: at,
      },
      strategy,
    });
    return turn.reply;
  }

  return router;
}

function parsed(body: unknown): { strategy: Strategy; message: string; button: string | undefined } {
  const { data } = schema.safeParse(body);
  if (!data) throw new AppError('INPUT_INVALID', 'The strategy is not complete');
  const { tone, offers, channel, hour, categories = [], message, do: button } = data;
  const strategy: Strategy = {
    tone,
    offers,
    categories: [categories].flat(),
    ...(channel && { channel }),
    ...(typeof hour === 'number' && { hour }),
  };
  return { strategy, message, button };
}
