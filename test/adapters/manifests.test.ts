import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { EVENTS_PATH } from '../../adapters/slack/index.ts';
import { projectRoot } from '../../src/paths.ts';

const read = (file: string) => readFileSync(join(projectRoot, 'docs/channels', file));

/** docs.slack.dev/reference/app-manifest, as far as the manifest uses it; strict, so that a misspelt key fails. */
const address = z.url({ protocol: /^https$/ }).endsWith(EVENTS_PATH);
const slackManifest = z.strictObject({
  display_information: z.strictObject({
    name: z.string().max(35),
    description: z.string().max(140),
    background_color: z.string().regex(/^#[0-9a-f]{6}$/),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.boolean(),
      messages_tab_enabled: z.literal(true),
      messages_tab_read_only_enabled: z.literal(false),
    }),
    bot_user: z.strictObject({ display_name: z.string().max(80), always_online: z.boolean() }),
    assistant_view: z.strictObject({
      assistant_description: z.string().max(300),
      suggested_prompts: z.array(z.strictObject({ title: z.string().max(75), message: z.string() })).max(4),
    }),
    slash_commands: z.array(
      z.strictObject({
        command: z.string().regex(/^\/[a-z]{1,31}$/),
        url: address,
        description: z.string().max(2000),
        usage_hint: z.string().max(1000),
        should_escape: z.boolean(),
      }),
    ),
  }),
  oauth_config: z.strictObject({ scopes: z.strictObject({ bot: z.array(z.string()) }) }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({ request_url: address, bot_events: z.array(z.string()) }),
    interactivity: z.strictObject({ is_enabled: z.literal(true), request_url: address }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.literal(false),
  }),
});

/** The scope each event and each Web API method of ours needs (docs.slack.dev). */
const NEEDED: Record<string, string[]> = {
  app_mention: ['app_mentions:read'],
  'message.im': ['im:history'],
  assistant_thread_started: ['assistant:write'],
  member_joined_channel: ['channels:read', 'groups:read'],
  channel_left: ['channels:read'],
  group_left: ['groups:read'],
  app_home_opened: [],
};
const METHODS = ['chat:write', 'im:write', 'users:read', 'files:read', 'commands', 'assistant:write'];

/** learn.microsoft.com/microsoft-365/extensibility/schema, manifest 1.19, as far as the manifest uses it. */
const guid = z.guid();
const https = z.url({ protocol: /^https$/ });
const teamsManifest = z.strictObject({
  $schema: z.literal('https://developer.microsoft.com/json-schemas/teams/v1.19/MicrosoftTeams.schema.json'),
  manifestVersion: z.literal('1.19'),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  id: guid,
  developer: z.strictObject({ name: z.string().max(32), websiteUrl: https, privacyUrl: https, termsOfUseUrl: https }),
  name: z.strictObject({ short: z.string().max(30), full: z.string().max(100) }),
  description: z.strictObject({ short: z.string().max(80), full: z.string().max(4000) }),
  icons: z.strictObject({ color: z.string(), outline: z.string() }),
  accentColor: z.string().regex(/^#[0-9A-F]{6}$/),
  bots: z.array(
    z.strictObject({
      botId: guid,
      scopes: z.array(z.enum(['personal', 'team', 'groupChat'])),
      supportsFiles: z.boolean(),
      isNotificationOnly: z.literal(false),
    }),
  ),
  permissions: z.array(z.enum(['identity', 'messageTeamMembers'])),
  validDomains: z.array(z.string()),
});

describe('the manifests that the set-up guides hand out', () => {
  test('Slack: well-formed, and with the scopes that its events and our calls need, and no other', () => {
    const { oauth_config, settings } = slackManifest.parse(parse(read('slack-manifest.yaml').toString()));
    const needed = settings.event_subscriptions.bot_events.flatMap((event) => NEEDED[event] ?? [`unknown: ${event}`]);
    expect(oauth_config.scopes.bot).toEqual([...new Set([...needed, ...METHODS])].sort());
  });

  test('Teams: well-formed, with icons of the sizes Teams asks for', () => {
    const { icons } = teamsManifest.parse(JSON.parse(read('teams-app/manifest.json').toString()));
    const size = (file: string) => {
      const png = read(`teams-app/${file}`);
      expect(png.subarray(1, 4).toString()).toBe('PNG');
      return [png.readUInt32BE(16), png.readUInt32BE(20)];
    };
    expect([size(icons.color), size(icons.outline)]).toEqual([
      [192, 192],
      [32, 32],
    ]);
  });
});
