/** How somebody types: the same words look different from each hand. */
export interface Typing {
  /** Everything in small letters. */
  lower: boolean;
  /** Without final punctuation. */
  bare: boolean;
  /** Chance of a slip of the finger in a message. */
  slips: number;
  emoji: readonly string[];
  /** Traditional characters. */
  traditional: boolean;
}

/** Draws a hand. */
export function drawTyping(random: () => number, traditional: boolean): Typing {
  return {
    lower: random() < 0.45,
    bare: random() < 0.6,
    slips: random() < 0.3 ? 0.12 : 0.02,
    emoji: random() < 0.25 ? ['🙂', '👍', '😊', '🙏'] : [],
    traditional,
  };
}

/** Words as this person types them; `convert` turns Simplified into Traditional characters. */
export function typed(text: string, typing: Typing, random: () => number, convert: (text: string) => string): string {
  let result = typing.traditional ? convert(text) : text;
  if (typing.lower) result = result.replace(/(?:^|[.!?] )[A-Z](?![A-Z])|\bI\b/g, (found) => found.toLowerCase());
  if (typing.bare) result = result.replace(/[.。]$/, '');
  if (random() < typing.slips) result = slip(result, random);
  if (typing.emoji.length > 0 && random() < 0.2) {
    result += ` ${typing.emoji[Math.floor(random() * typing.emoji.length)]}`;
  }
  return result;
}

/** Two neighbouring letters of a longer word change places; Chinese is typed by choosing words, so it has no such slips. */
function slip(text: string, random: () => number): string {
  const words = [...text.matchAll(/[a-z]{6,}/g)];
  if (words.length === 0) return text;
  const { index, 0: word } = words[Math.floor(random() * words.length)]!;
  const at = index + 1 + Math.floor(random() * (word.length - 3));
  return `${text.slice(0, at)}${text[at + 1]}${text[at]}${text.slice(at + 2)}`;
}
