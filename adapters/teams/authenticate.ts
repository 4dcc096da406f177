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

/** botbuilder checks signature, expiry, audience, issuer, endorsement and service address of the token. */
export function createAuthenticate({ appId, appPassword, tenantId, issuer }: AuthenticateOptions): Authenticate {
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
  return (authorization, activity) =>
    authentication.authenticateRequest(activity as unknown as BotActivity, authorization).then(
      ({ claimsIdentity }) => claimsIdentity.isAuthenticated,
      () => false,
    );
}
