import type { Pack } from '../../../knowledge/pack.ts';
import type { Segment } from '../../../segments/segment.ts';
import { formatDay, formatNumber } from '../../format.ts';
import { Checkbox, Field, Form, type Option, Select } from '../../layout/form.tsx';
import { Page } from '../../layout/page.tsx';
import { Card, Notice } from '../../layout/pieces.tsx';
import { Table } from '../../layout/table.tsx';
import { customerHref } from '../../links.ts';
import { categoryTitle, intentTitle } from '../../names.ts';
import { useView } from '../../view.tsx';
import { customerName } from '../../words/names.ts';
import { channelName } from '../../words/terms.ts';
import { type Condition, FIGURES, type FieldName, KINDS } from './conditions.ts';
import type { SegmentForm } from './form-data.ts';
import { ruleWords } from './rule-words.ts';
import { words } from './words.ts';

export interface Preview {
  size: number;
  of: number;
  members: { id: string; displayName?: string; identities: { channel: string; userId: string }[]; lastSeenAt?: Date }[];
}

export interface FormProps {
  action: string;
  title: string;
  form: SegmentForm;
  /** The name only: of a discovered segment, or of a rule the form cannot show. */
  nameOnly?: 'discovered' | 'nested';
  preview?: Preview;
  error?: string;
  nameError?: string;
  choices: Choices;
}

/** What the form's fields offer. */
export interface Choices {
  pack: Pack;
  intents: readonly string[];
  channels: readonly string[];
  segments: readonly Segment[];
}

/** Making or changing a segment. Every button asks the server, so it works without script; Enter previews. */
export function SegmentFormPage(props: FormProps) {
  const { action, title, form, nameOnly, preview, error, nameError, choices } = props;
  const { language } = useView();
  const t = ruleWords[language];
  const kinds = Object.keys(KINDS).map((value) => ({ value, text: t.kinds[value as keyof typeof KINDS] }));
  return (
    <Page title={title} lead={nameOnly ? undefined : t.formLead}>
      <p>
        <a href="/dashboard/segments">{words[language].backToList}</a>
      </p>
      {error && <Notice mood="bad">{error}</Notice>}
      {nameOnly === 'nested' && <Notice mood="warn">{t.nested}</Notice>}
      {preview && <PreviewCard {...preview} />}
      <Form action={action}>
        {/* The first button is the one Enter presses. */}
        <button type="submit" name="do" value={nameOnly ? 'save' : 'preview'} class="unseen" tabindex={-1}>
          {t.preview}
        </button>
        <Card>
          <Field label={t.nameEn} name="en" value={form.en} maxlength={200} hint={t.nameHint} error={nameError} />
          <Field label={t.nameZh} name="zh" value={form.zh} maxlength={200} />
          {!nameOnly && (
            <Select
              label={t.match}
              name="match"
              value={form.match}
              options={[
                { value: 'all', text: t.all },
                { value: 'any', text: t.any },
              ]}
            />
          )}
        </Card>
        {!nameOnly && (
          <>
            <input type="hidden" name="lines" value={form.conditions.length} />
            {form.conditions.map((condition, at) => (
              <Line key={at} at={at} condition={condition} choices={choices} />
            ))}
            <div class="card line-add">
              <Select label={t.addKind} name="kind" value="interest" options={kinds} />
              <button type="submit" name="do" value="add">
                {t.add}
              </button>
            </div>
          </>
        )}
        <p class="actions">
          {!nameOnly && (
            <button type="submit" name="do" value="preview">
              {t.preview}
            </button>
          )}
          <button type="submit" name="do" value="save" class="main">
            {t.save}
          </button>
        </p>
      </Form>
    </Page>
  );
}

function Line({ at, condition, choices }: { at: number; condition: Condition; choices: Choices }) {
  const { language } = useView();
  const t = ruleWords[language];
  const { kind, not, fields } = condition;
  const names: readonly FieldName[] = KINDS[kind];
  return (
    <fieldset class="line">
      <legend>
        {t.line(at + 1)}: {t.kinds[kind]}
      </legend>
      <input type="hidden" name={`${at}-kind`} value={kind} />
      <div class="line-fields">
        {names.map((name) => (
          <LineField key={name} name={name} at={at} kind={kind} value={fields[name]} choices={choices} />
        ))}
      </div>
      <div class="row">
        <Checkbox label={t.not} name={`${at}-not`} checked={not} />
        <button type="submit" name="do" value={`remove-${at}`} aria-label={t.removeLine(at + 1)}>
          {t.removeShort}
        </button>
      </div>
    </fieldset>
  );
}

interface LineFieldProps {
  name: FieldName;
  at: number;
  kind: Condition['kind'];
  value: string | undefined;
  choices: Choices;
}

function LineField({ name, at, kind, value, choices }: LineFieldProps) {
  const { language } = useView();
  const t = ruleWords[language];
  const label = t.fields[name];
  const field = `${at}-${name}`;
  if (name === 'times') return <Field label={label} name={field} type="number" min={1} value={value ?? '1'} />;
  if (name === 'days')
    return <Field label={label} name={field} type="number" min={1} max={3650} value={value} hint={t.fields.daysHint} />;
  if (name === 'number') return <Field label={label} name={field} type="number" step="any" value={value} required />;
  if (name === 'percent')
    return <Field label={label} name={field} type="number" min={0} max={100} value={value} required />;
  const optional = name === 'category' && kind === 'did';
  return (
    <Select
      label={label}
      name={field}
      value={value}
      options={optionsOf(name, choices, language)}
      {...(optional && { empty: t.fields.anyCategory })}
    />
  );
}

function optionsOf(name: FieldName, { pack, intents, channels, segments }: Choices, language: 'en' | 'zh'): Option[] {
  const t = ruleWords[language];
  const of = (values: readonly string[], text: (value: string) => string) =>
    values.map((value) => ({ value, text: text(value) }));
  const table = (texts: Record<string, string>) => of(Object.keys(texts), (value) => texts[value]!);
  switch (name) {
    case 'category':
      return of(
        pack.categories.map(({ id }) => id),
        (id) => categoryTitle(id, pack, language),
      );
    case 'intent':
      return of(intents, (id) => intentTitle(id, pack, language));
    case 'feeling':
      return table(t.feelings);
    case 'event':
    case 'other':
      return table(t.events);
    case 'figure':
      return of(FIGURES, (id) => t.properties[id as (typeof FIGURES)[number]]);
    case 'same':
      return table(t.sames);
    case 'compare':
      return table(t.compares);
    case 'language':
      return table(t.languages);
    case 'channel':
      return of(channels, (id) => channelName(id, language));
    case 'segment':
      return of(
        segments.map(({ id }) => id),
        (id) => segments.find((one) => one.id === id)!.name[language],
      );
    default:
      return [];
  }
}

function PreviewCard({ size, of, members }: Preview) {
  const { language, timeZone } = useView();
  const t = ruleWords[language];
  return (
    <Card title={t.previewTitle}>
      <p role="status">
        <strong>{t.previewSize(formatNumber(size, language), formatNumber(of, language))}</strong>
      </p>
      {members.length > 0 && (
        <Table
          caption={t.previewMembers}
          rows={members}
          keyOf={({ id }) => id}
          columns={[
            {
              title: words[language].name,
              cell: (member) => <a href={customerHref(member.id)}>{customerName(member, language)}</a>,
            },
            {
              title: words[language].seen,
              cell: ({ lastSeenAt }) =>
                lastSeenAt ? formatDay(lastSeenAt, language, timeZone) : words[language].unknown,
            },
          ]}
        />
      )}
    </Card>
  );
}
