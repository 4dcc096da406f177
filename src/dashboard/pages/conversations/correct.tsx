import type { ComponentChildren } from 'preact';
import { CORRECTED_MOODS, type Correction } from '../../../conversation/corrections.ts';
import type { Turn } from '../../../conversation/turn-record.ts';
import type { Pack } from '../../../knowledge/pack.ts';
import { Form, type Option, Select } from '../../layout/form.tsx';
import { intentTitle } from '../../names.ts';
import { useView } from '../../view.tsx';
import { moodName, terms } from '../../words/terms.ts';
import { conversationPath } from './list.tsx';
import { words } from './words.ts';

export interface CorrectProps {
  turn: Turn;
  pack: Pack;
  corrections: readonly Correction[];
  /** Intents that may be chosen. */
  intents: readonly Option[];
}

/** One click sets the mood or the intent right; the model's own next guesses stand first. */
export function Correct({ turn, pack, corrections, intents }: CorrectProps) {
  const { language } = useView();
  const t = words[language];
  const { sentiment, intent } = turn.understanding!;
  const mood = sentiment.angry ? 'angry' : sentiment.label;
  const guesses = intent.alternatives
    .map(({ name }) => name)
    .filter((name) => intents.some(({ value }) => value === name))
    .slice(0, 3);
  return (
    <div class="correct">
      <Change turn={turn} kind="sentiment" label={t.correctMood}>
        {CORRECTED_MOODS.filter((value) => value !== mood).map((value) => (
          <button key={value} type="submit" name="value" value={value}>
            {terms[language].moods[value]}
          </button>
        ))}
      </Change>
      <Change turn={turn} kind="intent" label={t.correctIntent}>
        {guesses.map((value) => (
          <button key={value} type="submit" name="guess" value={value}>
            {intentTitle(value, pack, language)}
          </button>
        ))}
        <Select label={t.correctIntent} name="value" options={intents} empty={t.somethingElse} />
        <button type="submit">{t.save}</button>
      </Change>
      {corrections.map((correction) => (
        <Form key={correction.id} action={`${conversationPath(turn.conversationId)}/undo`} class="row">
          <Hidden turn={turn} kind={correction.kind} />
          <span>
            {t.wasMood(
              correction.kind === 'intent'
                ? intentTitle(correction.original.name, pack, language)
                : moodName(correction.original, language),
            )}
          </span>
          <button type="submit" class="link">
            {t.undo}
          </button>
        </Form>
      ))}
    </div>
  );
}

function Change(props: { turn: Turn; kind: Correction['kind']; label: string; children: ComponentChildren }) {
  return (
    <Form action={`${conversationPath(props.turn.conversationId)}/correct`}>
      <fieldset class="row">
        <legend>{props.label}</legend>
        <Hidden turn={props.turn} kind={props.kind} />
        {props.children}
      </fieldset>
    </Form>
  );
}

function Hidden({ turn, kind }: { turn: Turn; kind: Correction['kind'] }) {
  const { url } = useView();
  return (
    <>
      <input type="hidden" name="turn" value={turn.id} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="back" value={url} />
    </>
  );
}
