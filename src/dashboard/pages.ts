import type { DashboardPage } from './page.ts';
import { conversationsPage } from './pages/conversations/index.tsx';
import { customersPage } from './pages/customers/index.tsx';
import { inboxPage } from './pages/inbox/index.tsx';
import { overviewPage } from './pages/overview/index.tsx';

/** Every page, in the order of the navigation. */
export const PAGES: readonly DashboardPage[] = [overviewPage, conversationsPage, inboxPage, customersPage];
