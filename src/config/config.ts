import type { Settings } from './settings.ts';

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
  /** IANA name of the time zone whose days and hours are the business's. */
  timeZone: string;
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
