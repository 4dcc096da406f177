import type { AttributeVocabulary, Filters } from '../understanding.ts';
import type { VocabularyIndex } from './vocabulary-index.ts';

/** "Lasts a week": one of a unit, said without a number. */
export function readLasting(text: string, index: VocabularyIndex, found: NonNullable<Filters['attributes']>): void {
  const unit = LASTS_A.exec(text)?.[1];
  const endurance = unit && index.units.attributesOf(unit).find(({ attribute }) => isEndurance(attribute));
  if (endurance) found[endurance.attribute.id] = { min: endurance.factor };
  const stay = A_WEEK.test(text) && index.units.attributesOf('week').find(({ shift }) => shift !== undefined);
  if (stay) found[stay.attribute.id] = stay.factor;
}

const A_WEEK =
  /\b(?:a|one) (?:[a-z]+ )?week (?:in|at|on|away)\b|^(?:for |about |around )?(?:a|one) week\b|\b(?:for|stay|trip of) (?:a|one) week\b/;

const LASTS_A =
  /\blast(?:s|ing)?(?: me)?(?: for)?(?: (?:at least|more than|over|about|around))? (?:a|an)(?: (?:full|whole))? (day|week|hour)\b/;
/** Whether an attribute is how long a thing runs. */
export const isEndurance = ({ names }: AttributeVocabulary): boolean => names.some((name) => ENDURANCE.test(name));

/** "Lasts a week", 续航一周: how long a thing runs, whatever the unit of time. */
export const ENDURES_BEFORE =
  /(?:\b(?:lasts?|lasting|battery(?: life)?|runs?|go(?:es)?)(?: (?:for|of|is|me|up to|at least|more than|over|about|around|a|to|should|must|life))*|(?:续航|待机|电池|(?:能|可以)(?=用))(?:时间)?(?:能|可以|要|得|有|达到?|至少|起码|最少|超过|大于|撑|用|跑|是|在)*)\s*$/;
export const ENDURES_AFTER =
  /^\s*(?:(?:or (?:more|longer)|plus) )?(?:of )?(?:battery|on (?:a|one) (?:single )?charge|per charge|playtime)|^以?上?的?(?:续航|待机)/;
const ENDURANCE = /battery life|playtime|standby|running time|run ?time|续航|待机|使用时间|工作时间/i;
