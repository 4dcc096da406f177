import type { SlackApi } from './api.ts';

export interface Person {
  name?: string;
  locale?: string;
}

export interface People {
  /** The person's name and language; {} when Slack does not tell in time. */
  find(userId: string): Promise<Person>;
  /** The id of the direct chat with the person. */
  chatWith(userId: string): Promise<string>;
}

const REMEMBERED = 5_000;
/** A message is not kept waiting longer for its author's name. */
const WITHIN_MS = 500;

/** Slack's events hold neither names nor languages: both are asked for once a person and remembered. */
export function createPeople({ call }: Pick<SlackApi, 'call'>): People {
  const known = new Map<string, Promise<Person>>();
  const chats = new Map<string, string>();

  async function ask(userId: string): Promise<Person> {
    try {
      const { user } = (await call('users.info', { user: userId, include_locale: true })) as {
        user?: { real_name?: string; locale?: string; profile?: { display_name?: string; real_name?: string } };
      };
      const name = user?.profile?.real_name || user?.real_name || user?.profile?.display_name;
      return { ...(name && { name }), ...(user?.locale && { locale: user.locale }) };
    } catch {
      known.delete(userId);
      return {};
    }
  }

  return {
    async find(userId) {
      if (!known.has(userId)) remember(known, userId, ask(userId));
      let timer: ReturnType<typeof setTimeout> | undefined;
      const tooLate = new Promise<Person>((resolve) => {
        timer = setTimeout(() => resolve({}), WITHIN_MS);
      });
      return Promise.race([known.get(userId) ?? {}, tooLate]).finally(() => clearTimeout(timer));
    },
    async chatWith(userId) {
      const chat = chats.get(userId);
      if (chat) return chat;
      const { channel } = (await call('conversations.open', { users: userId })) as { channel: { id: string } };
      remember(chats, userId, channel.id);
      return channel.id;
    },
  };
}

function remember<T>(map: Map<string, T>, key: string, value: T): void {
  const oldest = map.keys().next().value;
  if (map.size >= REMEMBERED && oldest !== undefined) map.delete(oldest);
  map.set(key, value);
}
