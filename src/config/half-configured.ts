import type { SettingName } from './settings.ts';

/** Half configurations: each key that a key which is set needs, and which is not. */
export function halfConfigured(given: Partial<Record<SettingName, string>>): string[] {
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
