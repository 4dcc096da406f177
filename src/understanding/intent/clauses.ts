import { sentencesOf } from '../text/sentences.ts';

/** Words that join one wish to the next; the clause after them may hold another intent. */
const JOINT =
  /[,，、:：]\s*|\s+(?=(?:and|but|also|plus|then|or)\s+(?:also\s+)?(?:can|could|do|does|is|are|what|when|where|how|who|which|why|will|would|i|i'd|i'll|i'm|my|please|pls|tell|show|give|let|stop|send|delete|cancel|by|btw|compare|find|check|recommend|suggest|need|want|any|did|does|has|have|get me|return|pay|forget|remove|add|it's|that's|it is)\b)|\s+(?=also\b|btw\b|by the way\b|oh and\b)|(?<=[\u4e00-\u9fff]{2})(?=(?:谢谢|多谢|谢了|谢啦|感谢)[你您啦哈了呀\s。.!！~]*$)|\s+(?=(?:thanks|thank you|thx|thanx|ty|cheers)(?: (?:in advance|so much|a lot))?[\s.!]*$)|(?=另外|还有(?!没有|没|货|吗|多少|别的|其他)|顺便|对了|以及|而且想|然后(?:再|想|帮)|再(?:帮|问|请)|并且)/i;
const LONGEST_READ = 2_000;
const MOST_CLAUSES = 12;

/** Parts of a message that may each hold an intent of their own, in order. A message of one part gives just that. */
export function clausesOf(text: string): string[] {
  const read = text.slice(0, LONGEST_READ);
  const clauses = sentencesOf(read).flatMap((sentence) =>
    sentence
      .split(JOINT)
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  );
  return clauses.slice(0, MOST_CLAUSES);
}
