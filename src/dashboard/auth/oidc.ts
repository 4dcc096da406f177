import type { Configuration } from 'openid-client';
import type { OidcSettings } from '../../config/config.ts';
import { AppError } from '../../errors.ts';

/** What must be remembered between leaving for the provider and coming back. */
export interface OidcVisit {
  verifier: string;
  state: string;
  nonce: string;
  next: string;
}

export type Oidc = ReturnType<typeof createOidc>;

/** Sign-in by the authorization code flow with PKCE. The library and the provider are asked for at the first sign-in only. */
export function createOidc({ settings, redirectUri }: { settings: OidcSettings; redirectUri: string }) {
  const { issuer, clientId, clientSecret } = settings;
  let found: Promise<Configuration> | undefined;

  async function discover(): Promise<Configuration> {
    const client = await import('openid-client');
    const { hostname } = new URL(issuer);
    const local = ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
    // The signature of a token is checked though it comes from the provider itself, by TLS.
    const execute = [client.enableNonRepudiationChecks, ...(local ? [client.allowInsecureRequests] : [])];
    return client.discovery(new URL(issuer), clientId, clientSecret, undefined, { execute });
  }

  /** A provider that was down is asked again. */
  function configuration(): Promise<Configuration> {
    found ??= discover().catch((error) => {
      found = undefined;
      throw new AppError('STORE_UNAVAILABLE', 'The identity provider does not answer', { cause: error });
    });
    return found;
  }

  return {
    /** Where to send the browser, and what to remember. */
    async start(next: string): Promise<{ url: URL; visit: OidcVisit }> {
      const client = await import('openid-client');
      const visit = {
        verifier: client.randomPKCECodeVerifier(),
        state: client.randomState(),
        nonce: client.randomNonce(),
        next,
      };
      const url = client.buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri,
        scope: 'openid email profile',
        code_challenge: await client.calculatePKCECodeChallenge(visit.verifier),
        code_challenge_method: 'S256',
        state: visit.state,
        nonce: visit.nonce,
      });
      return { url, visit };
    },
    /** Whom the provider vouches for. `query` is that of the callback. Throws UNAUTHORIZED. */
    async finish(query: string, visit: OidcVisit): Promise<{ identity: string; email?: string }> {
      const client = await import('openid-client');
      const tokens = await client
        .authorizationCodeGrant(await configuration(), new URL(`${redirectUri}?${query}`), {
          pkceCodeVerifier: visit.verifier,
          expectedState: visit.state,
          expectedNonce: visit.nonce,
          idTokenExpected: true,
        })
        .catch((error) => {
          throw new AppError('UNAUTHORIZED', 'The identity provider did not sign you in', { cause: error });
        });
      const claims = tokens.claims()!;
      const email = claims.email_verified === true && typeof claims.email === 'string' ? claims.email : undefined;
      return { identity: `${claims.iss}|${claims.sub}`, ...(email !== undefined && { email }) };
    },
  };
}
