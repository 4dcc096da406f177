import type { DashboardPage } from './page.ts';
import { conversationsPage } from './pages/conversations/index.tsx';
import { customersPage } from './pages/customers/index.tsx';
import { inboxPage } from './pages/inbox/index.tsx';
import { insightsPage } from './pages/insights/index.tsx';
import { knowledgePage } from './pages/knowledge/index.tsx';
import { overviewPage } from './pages/overview/index.tsx';
import { segmentsPage } from './pages/segments/index.tsx';
import { settingsPage } from './pages/settings/index.tsx';
import { usersPage } from './pages/users/index.tsx';

/** Every page, in the order of the navigation. */
export const PAGES: readonly DashboardPage[] = [
  overviewPage,
  segmentsPage,
  conversationsPage,
  inboxPage,
  customersPage,
  insightsPage,
  knowledgePage,
  settingsPage,
  usersPage,
];
