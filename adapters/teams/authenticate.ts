import { createHash } from 'node:crypto';
import {
  type Activity as BotActivity,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder';
import type { Activity } from './activity.ts';

export interface AuthenticateOptions {
  appId: string;
  appPassword: string;
  tenantId?: string;
  /** Another issuer of tokens and the address of its keys: a national cloud, or a test. */
  issuer?: { name: string; openIdMetadataUrl: string };
}

/** Whether the request's token is from Teams, for this bot, and for the service the activity names. Never throws. */
export type Authenticate = (authorization: string, activity: Activity) => Promise<boolean>;

/** A token is checked anew after so long: its key may have been withdrawn. Teams sends the same one for an hour. */
const REMEMBERED_MS = 60_000;
const MOST_REMEMBERED = 1_000;

/** botbuilder checks signature, expiry, audience, issuer, endorsement and service address of the token. */
export function createAuthenticate(options: AuthenticateOptions & { now?(): number }): Authenticate {
  const { appId, appPassword, tenantId, issuer, now = Date.now } = options;
  const credentials = new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppId: appId,
    MicrosoftAppPassword: appPassword,
    MicrosoftAppType: tenantId ? 'SingleTenant' : 'MultiTenant',
    ...(tenantId && { MicrosoftAppTenantId: tenantId }),
  });
  const configuration = issuer
    ? {
        ToBotFromChannelTokenIssuer: issuer.name,
        ToBotFromChannelOpenIdMetadataUrl: issuer.openIdMetadataUrl,
        ToBotFromEmulatorOpenIdMetadataUrl: issuer.openIdMetadataUrl,
      }
    : {};
  const authentication = new ConfigurationBotFrameworkAuthentication(configuration, credentials);
  /** What was found right, by a digest, and until when that is believed. */
  const remembered = new Map<string, number>();

  function remember(key: string, authorization: string): void {
    const oldest = remembered.keys().next().value;
    if (remembered.size >= MOST_REMEMBERED && oldest !== undefined) remembered.delete(oldest);
    remembered.set(key, Math.min(now() + REMEMBERED_MS, expiryOf(authorization)));
  }

  return async (authorization, activity) => {
    // All that the check reads.
    const asked = JSON.stringify([authorization, activity.serviceUrl, activity.channelId]);
    const key = createHash('sha256').update(asked).digest('base64');
    if ((remembered.get(key) ?? 0) > now()) return true;
    remembered.delete(key);
    const isRight = await authentication.authenticateRequest(activity as unknown as BotActivity, authorization).then(
      ({ claimsIdentity }) => claimsIdentity.isAuthenticated,
      () => false,
    );
    if (isRight) remember(key, authorization);
    return isRight;
  };
}

/** When a token that was found right expires, in ms since the epoch. */
function expiryOf(authorization: string): number {
  try {
    const [, body = ''] = authorization.split('.');
    return Number(JSON.parse(Buffer.from(body, 'base64url').toString()).exp ?? 0) * 1000;
  } catch {
    return 0;
  }
}
