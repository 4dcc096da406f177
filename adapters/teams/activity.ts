import { z } from 'zod';

/** What we read of Teams' activities (learn.microsoft.com: Bot Connector, Activity); unknown keys are let by. */
const account = z.object({
  id: z.string(),
  name: z.string().optional(),
  aadObjectId: z.string().optional(),
  role: z.string().optional(),
});

const attachment = z.object({
  contentType: z.string(),
  contentUrl: z.string().optional(),
  name: z.string().optional(),
  content: z.unknown().optional(),
});

const entity = z.object({
  type: z.string(),
  text: z.string().optional(),
  mentioned: account.optional(),
  locale: z.string().optional(),
});

export const activitySchema = z.object({
  type: z.string(),
  id: z.string().optional(),
  timestamp: z.string().optional(),
  serviceUrl: z.url({ protocol: /^https?$/ }),
  channelId: z.literal('msteams'),
  from: account,
  recipient: account,
  conversation: z.object({
    id: z.string().min(1),
    conversationType: z.string().optional(),
    tenantId: z.string().optional(),
  }),
  text: z.string().default(''),
  locale: z.string().optional(),
  attachments: z.array(attachment).optional(),
  entities: z.array(entity).optional().catch(undefined),
  value: z.unknown().optional(),
  action: z.string().optional(),
  membersAdded: z.array(account).optional(),
  membersRemoved: z.array(account).optional(),
  channelData: z
    .object({ tenant: z.object({ id: z.string() }).optional(), eventType: z.string().optional() })
    .optional()
    .catch(undefined),
});

export type Activity = z.infer<typeof activitySchema>;
export type TeamsAttachment = z.infer<typeof attachment>;

/** The organisation an activity comes from. */
export function tenantOf({ conversation, channelData }: Activity): string | undefined {
  return channelData?.tenant?.id ?? conversation.tenantId;
}
