import { generateKeyPairSync, sign } from 'node:crypto';
import { createHttpSink, type HttpSink } from '../../support/http-sink.ts';

export const ISSUER = 'https://api.botframework.com';

const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const other = generateKeyPairSync('rsa', { modulusLength: 2048 });

export interface Issuer {
  options: { name: string; openIdMetadataUrl: string };
  /** A signed token; `claims` replace the right ones. */
  token(claims?: Record<string, unknown>): string;
  /** Signed by a key that nobody published. */
  forgedToken(): string;
  sink: HttpSink;
}

/** Issues tokens as the Bot Framework does, with keys published on a loopback address. */
export async function createIssuer(appId: string, serviceUrl: () => string): Promise<Issuer> {
  const sink = await createHttpSink(({ path }) => {
    if (path === '/keys') {
      const key = pair.publicKey.export({ format: 'jwk' });
      return { body: { keys: [{ ...key, kid: 'k1', use: 'sig', endorsements: ['msteams'] }] } };
    }
    return { body: { issuer: ISSUER, jwks_uri: `${sink.url}/keys`, id_token_signing_alg_values_supported: ['RS256'] } };
  });
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const make = (claims: Record<string, unknown>, key: typeof pair.privateKey) => {
    const now = Math.floor(Date.now() / 1000);
    const right = { iss: ISSUER, aud: appId, serviceurl: serviceUrl(), nbf: now - 300, exp: now + 3600 };
    const body = `${encode({ alg: 'RS256', typ: 'JWT', kid: 'k1' })}.${encode({ ...right, ...claims })}`;
    return `${body}.${sign('RSA-SHA256', Buffer.from(body), key).toString('base64url')}`;
  };
  return {
    options: { name: ISSUER, openIdMetadataUrl: `${sink.url}/openid` },
    token: (claims = {}) => make(claims, pair.privateKey),
    forgedToken: () => make({}, other.privateKey),
    sink,
  };
}
