/** What people of the business may do; each role is a set of these. */
export const ROLES = ['viewer', 'marketer', 'agent', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/**
 * `read` pages; `edit` segments, drafts and strategies; `correct` what the models understood; `export` files of customers' data;
 * `answer` customers; `erase` a customer; `manage` users.
 */
export type Permission = 'read' | 'edit' | 'correct' | 'export' | 'answer' | 'erase' | 'manage';

const PERMISSIONS: Record<Role, readonly Permission[]> = {
  viewer: ['read'],
  marketer: ['read', 'edit', 'correct', 'export'],
  agent: ['read', 'correct', 'export', 'answer', 'erase'],
  admin: ['read', 'edit', 'correct', 'export', 'answer', 'erase', 'manage'],
};

export function can({ role }: { role: Role }, permission: Permission): boolean {
  return PERMISSIONS[role].includes(permission);
}
