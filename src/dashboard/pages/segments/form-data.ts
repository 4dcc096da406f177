import { z } from 'zod';
import { type Condition, type ConditionKind, DEFAULTS, FIELDS, type FieldName, KINDS } from './conditions.ts';

/** The state of the segment form: what stands in it, and which button was pressed. */
export interface SegmentForm {
  en: string;
  zh: string;
  match: 'all' | 'any';
  conditions: Condition[];
}

export type Pressed = { button: 'preview' | 'save' | 'add' } | { button: 'remove'; at: number };

/** More lines than this nobody can read. */
const MOST_LINES = 12;
const text = z.string().max(200).catch('');
const schema = z.object({
  en: text,
  zh: text,
  match: z.enum(['all', 'any']).catch('all'),
  lines: z.coerce.number().int().min(0).max(MOST_LINES).catch(0),
  kind: text,
  do: text,
});

/** A fresh line. */
export function newCondition(kind: ConditionKind): Condition {
  const names: readonly FieldName[] = KINDS[kind];
  const fields = Object.fromEntries(
    names.flatMap((name) => (DEFAULTS[name] === undefined ? [] : [[name, DEFAULTS[name]]])),
  );
  // Put into the cart and not bought is what people mean first.
  if (kind === 'abandoned') Object.assign(fields, { event: 'cart', other: 'purchase', same: 'yes' });
  return { kind, not: false, fields };
}

/** Reads the form as it was sent, and does what the button says. */
export function readForm(body: unknown): { form: SegmentForm; pressed: Pressed } {
  const sent = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const { en, zh, match, lines, kind, do: button } = schema.parse(sent);
  const conditions = Array.from({ length: lines }, (_, at) => lineOf(sent, at)).filter((one) => one !== undefined);
  const pressed = pressedOf(button);
  if (pressed.button === 'add' && isKind(kind) && conditions.length < MOST_LINES) conditions.push(newCondition(kind));
  if (pressed.button === 'remove') conditions.splice(pressed.at, 1);
  return { form: { en: en.trim(), zh: zh.trim(), match, conditions }, pressed };
}

function lineOf(sent: Record<string, unknown>, at: number): Condition | undefined {
  const kind = sent[`${at}-kind`];
  if (!isKind(kind)) return undefined;
  const fields: Condition['fields'] = {};
  for (const name of FIELDS) {
    const value = sent[`${at}-${name}`];
    if (typeof value === 'string' && value !== '') fields[name] = value.slice(0, 200);
  }
  return { kind, not: sent[`${at}-not`] === 'yes', fields };
}

function pressedOf(button: string): Pressed {
  const removed = /^remove-(\d{1,2})$/.exec(button);
  if (removed) return { button: 'remove', at: Number(removed[1]) };
  return { button: button === 'save' || button === 'add' ? button : 'preview' };
}

const isKind = (value: unknown): value is ConditionKind => typeof value === 'string' && Object.hasOwn(KINDS, value);
