import { z } from 'zod';
import { readAttachment } from '../../src/conversation/attachment.ts';
import { deliveryFailed, deliveryRefused } from '../../src/conversation/delivery-error.ts';
import { AppError } from '../../src/errors.ts';
import type { TeamsAddress } from './parse.ts';
import { TEAMS_LIMITS } from './render.ts';
import type { TokenSource } from './token.ts';

export interface TeamsApi {
  /** Posts an activity; returns its id. Throws DELIVERY_REFUSED or DELIVERY_FAILED. */
  post(address: TeamsAddress, activity: object): Promise<string>;
  readFile(file: { url: string; serviceUrl: string }, maxBytes: number): Promise<Uint8Array>;
}

const POST_WITHIN_MS = 15_000;
const answerSchema = z.object({ id: z.string().optional() });
const errorSchema = z.object({ error: z.object({ code: z.string().max(80) }) });

/** The Bot Connector's REST interface (learn.microsoft.com: Bot Connector, send and receive messages). */
export function createTeamsApi(tokens: TokenSource): TeamsApi {
  return {
    async post({ serviceUrl, conversationId, botId }, activity) {
      const body = JSON.stringify({ ...activity, from: { id: botId }, conversation: { id: conversationId } });
      if (body.length * 2 > TEAMS_LIMITS.bytes) throw deliveryRefused('teams', 'message too large');
      const response = await fetch(
        `${serviceUrl.replace(/\/+$/, '')}/v3/conversations/${encodeURIComponent(conversationId)}/activities`,
        {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${await tokens.get()}` },
          body,
          signal: AbortSignal.timeout(POST_WITHIN_MS),
        },
      ).catch((error: unknown) => {
        throw error instanceof AppError ? error : deliveryFailed('teams', 'network');
      });
      const answer: unknown = await response.json().catch(() => undefined);
      if (response.status === 401) tokens.forget();
      if (!response.ok) throw translate(response, answer);
      const parsed = answerSchema.safeParse(answer);
      return parsed.success ? (parsed.data.id ?? '') : '';
    },
    /** A picture in a message needs the token and lies with the service; a file's address is signed and needs none. */
    async readFile({ url, serviceUrl }, maxBytes) {
      if (!URL.canParse(url)) throw new AppError('INPUT_INVALID', 'the attachment has no address');
      const isService = new URL(url).origin === new URL(serviceUrl).origin;
      if (!isService && new URL(url).protocol !== 'https:')
        throw new AppError('INPUT_INVALID', 'the attachment is not at Teams');
      return readAttachment(url, maxBytes, isService ? { authorization: `Bearer ${await tokens.get()}` } : {});
    },
  };
}

/** Teams' answer as one of ours (learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability). */
function translate({ status, headers }: Response, answer: unknown): AppError {
  const parsed = errorSchema.safeParse(answer);
  const reason = [status, parsed.success ? parsed.data.error.code : ''].filter(Boolean).join(' ');
  if (status === 401 || status === 408 || status === 412 || status === 429 || status >= 500) {
    const seconds = Number(headers.get('retry-after') ?? (status === 429 ? 1 : Number.NaN));
    return deliveryFailed('teams', reason, Number.isFinite(seconds) ? { retryAfterMs: seconds * 1000 } : {});
  }
  // Blocked, removed, or a conversation that is gone: nothing will arrive there any more.
  return deliveryRefused('teams', reason, { blocked: status === 403 || status === 404 });
}
