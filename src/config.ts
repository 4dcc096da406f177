import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { parse as parseDotenv } from 'dotenv';
import { z } from 'zod';
import { AppError } from './errors.ts';
import { projectRoot } from './paths.ts';

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
const SETTINGS = {
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
} satisfies Record<string, z.ZodType>;

export type SettingName = keyof typeof SETTINGS;

/** The names of all settings, in the order of `.env.example`. */
export const SETTING_NAMES = Object.keys(SETTINGS) as SettingName[];

const schema = z.object(SETTINGS);
type Settings = z.infer<typeof schema>;

/** What the parts are built from. Paths are absolute. */
export interface Config {
  host: string;
  /** 0 = any free port. */
  port: number;
  /** Address customers reach us at; absent = loopback only, so no absolute links are made. */
  publicUrl?: string;
  /** Pack name in knowledge/ or a path. */
  pack: string;
  dataDir: string;
  /** Absent = the embedded store under `dataDir`. */
  mongodbUri?: string;
  logLevel: Settings['LOG_LEVEL'];
  /** Signs the web chat's cookies. Absent = made on first start and kept in `dataDir`. */
  sessionSecret?: string;
  /** Opens `POST /api/events`; absent = there is no such door. */
  eventsApiKey?: string;
  /** The shop's page that links a chat by sign-in; `{token}` stands for the signed token. */
  accountLinkUrl?: string;
  /** Age at which turns, events and customers are deleted. */
  retentionDays: number;
  /** Sign-in to the dashboard by the company's identity provider. */
  oidc?: OidcSettings;
  /** Segment also who did not agree to personalisation, on another legal ground. */
  segmentEveryone: boolean;
  /** Messages of ours that nobody asked for: how many a customer gets in seven days, and when none are sent. */
  marketing: { perWeek: number; quiet: QuietHours };
  /** Absent = the built-in models alone. */
  llm?: LlmSettings;
  /** Absent = the built-in embedding, learnt from the pack. */
  embedding?: EmbeddingSettings;
  /** Only the platforms that are configured. */
  channels: ChannelSettings;
}

/** Hours of the day, 0 to 24, in an IANA time zone (absent = this machine's): from 21 to 9 goes over midnight. */
export interface QuietHours {
  from: number;
  to: number;
  timeZone?: string;
}

/** An OpenID Connect provider, and the dashboard as its client. */
export interface OidcSettings {
  issuer: string;
  clientId: string;
  clientSecret: string;
}

/** An OpenAI-compatible server and the model asked there. */
export interface EndpointSettings {
  model: string;
  /** For analysis; default: `model`. */
  fastModel: string;
  /** Absent = OpenAI's own. */
  baseUrl?: string;
  /** A server of one's own often needs none. */
  apiKey?: string;
}

/** An OpenAI-compatible server of embeddings. */
export interface EmbeddingSettings {
  model: string;
  /** Absent = OpenAI's own. */
  baseUrl?: string;
  apiKey?: string;
}

export interface LlmSettings {
  /** Asked in this order; the second one when the first fails. */
  endpoints: EndpointSettings[];
  /** All of a turn's model calls together, in milliseconds; after it the built-in reply answers. */
  replyTimeoutMs: number;
  /** Tokens, input and output together; over a limit the built-in reply answers. */
  limits: { perTurn: number; perCustomerDay: number; perDay: number };
  /** US dollars for a million tokens; 0 = unknown. */
  prices: { input: number; output: number };
}

export interface ChannelSettings {
  /** By Socket Mode with an app token, else by HTTP events. */
  slack?: { botToken: string } & ({ appToken: string } | { signingSecret: string });
  /** By webhook with a secret (and `publicUrl`), else by long polling. */
  telegram?: { token: string; webhookSecret?: string };
  /** With a tenant the app belongs to that one only. */
  teams?: { appId: string; appPassword: string; tenantId?: string };
}

