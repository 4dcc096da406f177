import type { Profile } from '../../../customers/profile.ts';
import type { StoredCustomer } from '../../../store/customers.ts';

/** A customer as stored, with the segments they stand in. */
export type CustomerRecord = StoredCustomer<Profile> & {
  segmentation?: { rules?: string[]; discovered?: string };
  simulated?: true;
};

/** Ids of the segments a customer is in. */
export function segmentIdsOf({ segmentation }: Pick<CustomerRecord, 'segmentation'>): string[] {
  return [...(segmentation?.rules ?? []), ...(segmentation?.discovered ? [segmentation.discovered] : [])];
}
