import type { RequestHandler, Response } from 'express';
import { createContext, type VNode } from 'preact';
import { useContext } from 'preact/hooks';
import { renderToString } from 'preact-render-to-string';
import { AppError } from '../errors.ts';
import type { ReplyLanguage } from '../understanding/understanding.ts';
import { can, type Permission, type Role } from './auth/role.ts';

/** Who is signed in. */
export interface Viewer {
  id: string;
  /** What the audit log names them by. */
  login: string;
  name: string;
  role: Role;
}

export interface NavigationItem {
  href: string;
  title: Record<ReplyLanguage, string>;
  current: boolean;
  count?: number;
}

/** What every page needs to render: who looks, in which language, from where. */
export interface View {
  language: ReplyLanguage;
  /** Whose clock days and times are shown by. */
  timeZone: string;
  /** Absent on the sign-in pages only. */
  user?: Viewer;
  /** Goes into every form; `<Form>` does it. */
  csrf: string;
  /** Path and query of this page. */
  url: string;
  navigation: NavigationItem[];
}

const ViewContext = createContext<View | undefined>(undefined);

/** The view a component is rendered in. */
export function useView(): View {
  const view = useContext(ViewContext);
  if (!view) throw new Error('Rendered outside of render()');
  return view;
}

/** The view of a request, put there by the session check. */
export function viewOf(response: Response): View {
  return response.locals.view as View;
}

/** Who makes a request behind the session check. */
export function viewerOf(response: Response): Viewer {
  const { user } = viewOf(response);
  if (!user) throw new AppError('UNAUTHORIZED', 'Nobody is signed in');
  return user;
}

/** Answers with a page. */
export function render(response: Response, page: VNode): void {
  const html = renderToString(<ViewContext.Provider value={viewOf(response)}>{page}</ViewContext.Provider>);
  response.type('html').send(`<!doctype html>${html}`);
}

/** Lets only those pass who have the permission. */
export function allow(permission: Permission): RequestHandler {
  return (_request, response, next) => {
    if (can(viewerOf(response), permission)) return next();
    next(new AppError('FORBIDDEN', 'Your role does not allow this'));
  };
}