/** Reads `.env` of the project (when there is one) under the process's environment, which wins. Throws CONFIG_INVALID naming each wrong key. */
export function loadConfig(
  environment: Record<string, string | undefined> = process.env,
  envFile: string = join(projectRoot, '.env'),
): Config {
  const fromFile = existsSync(envFile) ? parseDotenv(readFileSync(envFile, 'utf8')) : {};
  const unknown = Object.keys(fromFile).filter((name) => !(name in SETTINGS));
  const given: Record<string, string> = {};
  for (const name of SETTING_NAMES) {
    const value = environment[name] ?? fromFile[name];
    if (value !== undefined && value.trim() !== '') given[name] = value;
  }
  const parsed = schema.safeParse(given);
  const problems = [
    ...unknown.map((name) => `${name}: unknown setting in .env (see .env.example)`),
    ...(parsed.error?.issues ?? []).map((issue) => `${String(issue.path[0])}: ${issue.message}`),
    ...missing(given),
  ];
  if (!parsed.success || problems.length > 0) {
    throw new AppError('CONFIG_INVALID', `Configuration: ${problems.join('; ')}`, { details: { problems } });
  }
  return toConfig(parsed.data);
}

function toConfig(settings: Settings): Config {
  return {
    host: settings.HOST,
    port: settings.PORT,
    publicUrl: settings.PUBLIC_URL?.replace(/\/+$/, ''),
    pack: settings.PACK,
    dataDir: isAbsolute(settings.DATA_DIR) ? settings.DATA_DIR : join(projectRoot, settings.DATA_DIR),
    mongodbUri: settings.MONGODB_URI,
    logLevel: settings.LOG_LEVEL,
    sessionSecret: settings.SESSION_SECRET,
    eventsApiKey: settings.EVENTS_API_KEY,
    accountLinkUrl: settings.ACCOUNT_LINK_URL,
    retentionDays: settings.RETENTION_DAYS,
    ...toOidc(settings),
    segmentEveryone: settings.SEGMENT_EVERYONE === 'true',
    marketing: { perWeek: settings.MARKETING_PER_WEEK, quiet: toQuietHours(settings) },
    ...(settings.LLM_MODEL && { llm: toLlm(settings, settings.LLM_MODEL) }),
    ...(settings.EMBEDDING_MODEL && { embedding: toEmbedding(settings, settings.EMBEDDING_MODEL) }),
    channels: toChannels(settings),
  };
}

function toLlm(settings: Settings, model: string): LlmSettings {
  const endpoint = (name: string, baseUrl?: string, apiKey?: string, fast?: string): EndpointSettings => ({
    model: name,
    fastModel: fast ?? name,
    ...(baseUrl && { baseUrl: baseUrl.replace(/\/+$/, '') }),
    ...(apiKey && { apiKey }),
  });
  const { LLM_FALLBACK_MODEL: second, LLM_FALLBACK_BASE_URL, LLM_FALLBACK_API_KEY } = settings;
  return {
    endpoints: [
      endpoint(model, settings.LLM_BASE_URL, settings.OPENAI_API_KEY, settings.LLM_FAST_MODEL),
      ...(second ? [endpoint(second, LLM_FALLBACK_BASE_URL, LLM_FALLBACK_API_KEY)] : []),
    ],
    replyTimeoutMs: settings.REPLY_TIMEOUT_MS,
    limits: {
      perTurn: settings.LLM_TOKENS_PER_TURN,
      perCustomerDay: settings.LLM_TOKENS_PER_CUSTOMER_DAY,
      perDay: settings.LLM_TOKENS_PER_DAY,
    },
    prices: { input: settings.LLM_USD_PER_MILLION_INPUT ?? 0, output: settings.LLM_USD_PER_MILLION_OUTPUT ?? 0 },
  };
}

function toEmbedding({ EMBEDDING_BASE_URL, LLM_BASE_URL, OPENAI_API_KEY }: Settings, model: string): EmbeddingSettings {
  const baseUrl = (EMBEDDING_BASE_URL ?? LLM_BASE_URL)?.replace(/\/+$/, '');
  return { model, ...(baseUrl && { baseUrl }), ...(OPENAI_API_KEY && { apiKey: OPENAI_API_KEY }) };
}

