/** Where a conversation, a customer and a segment are shown. */
export const conversationHref = (id: string): string => `/dashboard/conversations/${encodeURIComponent(id)}`;
export const customerHref = (id: string): string => `/dashboard/customers/${encodeURIComponent(id)}`;
export const segmentHref = (id: string): string => `/dashboard/segments/${encodeURIComponent(id)}`;
