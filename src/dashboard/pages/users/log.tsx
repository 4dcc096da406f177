import type { AuditEntry } from '../../../customers/privacy/audit.ts';
import { formatTime } from '../../format.ts';
import { Page } from '../../layout/page.tsx';
import { Table } from '../../layout/table.tsx';
import { useView } from '../../view.tsx';
import { UserTabs } from './list.tsx';
import { words } from './words.ts';

export function LogPage({ entries, names }: { entries: readonly AuditEntry[]; names: ReadonlyMap<string, string> }) {
  const { language, timeZone } = useView();
  const t = words[language];
  const actors: Record<string, string> = { customer: t.customerSelf, system: t.system, unknown: t.unknown };
  return (
    <Page title={t.log} lead={t.logLead}>
      <UserTabs current="log" />
      <Table
        caption={t.log}
        rows={entries}
        keyOf={({ id }) => id}
        columns={[
          { title: t.when, cell: ({ at }) => formatTime(at, language, timeZone) },
          { title: t.who, cell: ({ actor }) => actors[actor] ?? actor },
          {
            title: t.what,
            cell: ({ action, details }) =>
              action === 'sign_in' && details?.failed ? t.failed : (t.actions[action] ?? action),
          },
          { title: t.whom, cell: (entry) => <Whom entry={entry} names={names} /> },
        ]}
      />
    </Page>
  );
}

function Whom({ entry: { subject, action }, names }: { entry: AuditEntry; names: ReadonlyMap<string, string> }) {
  const t = words[useView().language];
  if (subject === undefined) return action === 'sign_in' ? null : t.many;
  const name = names.get(subject);
  return name === undefined ? t.gone : <a href={`/dashboard/customers/${encodeURIComponent(subject)}`}>{name}</a>;
}
