import { describe, expect, test } from '@jest/globals';
import { loadConfig } from '../../src/config/load-config.ts';

const load = (environment: Record<string, string>) => loadConfig(environment, '/no/such/file').channels;
const slack = { SLACK_BOT_TOKEN: 'xoxb-test-token' };
const telegram = { TELEGRAM_BOT_TOKEN: '42:AAtest' };
const APP_ID = '00000000-0000-0000-0000-000000000042';

describe('the settings of the channels', () => {
  test('no token, no channel', () => {
    expect(load({})).toEqual({});
  });

  test('the ways to connect', () => {
    expect(load({ ...slack, SLACK_SIGNING_SECRET: 'signing-secret' })).toEqual({
      slack: { botToken: 'xoxb-test-token', signingSecret: 'signing-secret' },
    });
    expect(load({ ...slack, SLACK_APP_TOKEN: 'xapp-test' }).slack).toEqual({
      botToken: 'xoxb-test-token',
      appToken: 'xapp-test',
    });
    expect(load(telegram)).toEqual({ telegram: { token: '42:AAtest' } });
    const webhook = { ...telegram, TELEGRAM_WEBHOOK_SECRET: 'long-enough', PUBLIC_URL: 'https://shop.example' };
    expect(load(webhook).telegram).toEqual({ token: '42:AAtest', webhookSecret: 'long-enough' });
    expect(load({ TEAMS_APP_ID: APP_ID, TEAMS_APP_PASSWORD: 'password' })).toEqual({
      teams: { appId: APP_ID, appPassword: 'password' },
    });
  });

  test.each([
    [slack, 'SLACK_SIGNING_SECRET: missing'],
    [{ SLACK_SIGNING_SECRET: 'signing-secret' }, 'SLACK_BOT_TOKEN: missing'],
    [{ SLACK_APP_TOKEN: 'xapp-test' }, 'SLACK_BOT_TOKEN: missing'],
    [{ SLACK_BOT_TOKEN: 'xoxp-user', SLACK_APP_TOKEN: 'xapp-test' }, 'SLACK_BOT_TOKEN: must start with xoxb-'],
    [{ TELEGRAM_WEBHOOK_SECRET: 'long-enough' }, 'TELEGRAM_BOT_TOKEN: missing'],
    [{ ...telegram, TELEGRAM_WEBHOOK_SECRET: 'long-enough' }, 'PUBLIC_URL: missing'],
    [
      { ...telegram, TELEGRAM_WEBHOOK_SECRET: 'long-enough', PUBLIC_URL: 'http://shop.example' },
      'PUBLIC_URL: must be https',
    ],
    [{ TEAMS_APP_ID: APP_ID }, 'TEAMS_APP_PASSWORD: missing'],
    [{ TEAMS_APP_PASSWORD: 'password' }, 'TEAMS_APP_ID: missing'],
    [{ TEAMS_TENANT_ID: APP_ID }, 'TEAMS_APP_ID: missing'],
  ])('half a configuration fails and names the key: %j', (environment, problem) => {
    expect(() => load(environment as Record<string, string>)).toThrow(problem);
  });

  test('a wrong token is named, never printed', () => {
    expect(() => load({ TELEGRAM_BOT_TOKEN: 'hunter2-hunter2' })).toThrow(/^(?!.*hunter2).*TELEGRAM_BOT_TOKEN/);
  });
});
