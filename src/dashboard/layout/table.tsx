import type { ComponentChildren } from 'preact';
import { useView } from '../view.tsx';
import { words } from '../words/shell.ts';

/** How one column is shown. */
export interface Column<Row> {
  title: string;
  cell(row: Row): ComponentChildren;
  /** Gets most of the room. */
  wide?: boolean;
  /** Numbers stand right. */
  numeric?: boolean;
}

/** A table with a caption for screen readers; the first column names the row. On a phone each row becomes a card. */
export function Table<Row>(props: {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf(row: Row): string;
  /** Instead of an empty table. */
  empty?: ComponentChildren;
}) {
  const { caption, columns, rows, keyOf, empty } = props;
  const t = words[useView().language];
  if (rows.length === 0) return <p class="empty">{empty ?? t.nothing}</p>;
  return (
    <table>
      <caption class="unseen">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ title, numeric, wide }) => (
            <th key={title} scope="col" class={numeric ? 'number' : wide ? 'wide-column' : undefined}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map(({ title, cell, numeric }, place) =>
              place === 0 ? (
                <th key={title} scope="row" data-title={title}>
                  {cell(row)}
                </th>
              ) : (
                <td key={title} data-title={title} class={numeric ? 'number' : undefined}>
                  {cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
