import type { ComponentChildren } from 'preact';
import { withQuery } from '../url.ts';
import { useView } from '../view.tsx';
import { words } from '../words/shell.ts';

export type Mood = 'good' | 'bad' | 'plain' | 'warn';

/** A section with a heading. */
export function Card(props: {
  title?: string;
  actions?: ComponentChildren;
  class?: string;
  children: ComponentChildren;
}) {
  return (
    <section class={`card ${props.class ?? ''}`}>
      {(props.title || props.actions) && (
        <header>
          {props.title && <h2>{props.title}</h2>}
          {props.actions && <div class="actions">{props.actions}</div>}
        </header>
      )}
      {props.children}
    </section>
  );
}

/** Cards or figures side by side, as many as fit. */
export function Grid(props: { wide?: boolean; children: ComponentChildren }) {
  return <div class={props.wide ? 'grid wide' : 'grid'}>{props.children}</div>;
}

/** One figure with its name, and how it changed. */
export function Stat(props: { label: string; value: string; change?: string; mood?: Mood; href?: string }) {
  const { label, value, change, mood = 'plain', href } = props;
  return (
    <div class="stat">
      <p class="label">{href ? <a href={href}>{label}</a> : label}</p>
      <p class="value">{value}</p>
      {change && <p class={`change ${mood}`}>{change}</p>}
    </div>
  );
}

/** A word in a box; never colour alone tells. */
export function Badge(props: { mood?: Mood; children: ComponentChildren }) {
  return <span class={`badge ${props.mood ?? 'plain'}`}>{props.children}</span>;
}

/** What happened, or what to mind; read out at once. */
export function Notice(props: { mood?: Mood; children: ComponentChildren }) {
  const { mood = 'plain' } = props;
  return (
    <div class={`notice ${mood}`} role={mood === 'bad' ? 'alert' : 'status'}>
      {props.children}
    </div>
  );
}

/** Names and values. */
export function Facts(props: { facts: readonly (readonly [name: string, value: ComponentChildren])[] }) {
  return (
    <dl class="facts">
      {props.facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Views of one page; links, so that each has its address. */
export function Tabs(props: { label: string; tabs: readonly { href: string; title: string; current: boolean }[] }) {
  return (
    <nav class="tabs" aria-label={props.label}>
      <ul>
        {props.tabs.map(({ href, title, current }) => (
          <li key={href}>
            <a href={href} aria-current={current ? 'page' : undefined}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The way on through a long list: by cursor, so that page 1,000 is as quick as page 1. */
export function Pager(props: { next?: string; cursor?: string }) {
  const { language, url } = useView();
  const t = words[language];
  if (!props.next && !props.cursor) return null;
  return (
    <nav class="pager" aria-label={t.pages}>
      {props.cursor && <a href={withQuery(url, { cursor: undefined })}>{t.newer}</a>}
      {props.next && (
        <a href={withQuery(url, { cursor: props.next })} rel="next">
          {t.older}
        </a>
      )}
    </nav>
  );
}
