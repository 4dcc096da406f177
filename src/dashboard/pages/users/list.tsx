import type { User } from '../../auth/accounts.ts';
import { ROLES } from '../../auth/role.ts';
import { formatTime } from '../../format.ts';
import { Field, Form, Select } from '../../layout/form.tsx';
import { Page } from '../../layout/page.tsx';
import { Badge, Card, Notice, Tabs } from '../../layout/pieces.tsx';
import { Table } from '../../layout/table.tsx';
import { useView } from '../../view.tsx';
import { words as shell } from '../../words/shell.ts';
import { words } from './words.ts';

export const userPath = (id: string): string => `/dashboard/users/${encodeURIComponent(id)}`;

export function UserTabs({ current }: { current: 'people' | 'log' }) {
  const t = words[useView().language];
  return (
    <Tabs
      label={t.tabs}
      tabs={[
        { href: '/dashboard/users', title: t.people, current: current === 'people' },
        { href: '/dashboard/users/log', title: t.log, current: current === 'log' },
      ]}
    />
  );
}

export interface UsersProps {
  users: readonly User[];
  given?: { login?: string; name?: string; role?: string };
  error?: string;
  done?: string;
  /** A sign-in link just made. */
  link?: { name: string; url: string };
}

export function UsersPage({ users, given = {}, error, done, link }: UsersProps) {
  const { language, timeZone, user: viewer } = useView();
  const t = words[language];
  return (
    <Page title={t.title} lead={t.lead}>
      <UserTabs current="people" />
      {error && <Notice mood="bad">{error}</Notice>}
      {done && <Notice mood="good">{done}</Notice>}
      {link && <LinkNotice {...link} />}
      <Table
        caption={t.people}
        rows={users}
        keyOf={({ id }) => id}
        columns={[
          {
            title: t.name,
            cell: ({ id, name, disabled }) => (
              <>
                <a href={userPath(id)}>{name}</a> {id === viewer!.id && <Badge>{t.you}</Badge>}{' '}
                {disabled && <Badge mood="warn">{t.locked}</Badge>}
              </>
            ),
          },
          { title: t.login, cell: ({ login }) => login },
          { title: t.role, cell: ({ role }) => shell[language].roles[role] },
          {
            title: t.last,
            cell: ({ lastSignInAt }) => (lastSignInAt ? formatTime(lastSignInAt, language, timeZone) : t.never),
          },
        ]}
      />
      <Card title={t.add} class="narrow">
        <Form action="/dashboard/users">
          <Field label={t.name} name="name" value={given.name} required />
          <Field label={t.login} name="login" value={given.login} hint={t.loginHint} required />
          <RoleChoice role={given.role} />
          <button type="submit" class="main">
            {t.addButton}
          </button>
        </Form>
      </Card>
    </Page>
  );
}

export function LinkNotice({ name, url }: { name: string; url: string }) {
  const t = words[useView().language];
  return (
    <Notice>
      <p>
        <strong>{name}</strong>: {t.link}
      </p>
      <p>
        <code>{url}</code>
      </p>
    </Notice>
  );
}

export function RoleChoice({ role = 'viewer' }: { role?: string }) {
  const t = words[useView().language];
  const options = ROLES.map((value) => ({ value, text: t.rolesExplained[value] }));
  return <Select label={t.role} name="role" value={role} options={options} />;
}
