import { z } from 'zod';

/** What we read of Slack's request bodies (docs.slack.dev: events, interactivity, slash commands); unknown keys are let by. */
const file = z.object({
  name: z.string().optional(),
  mimetype: z.string().optional(),
  size: z.number().optional(),
  url_private: z.string().optional(),
  url_private_download: z.string().optional(),
});

const message = z.object({
  user: z.string().optional(),
  bot_id: z.string().optional(),
  text: z.string().default(''),
  ts: z.string(),
  thread_ts: z.string().optional(),
  edited: z.object({ ts: z.string() }).optional(),
  files: z.array(file).optional(),
});

const event = z.object({
  type: z.string(),
  subtype: z.string().optional(),
  channel: z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)]).optional(),
  channel_type: z.string().optional(),
  user: z.string().optional(),
  inviter: z.string().optional(),
  bot_id: z.string().optional(),
  text: z.string().default(''),
  ts: z.string().optional(),
  event_ts: z.string().optional(),
  thread_ts: z.string().optional(),
  tab: z.string().optional(),
  files: z.array(file).optional(),
  message: message.optional(),
  assistant_thread: z.object({ user_id: z.string(), channel_id: z.string(), thread_ts: z.string() }).optional(),
});

export const eventBodySchema = z.object({
  type: z.literal('event_callback'),
  team_id: z.string().optional(),
  event_id: z.string(),
  event,
});

export const actionBodySchema = z.object({
  type: z.literal('block_actions'),
  user: z.object({ id: z.string() }),
  channel: z.object({ id: z.string() }).optional(),
  container: z.object({ message_ts: z.string().optional(), thread_ts: z.string().optional() }).optional(),
  message: z.object({ ts: z.string(), thread_ts: z.string().optional() }).optional(),
  actions: z
    .array(
      z.object({
        type: z.string().optional(),
        action_id: z.string(),
        action_ts: z.string().optional(),
        value: z.string().optional(),
        text: z.object({ text: z.string() }).optional(),
      }),
    )
    .min(1),
});

export const commandBodySchema = z.object({
  command: z.string(),
  text: z.string().default(''),
  user_id: z.string(),
  trigger_id: z.string(),
});

export type SlackEvent = z.infer<typeof event>;
export type SlackMessage = z.infer<typeof message>;
export type SlackFile = z.infer<typeof file>;
