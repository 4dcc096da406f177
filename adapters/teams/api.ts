import { z } from 'zod';
import { readAttachment } from '../../src/conversation/attachment.ts';
import { deliveryFailed, deliveryRefused } from '../../src/conversation/delivery/delivery-error.ts';
import { AppError } from '../../src/errors.ts';
import type { TeamsAddress } from './parse.ts';
import { TEAMS_LIMITS } from './render.ts';
import type { TokenSource } from './token.ts';

export interface TeamsApi {
  /** Posts an activity; returns its id. Throws DELIVERY_REFUSED or DELIVERY_FAILED. */
  post(address: TeamsAddress, activity: object): Promise<string>;
  /** Takes an activity of ours away. */
  remove(address: TeamsAddress, activityId: string): Promise<void>;
  readFile(file: { url: string; serviceUrl: string }, maxBytes: number): Promise<Uint8Array>;
}

const POST_WITHIN_MS = 15_000;
/** A stream took too long, or the customer stopped it: nothing about the chat. */
const STREAM_ENDED = 'ContentStreamNotAllowed';
const answerSchema = z.object({ id: z.string().optional() });
const errorSchema = z.object({ error: z.object({ code: z.string().max(80) }) });

/** The Bot Connector's REST interface (learn.microsoft.com: Bot Connector, send and receive messages). */
export function createTeamsApi(tokens: TokenSource): TeamsApi {
  async function ask({ serviceUrl, conversationId }: TeamsAddress, path: string, request: RequestInit) {
    const url = `${serviceUrl.replace(/\/+$/, '')}/v3/conversations/${encodeURIComponent(conversationId)}/activities${path}`;
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${await tokens.get()}` };
    const response = await fetch(url, { ...request, headers, signal: AbortSignal.timeout(POST_WITHIN_MS) }).catch(
      () => {
        throw deliveryFailed('teams', 'network');
      },
    );
    const answer: unknown = await response.json().catch(() => undefined);
    if (response.status === 401) tokens.forget();
    if (!response.ok) throw translate(response, answer);
    return answer;
  }

  return {
    async post(address, activity) {
      const { conversationId, botId } = address;
      const body = JSON.stringify({ ...activity, from: { id: botId }, conversation: { id: conversationId } });
      if (body.length * 2 > TEAMS_LIMITS.bytes) throw deliveryRefused('teams', 'message too large');
      const parsed = answerSchema.safeParse(await ask(address, '', { method: 'POST', body }));
      return parsed.success ? (parsed.data.id ?? '') : '';
    },
    async remove(address, activityId) {
      await ask(address, `/${encodeURIComponent(activityId)}`, { method: 'DELETE' });
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
  const code = parsed.success ? parsed.data.error.code : '';
  const reason = [status, code].filter(Boolean).join(' ');
  if (status === 401 || status === 408 || status === 412 || status === 429 || status >= 500) {
    const seconds = Number(headers.get('retry-after') ?? (status === 429 ? 1 : Number.NaN));
    return deliveryFailed('teams', reason, Number.isFinite(seconds) ? { retryAfterMs: seconds * 1000 } : {});
  }
  // Blocked, removed, or a conversation that is gone: nothing will arrive there any more.
  const blocked = (status === 403 && code !== STREAM_ENDED) || status === 404;
  return deliveryRefused('teams', reason, { blocked });
}