function toQuietHours({ MARKETING_QUIET_HOURS, TIME_ZONE }: Settings): QuietHours {
  const [from, to] = MARKETING_QUIET_HOURS.split('-').map(Number);
  return { from, to, ...(TIME_ZONE && { timeZone: TIME_ZONE }) };
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** Half configurations: each key that a key which is set needs, and which is not. */
function missing(given: Partial<Record<SettingName, string>>): string[] {
  const problems: string[] = [];
  const needs = (name: SettingName, other: SettingName, hint = '') => {
    if (given[name] && !given[other]) problems.push(`${other}: missing, ${name} needs it${hint}`);
  };
  if (!given.SLACK_APP_TOKEN) {
    needs('SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET', ' (or SLACK_APP_TOKEN for Socket Mode)');
  }
  needs('SLACK_SIGNING_SECRET', 'SLACK_BOT_TOKEN');
  needs('SLACK_APP_TOKEN', 'SLACK_BOT_TOKEN');
  needs('TELEGRAM_WEBHOOK_SECRET', 'TELEGRAM_BOT_TOKEN');
  needs('TELEGRAM_WEBHOOK_SECRET', 'PUBLIC_URL');
  if (given.TELEGRAM_WEBHOOK_SECRET && given.PUBLIC_URL && !given.PUBLIC_URL.startsWith('https:')) {
    problems.push('PUBLIC_URL: must be https for the Telegram webhook');
  }
  for (const name of ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'PUBLIC_URL'] as const) needs('OIDC_ISSUER', name);
  needs('OIDC_CLIENT_ID', 'OIDC_ISSUER');
  needs('OIDC_CLIENT_SECRET', 'OIDC_ISSUER');
  if (given.LLM_MODEL && !given.LLM_BASE_URL) needs('LLM_MODEL', 'OPENAI_API_KEY', ' (or LLM_BASE_URL)');
  needs('LLM_BASE_URL', 'LLM_MODEL');
  needs('LLM_FAST_MODEL', 'LLM_MODEL');
  needs('LLM_FALLBACK_MODEL', 'LLM_MODEL');
  if (given.LLM_FALLBACK_MODEL && !given.LLM_FALLBACK_BASE_URL) {
    needs('LLM_FALLBACK_MODEL', 'LLM_FALLBACK_API_KEY', ' (or LLM_FALLBACK_BASE_URL)');
  }
  needs('LLM_FALLBACK_BASE_URL', 'LLM_FALLBACK_MODEL');
  needs('LLM_FALLBACK_API_KEY', 'LLM_FALLBACK_MODEL');
  if (given.EMBEDDING_MODEL && !given.EMBEDDING_BASE_URL && !given.LLM_BASE_URL)
    needs('EMBEDDING_MODEL', 'OPENAI_API_KEY', ' (or EMBEDDING_BASE_URL)');
  needs('EMBEDDING_BASE_URL', 'EMBEDDING_MODEL');
  needs('TEAMS_APP_ID', 'TEAMS_APP_PASSWORD');
  needs('TEAMS_APP_PASSWORD', 'TEAMS_APP_ID');
  needs('TEAMS_TENANT_ID', 'TEAMS_APP_ID');
  return problems;
}

function toOidc({ OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret }: Settings) {
  return issuer && clientId && clientSecret ? { oidc: { issuer, clientId, clientSecret } } : {};
}

function toChannels(settings: Settings): ChannelSettings {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = settings;
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_WEBHOOK_SECRET: webhookSecret } = settings;
  const { TEAMS_APP_ID: appId, TEAMS_APP_PASSWORD: appPassword, TEAMS_TENANT_ID: tenantId } = settings;
  const door = appToken ? { appToken } : signingSecret && { signingSecret };
  return {
    ...(botToken && door && { slack: { botToken, ...door } }),
    ...(token && { telegram: { token, ...(webhookSecret && { webhookSecret }) } }),
    ...(appId && appPassword && { teams: { appId, appPassword, ...(tenantId && { tenantId }) } }),
  };
}
