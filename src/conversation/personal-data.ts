import type { Connection } from 'mongoose';
import { ownedBy, type PersonalData } from '../customers/privacy/personal-data.ts';

/** What this room holds of a customer beside turns and conversations. */
export function conversationData(connection: Connection): PersonalData[] {
  return ['visits', 'corrections', 'takeovers'].map((name) => ownedBy(connection, name, 'customerId'));
}
