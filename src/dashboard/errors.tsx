import type { ErrorRequestHandler } from 'express';
import type { Logger } from 'pino';
import { type ErrorCode, isAppError, messageOf } from '../errors.ts';
import { Page } from './layout/page.tsx';
import { render, useView, viewOf } from './view.tsx';
import { words } from './words/shell.ts';

const STATUS: Partial<Record<ErrorCode, number>> = {
  INPUT_INVALID: 400,
  UNAUTHORIZED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  RATE_LIMITED: 429,
  STORE_UNAVAILABLE: 503,
};

/** Errors as pages for people, and as JSON for who asked for that. */
export function createErrorHandler(logger: Logger): ErrorRequestHandler {
  return (error, request, response, next) => {
    if (response.headersSent || !viewOf(response)) return next(error);
    const own = isAppError(error);
    const given = Number((error as { status?: unknown } | undefined)?.status);
    const status = own ? (STATUS[error.code] ?? 500) : given >= 400 && given < 500 ? given : 500;
    if (status >= 500)
      logger.error({ err: error, path: request.path.replace(/^\/link\/.*/, '/link/…') }, 'a dashboard page failed');
    response.status(status);
    const expired = own && error.details?.csrf === true;
    if (request.accepts('html')) return render(response, <ErrorPage {...{ status, expired, error }} />);
    response.json({ error: { code: own ? error.code : 'INTERNAL', message: own ? error.message : 'failed' } });
  };
}

function ErrorPage({ status, expired, error }: { status: number; expired: boolean; error: unknown }) {
  const t = words[useView().language].errors;
  const [title, text] = expired
    ? [t.expired, t.expiredText]
    : status === 404
      ? [t.notFound, t.notFoundText]
      : status === 403
        ? [t.forbidden, t.forbiddenText]
        : status < 500
          ? [t.invalid, isAppError(error) ? messageOf(error) : '']
          : [t.failed, t.failedText];
  return (
    <Page title={title} lead={text}>
      {null}
    </Page>
  );
}
