import type { StoredCustomer } from '../../store/customers.ts';
import type { ReplyLanguage } from '../../understanding/understanding.ts';
import { channelName } from './terms.ts';

const END_SHOWN = 4;

type Named = Pick<StoredCustomer, 'displayName' | 'identities'>;

/** What a customer is called; who gave no name, by channel and the end of their id there, so that two can be told apart. */
export function customerName(customer: Named | undefined, language: ReplyLanguage): string {
  if (customer?.displayName) return customer.displayName;
  const identity = customer?.identities[0];
  if (!identity) return language === 'zh' ? '已删除的客户' : 'Deleted customer';
  const end = identity.userId.replace(/[^\p{L}\p{N}]/gu, '').slice(-END_SHOWN);
  const where = channelName(identity.channel, language);
  return language === 'zh' ? `${where}访客 ${end}` : `${where} visitor ${end}`;
}
