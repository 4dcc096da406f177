import { Router } from 'express';
import type { ExportLinks } from '../customers/privacy/export-link.ts';
import type { Privacy } from '../customers/privacy/privacy.ts';

/** `GET /privacy/export/TOKEN`: everything held of the customer whom the chat gave the link, as a JSON file. */
export function createPrivacyRouter({ privacy, links }: { privacy: Privacy; links: ExportLinks }): Router {
  const router = Router();
  router.get('/privacy/export/:token', async (request, response) => {
    const data = await privacy.export(links.open(request.params.token), 'customer');
    response
      .set('Cache-Control', 'no-store')
      .set('Content-Disposition', 'attachment; filename="my-data.json"')
      .json(data);
  });
  return router;
}
