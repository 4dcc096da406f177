import { z } from 'zod';
import { deliveryFailed, deliveryRefused } from '../../src/conversation/delivery/delivery-error.ts';

export interface TokenOptions {
  appId: string;
  appPassword: string;
  /** Absent = multi-tenant. */
  tenantId?: string;
  loginUrl?: string;
  now(): number;
}

export interface TokenSource {
  /** Throws DELIVERY_REFUSED when the app's credentials are wrong, else DELIVERY_FAILED. */
  get(): Promise<string>;
  /** The token was refused: the next `get` asks for another. */
  forget(): void;
}

/** Renewed so long before it expires. */
const EARLY_MS = 5 * 60_000;
const ASK_WITHIN_MS = 15_000;
const answerSchema = z.object({ access_token: z.string(), expires_in: z.coerce.number() });

/** The token the bot writes with (learn.microsoft.com: Bot Connector authentication, client credentials). */
export function createTokenSource({ appId, appPassword, tenantId, loginUrl, now }: TokenOptions): TokenSource {
  const url = `${loginUrl ?? 'https://login.microsoftonline.com'}/${tenantId ?? 'botframework.com'}/oauth2/v2.0/token`;
  let held: { token: Promise<string>; until: number } | undefined;

  async function ask(): Promise<string> {
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: appId,
      client_secret: appPassword,
      scope: 'https://api.botframework.com/.default',
    });
    const response = await fetch(url, { method: 'POST', body, signal: AbortSignal.timeout(ASK_WITHIN_MS) }).catch(
      () => {
        throw deliveryFailed('teams', 'no token: network');
      },
    );
    const answer = answerSchema.safeParse(await response.json().catch(() => undefined));
    if (response.status === 400 || response.status === 401)
      throw deliveryRefused('teams', 'no token: credentials refused');
    if (!response.ok || !answer.success) throw deliveryFailed('teams', `no token: ${response.status}`);
    if (held) held.until = now() + answer.data.expires_in * 1000 - EARLY_MS;
    return answer.data.access_token;
  }

  return {
    get() {
      if (!held || held.until <= now()) {
        const asked = { token: ask(), until: Number.POSITIVE_INFINITY };
        held = asked;
        asked.token.catch(() => {
          if (held === asked) held = undefined;
        });
      }
      return held.token;
    },
    forget() {
      held = undefined;
    },
  };
}
