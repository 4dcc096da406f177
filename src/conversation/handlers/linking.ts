import type { Linking } from '../../customers/identity/identities.ts';
import type { Brief } from '../../replies/brief.ts';
import type { Handled, TurnContext, TurnParts } from '../context.ts';
import { readLinkWords } from '../dialogue/linking.ts';

/** Gives a code, takes one, or parts this chat from the others. */
export async function linking({ message, customer, turn }: TurnContext, { identities }: TurnParts): Promise<Handled> {
  const words = readLinkWords(message.text);
  if (!identities || !words) return said({ kind: 'invalid' });
  switch (words.kind) {
    case 'ask': {
      const page = identities.linkPage(customer.id);
      const code = await identities.issueCode(customer.id);
      return said({ kind: 'code', ...code, ...(page !== undefined && { link: page }) });
    }
    case 'code': {
      const done = await identities.redeem(words.code, customer.id);
      // This turn is now of who both chats are.
      if (done.kind === 'linked') turn.customerId = done.customerId;
      return said(toldOf(done));
    }
    case 'undo': {
      const newId = await identities.split(
        customer.id,
        { channel: message.channel, userId: message.author.id },
        'customer',
      );
      if (newId !== undefined) turn.customerId = newId;
      return said({ kind: newId === undefined ? 'alone' : 'parted' });
    }
  }
}

type Told = Extract<Brief, { kind: 'account_link' }>['outcome'];

const said = (outcome: Told): Handled => ({ brief: { kind: 'account_link', outcome } });

const toldOf = (done: Linking): Told =>
  done.kind === 'linked' ? { kind: 'linked', channels: done.channels } : { kind: done.kind };
