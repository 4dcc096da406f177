import { Field, Form } from '../layout/form.tsx';
import { Page } from '../layout/page.tsx';
import { Card, Facts, Notice } from '../layout/pieces.tsx';
import { useView } from '../view.tsx';
import { words as shell } from '../words/shell.ts';
import { PASSWORD_LENGTH, PASSWORD_LONGEST } from './password.ts';
import { words } from './words.ts';

/** Which fields were refused. */
export type FieldErrors = Partial<Record<'login' | 'name' | 'password' | 'again' | 'old', true>>;

export function SignInPage(props: { next: string; login?: string; error?: string; provider: boolean }) {
  const t = words[useView().language];
  return (
    <Page title={t.signIn}>
      {props.error && <Notice mood="bad">{props.error}</Notice>}
      <Card>
        {props.provider && (
          <p>
            <a class="button main" href={`/dashboard/oidc?next=${encodeURIComponent(props.next)}`}>
              {t.withProvider}
            </a>
          </p>
        )}
        <Form action="/dashboard/sign-in">
          <input type="hidden" name="next" value={props.next} />
          <Field label={t.login} name="login" value={props.login} autocomplete="username" required />
          <Field label={t.password} name="password" type="password" autocomplete="current-password" required />
          <button type="submit" class={props.provider ? undefined : 'main'}>
            {t.signIn}
          </button>
        </Form>
      </Card>
    </Page>
  );
}

/** The page of a one-time link: for the first administrator, or for somebody who was invited. */
export function LinkPage(props: {
  token: string;
  user?: { login: string; name: string };
  given?: { login?: string; name?: string };
  errors?: FieldErrors;
}) {
  const { token, user, given = {}, errors = {} } = props;
  const t = words[useView().language];
  return (
    <Page title={user ? t.invited(user.name) : t.welcome} lead={user ? t.invitedLead : t.welcomeLead}>
      <Card>
        <Form action={`/dashboard/link/${token}`}>
          {user ? (
            <input type="hidden" autocomplete="username" value={user.login} />
          ) : (
            <>
              <Field
                label={t.name}
                name="name"
                value={given.name}
                autocomplete="name"
                error={errors.name && t.errors.name}
                required
              />
              <Field
                label={t.loginChoose}
                name="login"
                value={given.login}
                hint={t.loginHint}
                autocomplete="username"
                error={errors.login && t.errors.login}
                required
              />
            </>
          )}
          <NewPassword errors={errors} />
          <button type="submit" class="main">
            {user ? t.save : t.create}
          </button>
        </Form>
      </Card>
    </Page>
  );
}

function NewPassword({ errors }: { errors: FieldErrors }) {
  const t = words[useView().language];
  return (
    <>
      <Field
        label={t.newPassword}
        name="password"
        type="password"
        hint={t.passwordHint(PASSWORD_LENGTH)}
        minlength={PASSWORD_LENGTH}
        maxlength={PASSWORD_LONGEST}
        autocomplete="new-password"
        error={errors.password && t.errors.password(PASSWORD_LENGTH)}
        required
      />
      <Field
        label={t.again}
        name="again"
        type="password"
        autocomplete="new-password"
        error={errors.again && t.errors.again}
        required
      />
    </>
  );
}

export function LinkGonePage() {
  const t = words[useView().language];
  return (
    <Page title={t.linkGone} lead={t.linkGoneText}>
      <p>
        <a href="/dashboard/sign-in">{t.toSignIn}</a>
      </p>
    </Page>
  );
}

export function AccountPage(props: { errors?: FieldErrors; changed?: boolean; hasPassword: boolean }) {
  const { language, user } = useView();
  const t = words[language];
  const { errors = {} } = props;
  return (
    <Page title={t.account}>
      {props.changed && <Notice mood="good">{t.changed}</Notice>}
      <Card>
        <Facts
          facts={[
            [t.name, user!.name],
            [t.login, user!.login],
            [t.role, shell[language].roles[user!.role]],
          ]}
        />
      </Card>
      {props.hasPassword && (
        <Card title={t.changePassword} class="narrow">
          <Form action="/dashboard/account">
            <Field
              label={t.oldPassword}
              name="old"
              type="password"
              autocomplete="current-password"
              error={errors.old && t.errors.old}
              required
            />
            <NewPassword errors={errors} />
            <button type="submit">{t.changePassword}</button>
          </Form>
        </Card>
      )}
    </Page>
  );
}
