import type { ComponentChildren } from 'preact';
import { withQuery } from '../url.ts';
import { useView } from '../view.tsx';
import { words } from '../words/shell.ts';
import { Form } from './form.tsx';

/** A whole HTML page: head, navigation, title, content. `lead` is one sentence below the title, `actions` stand beside it. */
export function Page(props: {
  title: string;
  lead?: ComponentChildren;
  actions?: ComponentChildren;
  /** Small scripts that a page is better with, and works without. */
  scripts?: readonly string[];
  children: ComponentChildren;
}) {
  const { title, lead, actions, scripts = [], children } = props;
  const { language, user } = useView();
  const t = words[language];
  return (
    <html lang={language === 'zh' ? 'zh-CN' : 'en'}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="same-origin" />
        <title>{`${title} · ${t.product}`}</title>
        <link rel="stylesheet" href="/dashboard/assets/style.css" />
        <link rel="icon" href="/dashboard/assets/icon.svg" type="image/svg+xml" />
        {scripts.map((source) => (
          <script key={source} src={source} type="module" />
        ))}
      </head>
      <body class={user ? 'signed-in' : 'signed-out'}>
        <a class="skip" href="#main">
          {t.skip}
        </a>
        {user && <Sidebar />}
        <main id="main">
          <header class="page-head">
            <div>
              <h1>{title}</h1>
              {lead && <p class="lead">{lead}</p>}
            </div>
            {actions && <div class="actions">{actions}</div>}
          </header>
          {children}
          {!user && (
            <p class="quiet">
              <LanguageSwitch />
            </p>
          )}
        </main>
      </body>
    </html>
  );
}

function Sidebar() {
  const { language, navigation, user } = useView();
  const t = words[language];
  return (
    <div class="sidebar">
      <p class="brand">{t.product}</p>
      <nav aria-label={t.navigation}>
        <ul>
          {navigation.map(({ href, title, current, count }) => (
            <li key={href}>
              <a href={href} aria-current={current ? 'page' : undefined}>
                {title[language]}
                {count !== undefined && count > 0 && (
                  <>
                    {' '}
                    <span class="count">{count > 99 ? '99+' : count}</span>
                  </>
                )}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="account">
        <p>
          <a href="/dashboard/account">{user!.name}</a>
          <span class="quiet"> {t.roles[user!.role]}</span>
        </p>
        <p class="row">
          <LanguageSwitch />
          <Form action="/dashboard/sign-out" class="inline">
            <button type="submit" class="link">
              {t.signOut}
            </button>
          </Form>
        </p>
      </div>
    </div>
  );
}

/** The same page in the other language. */
function LanguageSwitch() {
  const { language, url } = useView();
  const other = language === 'en' ? 'zh' : 'en';
  return (
    <a href={withQuery(url, { lang: other })} lang={other === 'zh' ? 'zh-CN' : 'en'} hreflang={other}>
      {other === 'zh' ? '中文' : 'English'}
    </a>
  );
}
