import type { EraseReport } from '../../../customers/privacy/privacy.ts';
import { formatNumber } from '../../format.ts';
import { Checkbox, Form } from '../../layout/form.tsx';
import { Page } from '../../layout/page.tsx';
import { Card, Notice } from '../../layout/pieces.tsx';
import { Table } from '../../layout/table.tsx';
import { useView } from '../../view.tsx';
import { customerPath } from './list.tsx';
import { words } from './words.ts';

/** Asks once more: what is deleted does not come back. */
export function ErasePage({ id, name, unsure }: { id: string; name: string; unsure?: boolean }) {
  const t = words[useView().language];
  return (
    <Page title={t.eraseTitle(name)} lead={t.eraseLead}>
      {unsure && <Notice mood="bad">{t.notSure}</Notice>}
      <Card>
        <Form action={`${customerPath(id)}/erase`}>
          <Checkbox label={t.eraseSure} name="sure" />
          <div class="actions">
            <button type="submit" class="danger">
              {t.eraseNow}
            </button>
            <a href={customerPath(id)}>{t.cancel}</a>
          </div>
        </Form>
      </Card>
    </Page>
  );
}

/** The proof: what went, and that nothing is left. */
export function ErasedPage({ report }: { report: EraseReport }) {
  const { language } = useView();
  const t = words[language];
  const rows = Object.keys(report.removed).filter((name) => report.removed[name]! > 0 || report.left[name]! > 0);
  return (
    <Page title={t.erased} lead={t.erasedLead}>
      <Table
        caption={t.erased}
        rows={rows}
        keyOf={(name) => name}
        columns={[
          { title: t.what, cell: (name) => t.collections[name] ?? name },
          { title: t.removed, numeric: true, cell: (name) => formatNumber(report.removed[name]!, language) },
          { title: t.left, numeric: true, cell: (name) => formatNumber(report.left[name] ?? 0, language) },
        ]}
      />
      <p>
        <a href="/dashboard/customers">{t.title}</a>
      </p>
    </Page>
  );
}
