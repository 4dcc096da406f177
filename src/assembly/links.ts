import type { Config } from '../config/config.ts';

/** Addresses a customer is given in the chat; `tokens` sign them. */
export function createLinks(
  { accountLinkUrl, publicUrl, host, port }: Config,
  tokens: { linkTokenOf(customerId: string): string; exportTokenOf(customerId: string): string },
) {
  const address = publicUrl ?? (port === 0 ? undefined : `http://${host}:${port}`);
  return {
    /** The shop's page that links the chat by sign-in; undefined when it has none. */
    linkPage: (customerId: string) =>
      accountLinkUrl?.replace('{token}', encodeURIComponent(tokens.linkTokenOf(customerId))),
    /** All data of the customer as a file; undefined while nobody could open it. */
    exportLink: (customerId: string) =>
      address === undefined ? undefined : `${address}/privacy/export/${tokens.exportTokenOf(customerId)}`,
  };
}
