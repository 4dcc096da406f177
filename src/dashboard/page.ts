import type { Router } from 'express';
import type { ReplyLanguage } from '../understanding/understanding.ts';
import type { Permission } from './auth/role.ts';
import type { DashboardContext } from './context.ts';

/** One page of the dashboard with everything below its address; registered in `pages.ts`. */
export interface DashboardPage {
  /** Below `/dashboard/`: one segment, '' for the first page. */
  path: string;
  /** Its word in the navigation. */
  title: Record<ReplyLanguage, string>;
  /** Not in the navigation. */
  hidden?: boolean;
  /** Needed to see it; what else its routes need, they ask for with `allow`. */
  permission: Permission;
  /** A number beside its word in the navigation, when above 0; asked for on every page, so it must be cheap. */
  count?(context: DashboardContext): Promise<number>;
  /**
   * Routes, relative to the page's own address. Every request comes with a session (`viewOf(response)`), every POST with a
   * checked CSRF token and its form parsed into `request.body`.
   */
  createRouter(context: DashboardContext): Router;
}
