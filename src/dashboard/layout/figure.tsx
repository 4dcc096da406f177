import type { ComponentChildren } from 'preact';
import { useView } from '../view.tsx';
import { words } from '../words/shell.ts';

/**
 * A chart drawn on the server. `svg` is our own drawing (ECharts), never a customer's text unescaped; colours that follow the
 * theme are CSS classes or `currentColor`. `summary` says in a sentence what it shows, and `children` hold the figures as a
 * table, for who can't see it.
 */
export function Figure(props: { caption: string; svg: string; summary: string; children?: ComponentChildren }) {
  const t = words[useView().language];
  return (
    <figure>
      <figcaption>{props.caption}</figcaption>
      <div
        class="drawing"
        role="img"
        aria-label={props.summary}
        dangerouslySetInnerHTML={{ __html: withoutStyles(props.svg) }}
      />
      {props.children && (
        <details>
          <summary>{t.figureTable}</summary>
          {props.children}
        </details>
      )}
    </figure>
  );
}

/** `style="a:b;c:d"` as attributes `a="b" c="d"`: the page's policy allows no inline style. */
function withoutStyles(svg: string): string {
  return svg.replace(/ style="([^"]*)"/g, (_, style: string) =>
    style
      .split(';')
      .map((declaration) => declaration.split(':').map((part) => part.trim()))
      .filter(([name, value]) => name && value && name !== 'position' && !name.startsWith('-'))
      .map(([name, value]) => ` ${name}="${value}"`)
      .join(''),
  );
}
