import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express from 'express';

/** Whom the provider vouches for. */
export interface Claims {
  sub: string;
  email: string;
  email_verified: boolean;
}

export interface IdentityProvider {
  issuer: string;
  /** Signs this person in at the next visit. */
  person: Claims;
  /** Set to have the next id token signed by a foreign key. */
  forge: boolean;
  /** Code challenges it was sent. */
  challenges: string[];
  close(): void;
}

/** An OpenID Connect provider on loopback that signs in whoever the test says, without asking. */
export async function startIdentityProvider(clientId: string): Promise<IdentityProvider> {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const visits = new Map<string, { nonce: string }>();
  const app = express();
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider: IdentityProvider = {
    issuer,
    person: { sub: 'nobody', email: '', email_verified: false },
    forge: false,
    challenges: [],
    close() {
      server.closeAllConnections();
      server.close();
    },
  };

  app.get('/.well-known/openid-configuration', (_request, response) => {
    response.json({
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/keys`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
    });
  });
  app.get('/keys', (_request, response) => {
    response.json({ keys: [{ ...keys.publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }] });
  });
  app.get('/authorize', (request, response) => {
    const { redirect_uri: back, state, nonce, code_challenge: challenge } = request.query as Record<string, string>;
    const code = randomUUID();
    visits.set(code, { nonce: nonce! });
    provider.challenges.push(challenge!);
    response.redirect(`${back}?${new URLSearchParams({ code, state: state! })}`);
  });
  app.post('/token', express.urlencoded({ extended: false }), (request, response) => {
    const visit = visits.get(request.body.code);
    if (!visit || !request.body.code_verifier) return void response.status(400).json({ error: 'invalid_grant' });
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: issuer, aud: clientId, iat: now, exp: now + 60, nonce: visit.nonce, ...provider.person };
    const key = provider.forge ? foreign.privateKey : keys.privateKey;
    const text = [{ alg: 'RS256', kid: 'one', typ: 'JWT' }, claims]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');
    const token = `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`;
    response.json({ access_token: randomUUID(), token_type: 'Bearer', expires_in: 60, id_token: token });
  });
  return provider;
}
