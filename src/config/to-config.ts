import { isAbsolute, join } from 'node:path';
import { projectRoot } from '../paths.ts';
import type {
  ChannelSettings,
  Config,
  EmbeddingSettings,
  EndpointSettings,
  LlmSettings,
  QuietHours,
} from './config.ts';
import type { Settings } from './settings.ts';

/** The parts' own settings, from the checked variables. */
export function toConfig(settings: Settings): Config {
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
    timeZone: timeZoneOf(settings),
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

function timeZoneOf({ TIME_ZONE }: Settings): string {
  return TIME_ZONE ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function toQuietHours(settings: Settings): QuietHours {
  const [from, to] = settings.MARKETING_QUIET_HOURS.split('-').map(Number);
  return { from, to, timeZone: timeZoneOf(settings) };
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
