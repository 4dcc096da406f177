import { type Request, type Response, Router } from 'express';
import type { ComponentChildren } from 'preact';
import { z } from 'zod';
import { localize, type Product } from '../../../knowledge/pack.ts';
import type { DashboardContext } from '../../context.ts';
import { Page } from '../../layout/page.tsx';
import { Tabs } from '../../layout/pieces.tsx';
import type { DashboardPage } from '../../page.ts';
import { render, useView, viewOf } from '../../view.tsx';
import { Faq, Products, partOf, Texts } from './lists.tsx';
import { State } from './state.tsx';
import { words } from './words.ts';

export const knowledgePage: DashboardPage = {
  path: 'knowledge',
  title: { en: words.en.title, zh: words.zh.title },
  permission: 'read',
  createRouter,
};

const TABS = ['overview', 'products', 'faq', 'texts'] as const;
type Tab = (typeof TABS)[number];

const querySchema = z.object({
  q: z.string().trim().min(1).max(200).optional().catch(undefined),
  cursor: z.string().regex(/^\d+$/).optional().catch(undefined),
});
const FOUND = 200;

function createRouter({ bot }: DashboardContext): Router {
  const router = Router();

  function show(response: Response, current: Tab, content: ComponentChildren): void {
    render(
      response,
      <Frame current={current} name={localize(bot.pack.name, viewOf(response).language)}>
        {content}
      </Frame>,
    );
  }

  async function productsFor(request: Request, response: Response): Promise<readonly Product[]> {
    const { q } = querySchema.parse(request.query);
    if (q === undefined) return bot.retriever.products;
    const { language } = viewOf(response);
    const { hits } = await bot.retriever.search({ text: q, language, limit: FOUND });
    return hits.map(({ product }) => product);
  }

  router.get('/', (_request, response) => {
    show(response, 'overview', <State pack={bot.pack} info={bot.retriever.info} />);
  });
  router.get('/products', async (request, response) => {
    const { q, cursor } = querySchema.parse(request.query);
    const part = partOf(await productsFor(request, response), cursor);
    show(response, 'products', <Products part={part} q={q} pack={bot.pack} />);
  });
  router.get('/faq', (request, response) => {
    show(response, 'faq', <Faq part={partOf(bot.pack.faq, querySchema.parse(request.query).cursor)} />);
  });
  router.get('/texts', (request, response) => {
    const { language } = viewOf(response);
    const sections = bot.pack.sections.filter((section) => section.language === language);
    show(response, 'texts', <Texts part={partOf(sections, querySchema.parse(request.query).cursor)} />);
  });
  return router;
}

function Frame({ current, name, children }: { current: Tab; name: string; children: ComponentChildren }) {
  const t = words[useView().language];
  return (
    <Page title={t.title} lead={t.lead(name)}>
      <Tabs
        label={t.tabs}
        tabs={TABS.map((tab) => ({
          href: tab === 'overview' ? '/dashboard/knowledge' : `/dashboard/knowledge/${tab}`,
          title: t[tab],
          current: tab === current,
        }))}
      />
      {children}
    </Page>
  );
}
