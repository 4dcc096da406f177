import { z } from 'zod';

const text = z.string().trim().min(1);
const secret = z.string().trim().min(8);
const integer = (min: number, max: number) =>
  z.string().regex(/^\d+$/, 'must be a whole number').transform(Number).pipe(z.number().min(min).max(max));
const address = z.url({ protocol: /^https?$/ });
const decimal = z
  .string()
  .regex(/^\d+(\.\d+)?$/, 'must be a number')
  .transform(Number);

/** Every variable the project reads; `.env.example` lists the same ones (a test holds them equal). */
export const settingsSchema = z.object({
  HOST: text.default('127.0.0.1'),
  PORT: integer(0, 65535).default(3000),
  PUBLIC_URL: address.optional(),
  PACK: text.default('shop'),
  DATA_DIR: text.default('data'),
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\//, 'must start with mongodb:// or mongodb+srv://')
    .optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  SESSION_SECRET: secret.optional(),
  EVENTS_API_KEY: z.string().trim().min(16, 'must have 16 characters or more').optional(),
  ACCOUNT_LINK_URL: address.refine((url) => url.includes('{token}'), 'must hold {token}').optional(),
  RETENTION_DAYS: integer(1, 3650).default(730),
  OIDC_ISSUER: address.optional(),
  OIDC_CLIENT_ID: text.optional(),
  OIDC_CLIENT_SECRET: text.optional(),
  SEGMENT_EVERYONE: z.enum(['true', 'false']).default('false'),
  MARKETING_PER_WEEK: integer(0, 100).default(2),
  MARKETING_QUIET_HOURS: z
    .string()
    .regex(/^(?:\d|1\d|2[0-4])-(?:\d|1\d|2[0-4])$/, 'must be two hours like 21-9')
    .default('21-9'),
  TIME_ZONE: z.string().refine(isTimeZone, 'must be a time zone like Europe/London').optional(),
  LLM_MODEL: text.optional(),
  LLM_BASE_URL: address.optional(),
  OPENAI_API_KEY: text.optional(),
  LLM_FAST_MODEL: text.optional(),
  LLM_FALLBACK_MODEL: text.optional(),
  LLM_FALLBACK_BASE_URL: address.optional(),
  LLM_FALLBACK_API_KEY: text.optional(),
  REPLY_TIMEOUT_MS: integer(1000, 120_000).default(15_000),
  LLM_TOKENS_PER_TURN: integer(1000, 1_000_000).default(24_000),
  LLM_TOKENS_PER_CUSTOMER_DAY: integer(1000, 100_000_000).default(200_000),
  LLM_TOKENS_PER_DAY: integer(1000, 10_000_000_000).default(5_000_000),
  LLM_USD_PER_MILLION_INPUT: decimal.optional(),
  LLM_USD_PER_MILLION_OUTPUT: decimal.optional(),
  EMBEDDING_MODEL: text.optional(),
  EMBEDDING_BASE_URL: address.optional(),
  SLACK_BOT_TOKEN: z.string().startsWith('xoxb-', 'must start with xoxb-').optional(),
  SLACK_SIGNING_SECRET: secret.optional(),
  SLACK_APP_TOKEN: z.string().startsWith('xapp-', 'must start with xapp-').optional(),
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]+$/, 'must look like 123456:ABC...')
    .optional(),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{8,256}$/, 'must be 8 to 256 letters, digits, _ or -')
    .optional(),
  TEAMS_APP_ID: z.guid('must be the id of an app registration').optional(),
  TEAMS_APP_PASSWORD: secret.optional(),
  TEAMS_TENANT_ID: z.guid('must be the id of a tenant').optional(),
});

export type SettingName = keyof typeof settingsSchema.shape;

/** The names of all settings, in the order of `.env.example`. */
export const SETTING_NAMES = Object.keys(settingsSchema.shape) as SettingName[];

/** Every value checked, defaults filled in. */
export type Settings = z.infer<typeof settingsSchema>;

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
