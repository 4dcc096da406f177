import type { Reading } from './reading.ts';
import type { Span } from './sentences.ts';

const DENIED =
  /(?:\b(?:no|not|never|without|none|nor|neither|nothing|cannot|unable to|rather than|instead of|aren't|isn't|don't|doesn't|can't|won't|wasn't|haven't|hasn't|couldn't|wouldn't|didn't)\b(?! (?:only|just|code|catch|strings|need|questions))|(?:没有?|无|不(?!仅|只|但|止|过|用|需|要错过)|未|并非|暂无|别|非))[^,.;!?，。；！？、]{0,28}$/;
const CONDITIONAL =
  /\b(?:if|whether|should|unless|in case|let me check|i can check|would you|do you)\b|如果|要是|是否|若|假如|会不会|有没有/;

/** Whether what stands at `at` is denied, asked or only supposed, so that it is no claim. */
export function isDenied(reading: Reading, at: Span): boolean {
  const sentence = reading.sentenceAt(at.start);
  const before = reading.lower.slice(sentence.start, at.start);
  return DENIED.test(before.slice(-48)) || isSupposed(reading, at);
}

/** A question or a condition. */
export function isSupposed(reading: Reading, at: Span): boolean {
  const sentence = reading.sentenceAt(at.start);
  const whole = reading.lower.slice(sentence.start, sentence.end).trim();
  if (/[?？]["')]*$/.test(whole)) return true;
  return CONDITIONAL.test(reading.lower.slice(Math.max(sentence.start, at.start - 40), at.start));
}
