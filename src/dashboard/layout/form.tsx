import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { useView } from '../view.tsx';
import { words } from '../words/shell.ts';

/** A form that changes something: POST, with the CSRF token. */
export function Form(props: { action: string; class?: string; id?: string; children: ComponentChildren }) {
  const { csrf } = useView();
  return (
    <form method="post" action={props.action} class={props.class} id={props.id}>
      <input type="hidden" name="csrf" value={csrf} />
      {props.children}
    </form>
  );
}

/** A form that only asks: GET, its state in the address. */
export function Search(props: { action: string; label: string; class?: string; children: ComponentChildren }) {
  return (
    <search aria-label={props.label}>
      <form method="get" action={props.action} class={props.class ?? 'filters'}>
        {props.children}
      </form>
    </search>
  );
}

interface FieldProps {
  label: string;
  name: string;
  value?: string | number;
  hint?: string;
  /** Why what was given is refused. */
  error?: string;
  required?: boolean;
}

/** A labelled input. */
export function Field(
  props: FieldProps & {
    type?: 'text' | 'search' | 'password' | 'email' | 'number' | 'date' | 'time';
    autocomplete?: string;
    placeholder?: string;
    min?: number | string;
    max?: number | string;
    minlength?: number;
    maxlength?: number;
    step?: number | 'any';
    autofocus?: boolean;
  },
) {
  const { label, hint, error, type = 'text', ...rest } = props;
  const described = useDescribed(hint, error);
  return (
    <Labelled label={label} name={props.name} required={props.required} {...described}>
      {/* Preact's types know each type of input apart; all of ours are alike. */}
      <input {...rest} type={type as 'text'} id={described.id} {...described.attributes} />
    </Labelled>
  );
}

export function TextArea(props: FieldProps & { rows?: number; maxlength?: number; placeholder?: string }) {
  const { label, hint, error, value, ...rest } = props;
  const described = useDescribed(hint, error);
  return (
    <Labelled label={label} name={props.name} required={props.required} {...described}>
      <textarea {...rest} id={described.id} {...described.attributes}>
        {value}
      </textarea>
    </Labelled>
  );
}

export interface Option {
  value: string;
  text: string;
}

/** A choice of one; `empty` = the text of "none of them". */
export function Select(props: FieldProps & { options: readonly Option[]; empty?: string }) {
  const { label, hint, error, value, options, empty, ...rest } = props;
  const described = useDescribed(hint, error);
  return (
    <Labelled label={label} name={props.name} required={props.required} {...described}>
      <select {...rest} id={described.id} {...described.attributes}>
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.text}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

export function Checkbox(props: { label: string; name: string; checked?: boolean; value?: string }) {
  return (
    <label class="check">
      <input type="checkbox" name={props.name} value={props.value ?? 'yes'} checked={props.checked} />
      <span>{props.label}</span>
    </label>
  );
}

function useDescribed(hint: string | undefined, error: string | undefined) {
  const id = useId();
  const note = error ?? hint;
  return {
    id,
    note,
    wrong: error !== undefined,
    attributes: {
      ...(note !== undefined && { 'aria-describedby': `${id}-note` }),
      ...(error !== undefined && { 'aria-invalid': true as const }),
    },
  };
}

function Labelled(props: {
  id: string;
  label: string;
  name: string;
  note?: string;
  wrong: boolean;
  required?: boolean;
  children: ComponentChildren;
}) {
  const t = words[useView().language];
  return (
    <div class="field">
      <label for={props.id}>
        {props.label}
        {props.required && <span class="quiet"> ({t.required})</span>}
      </label>
      {props.children}
      {props.note && (
        <p id={`${props.id}-note`} class={props.wrong ? 'wrong' : 'hint'}>
          {props.note}
        </p>
      )}
    </div>
  );
}
