import { Telegram, TelegramError } from 'telegraf';
import { readAttachment, tooLarge } from '../../src/conversation/attachment.ts';
import { deliveryFailed, deliveryRefused } from '../../src/conversation/delivery/delivery-error.ts';
import { type AppError, isAppError } from '../../src/errors.ts';

export type Call = (method: string, payload: object, options?: { signal?: AbortSignal }) => Promise<unknown>;

export interface TelegramApi {
  /** Throws DELIVERY_REFUSED or DELIVERY_FAILED, with `details.code` and `details.description` as Telegram gave them. */
  call: Call;
  readFile(fileId: string, maxBytes: number): Promise<Uint8Array>;
}

/** Bots may not download more (core.telegram.org/bots/api#getfile). */
const MOST_BYTES = 20 * 1024 * 1024;
const CALL_WITHIN_MS = 20_000;

/** Telegraf's client with a time limit, and errors that hold neither token nor customer text. */
export function createTelegramApi({ token, apiRoot }: { token: string; apiRoot?: string }): TelegramApi {
  const root = apiRoot ?? 'https://api.telegram.org';
  const client = new Telegram(token, { apiRoot: root, webhookReply: false });
  const raw = client.callApi.bind(client) as unknown as Call;

  const call: Call = async (method, payload, { signal = AbortSignal.timeout(CALL_WITHIN_MS) } = {}) => {
    try {
      return await raw(method, payload, { signal });
    } catch (error) {
      throw translate(error);
    }
  };

  return {
    call,
    async readFile(fileId, maxBytes) {
      const limit = Math.min(maxBytes, MOST_BYTES);
      const file = (await call('getFile', { file_id: fileId })) as { file_path?: string; file_size?: number };
      if ((file.file_size ?? 0) > limit) throw tooLarge(limit);
      return readAttachment(new URL(`./file/bot${token}/${file.file_path ?? ''}`, `${root}/`), limit);
    },
  };
}

/** Telegram's answer as one of ours (core.telegram.org/bots/api#responseparameters). */
export function translate(error: unknown): AppError {
  if (!(error instanceof TelegramError)) return deliveryFailed('telegram', 'network');
  const { code, description = '', parameters } = error;
  const told = { code, description, migrateTo: parameters?.migrate_to_chat_id };
  if (code === 429) {
    return withDetails(
      deliveryFailed('telegram', '429', { retryAfterMs: (parameters?.retry_after ?? 1) * 1000 }),
      told,
    );
  }
  if (code >= 500) return withDetails(deliveryFailed('telegram', String(code)), told);
  return withDetails(deliveryRefused('telegram', `${code} ${description}`, { blocked: code === 403 }), told);
}

function withDetails(error: AppError, details: Record<string, unknown>): AppError {
  Object.assign(error.details ?? {}, details);
  return error;
}

/** Telegram's own words about a call it refused; '' for anything else. */
export function refusalOf(error: unknown): string {
  return isAppError(error, 'DELIVERY_REFUSED') ? String(error.details?.description ?? '') : '';
}
