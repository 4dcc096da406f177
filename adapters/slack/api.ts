import { type Logger as BoltLogger, LogLevel, webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import { readAttachment } from '../../src/conversation/attachment.ts';
import { deliveryFailed, deliveryRefused } from '../../src/conversation/delivery/delivery-error.ts';
import { AppError } from '../../src/errors.ts';

export interface SlackApi {
  /** Calls a Web API method. Throws DELIVERY_REFUSED or DELIVERY_FAILED, with `details.reason` as Slack gave it. */
  call(method: string, payload: Record<string, unknown>): Promise<Record<string, unknown>>;
  readFile(url: string, maxBytes: number): Promise<Uint8Array>;
}

const CALL_WITHIN_MS = 15_000;
/** Answers of Slack's that may be another the next time. */
const TRANSIENT = new Set([
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'rollup_error',
  'team_added_to_org',
]);
/** The place or the person is out of reach for good. */
const OUT_OF_REACH = new Set([
  'channel_not_found',
  'is_archived',
  'not_in_channel',
  'user_not_found',
  'user_disabled',
  'cannot_dm_bot',
  'messages_tab_disabled',
  'is_inactive',
]);

/** Slack's Web API client without its own retries (delivery has them), and errors that hold neither token nor customer text. */
export function createSlackApi({
  token,
  apiUrl,
  logger,
}: {
  token: string;
  apiUrl?: string;
  logger: Logger;
}): SlackApi {
  const client = new webApi.WebClient(token, {
    ...(apiUrl && { slackApiUrl: apiUrl }),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: CALL_WITHIN_MS,
    logger: toBoltLogger(logger),
  });
  return {
    async call(method, payload) {
      try {
        return { ...(await client.apiCall(method, payload)) };
      } catch (error) {
        throw translate(error);
      }
    },
    readFile(url, maxBytes) {
      if (!isSlacks(url, apiUrl)) throw new AppError('INPUT_INVALID', 'the attachment is not at Slack');
      return readAttachment(url, maxBytes, { authorization: `Bearer ${token}` });
    },
  };
}

/** The token goes to Slack only. */
function isSlacks(url: string, apiUrl: string | undefined): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, origin } = new URL(url);
  if (apiUrl && origin === new URL(apiUrl).origin) return true;
  return protocol === 'https:' && (hostname === 'slack.com' || hostname.endsWith('.slack.com'));
}

/** Slack's answer as one of ours (docs.slack.dev/reference/methods/chat.postMessage#errors). */
export function translate(error: unknown): AppError {
  const { code, data, retryAfter, statusCode } = error as {
    code?: string;
    data?: { error?: string };
    retryAfter?: number;
    statusCode?: number;
  };
  if (code === webApi.ErrorCode.RateLimitedError) {
    return deliveryFailed('slack', '429', { retryAfterMs: (retryAfter ?? 1) * 1000 });
  }
  const reason = data?.error ?? 'network';
  if (code !== webApi.ErrorCode.PlatformError)
    return deliveryFailed('slack', statusCode ? String(statusCode) : 'network');
  if (reason === 'ratelimited' || reason === 'rate_limited')
    return deliveryFailed('slack', reason, { retryAfterMs: 1000 });
  if (TRANSIENT.has(reason)) return deliveryFailed('slack', reason);
  const refused = deliveryRefused('slack', reason, { blocked: OUT_OF_REACH.has(reason) });
  return Object.assign(refused, { details: { ...refused.details, reason } });
}

/** Bolt's log on ours: its chatter is left out, and no token passes. */
export function toBoltLogger(logger: Logger): BoltLogger {
  const said = (parts: unknown[]) =>
    parts
      .map(String)
      .join(' ')
      .replace(/\bx(?:ox[a-z]|app)-[\w-]+/g, '[token]');
  return {
    debug: () => undefined,
    info: (...parts) => logger.debug(said(parts)),
    warn: (...parts) => logger.warn(said(parts)),
    error: (...parts) => logger.error(said(parts)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
}
