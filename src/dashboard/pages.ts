import type { DashboardPage } from './page.ts';

/** Every page, in the order of the navigation. */
export const PAGES: readonly DashboardPage[] = [];
