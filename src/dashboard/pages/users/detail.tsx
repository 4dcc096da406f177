import type { User } from '../../auth/accounts.ts';
import { Field, Form } from '../../layout/form.tsx';
import { Page } from '../../layout/page.tsx';
import { Card, Notice } from '../../layout/pieces.tsx';
import { useView } from '../../view.tsx';
import { LinkNotice, RoleChoice, UserTabs, userPath } from './list.tsx';
import { words } from './words.ts';

export function UserPage({ user, error, done, link }: { user: User; error?: string; done?: string; link?: string }) {
  const t = words[useView().language];
  const own = userPath(user.id);
  return (
    <Page title={t.edit(user.name)} lead={user.login}>
      <UserTabs current="people" />
      {error && <Notice mood="bad">{error}</Notice>}
      {done && <Notice mood="good">{done}</Notice>}
      {link && <LinkNotice name={user.name} url={link} />}
      <Card class="narrow">
        <Form action={own}>
          <Field label={t.name} name="name" value={user.name} required />
          <RoleChoice role={user.role} />
          <button type="submit" class="main">
            {t.save}
          </button>
        </Form>
      </Card>
      <Card class="narrow">
        <p class="quiet">{t.newLinkHint}</p>
        <div class="actions">
          <Form action={`${own}/link`} class="inline">
            <button type="submit">{t.newLink}</button>
          </Form>
          <Form action={`${own}/lock`} class="inline">
            <input type="hidden" name="locked" value={user.disabled ? 'no' : 'yes'} />
            <button type="submit">{user.disabled ? t.unlock : t.lock}</button>
          </Form>
          <Form action={`${own}/remove`} class="inline">
            <button type="submit" class="danger">
              {t.remove}
            </button>
          </Form>
        </div>
      </Card>
    </Page>
  );
}
