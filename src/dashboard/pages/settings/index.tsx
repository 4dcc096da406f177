import { once } from 'node:events';
import { Router } from 'express';
import { AppError } from '../../../errors.ts';
import { loadPrompts } from '../../../llm/prompts.ts';
import { can } from '../../auth/role.ts';
import type { DashboardContext } from '../../context.ts';
import type { DashboardPage } from '../../page.ts';
import { allow, render, viewerOf } from '../../view.tsx';
import { promptFigures } from './prompt-figures.ts';
import { PromptPage, SettingsPage } from './view.tsx';
import { words } from './words.ts';

export const settingsPage: DashboardPage = {
  path: 'settings',
  title: { en: words.en.title, zh: words.zh.title },
  permission: 'read',
  createRouter,
};

function createRouter({ bot, channels, settings }: DashboardContext): Router {
  const router = Router();
  const { store, corrections, audit } = bot;

  router.get('/', async (_request, response) => {
    const mayExport = can(viewerOf(response), 'export');
    const [figures, corrected] = await Promise.all([
      // Without a model no prompt is in use, and there is nothing to count.
      settings?.model ? promptFigures(store.turns) : [],
      mayExport ? corrections.count() : undefined,
    ]);
    render(
      response,
      <SettingsPage
        channels={[...channels.keys()]}
        store={store.kind}
        settings={settings}
        corrections={corrected}
        prompts={loadPrompts().all}
        figures={figures}
      />,
    );
  });

  router.get('/prompts/:id', (request, response) => {
    const prompts = loadPrompts().all.filter(({ id }) => id === request.params.id);
    if (prompts.length === 0) throw new AppError('NOT_FOUND', 'There is no such prompt');
    render(response, <PromptPage prompts={prompts} />);
  });

  /** What `npm run train -- --corrections FILE` reads: texts and labels, and nothing of who wrote them. */
  router.get('/corrections.jsonl', allow('export'), async (_request, response) => {
    response.attachment('corrections.jsonl').type('application/x-ndjson');
    let count = 0;
    for await (const { kind, text, language, value } of corrections.all()) {
      count++;
      const line = `${JSON.stringify({ kind, text, language, value })}\n`;
      if (!response.write(line)) await once(response, 'drain');
    }
    await audit.record({ actor: viewerOf(response).login, action: 'export', details: { corrections: count } });
    response.end();
  });

  return router;
}
