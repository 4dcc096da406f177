const YES =
  /^(?:yes|yeah|yep|yup|sure|ok|okay|okey|please|yes please|go ahead|do it|of course|definitely|correct|right|fine|confirm|是|是的|对|对的|好|好的|好啊|好呀|可以|行|行吧|好吧|嗯|嗯嗯|要|需要|确定|确认|没错|同意|麻烦了|转吧|删吧|删除吧)[\s!.。！~～]*$/iu;
const NO =
  /^(?:actually|ok(?:ay)?|oh|well)?[\s,，]*(?:no|nope|nah|no thanks|no thank you|(?:no[, ]+)?(?:please )?don['’]?t(?: please)?|not needed|rather not|no[, ]+leave it|leave it|no[, ]+i['’]?ll manage|don'?t|never mind|nevermind|not now|cancel|stop|不|不要|不用|不用了|不需要|不了|算了|不行|不是|别|取消|不同意|不可以|先不)[\s!.。！~～]*$/iu;

/** Whether a no ends the matter, rather than answers "any preference?": "never mind", 算了. */
export const isGivingUp = (text: string): boolean =>
  /\b(?:cancel|stop|never ?mind|leave it|not now|i['’]?ll manage)\b|算了|取消|别$|先不|thank/i.test(text);

/** "行吧", "好吧", "fine": agreed to what cannot be helped. */
export const isResigned = (text: string): boolean =>
  /^(?:行吧?|好吧|嗯+|fine|right|ok(?:ay)?)[\s.!。～~]*$/i.test(text.trim());

/** Whether a short text says yes or no to a question of ours; undefined when it says something else. */
export function readYesNo(text: string): boolean | undefined {
  const trimmed = text.replace(/\p{Extended_Pictographic}|\u{fe0f}/gu, '').trim();
  if (trimmed.length > 24) return undefined;
  if (YES.test(trimmed)) return true;
  if (NO.test(trimmed)) return false;
  return undefined;
}
