/** A phrase found in a text: where (UTF-16 offsets), and every entry that has this name. */
export interface PhraseMatch<Entry> {
  start: number;
  end: number;
  entries: readonly Entry[];
}

interface Node<Entry> {
  /** Most nodes have one child: kept without a map, which would cost ten times the node. */
  code: number;
  child: Node<Entry> | undefined;
  others: Map<number, Node<Entry>> | undefined;
  entries: Entry[] | undefined;
  /** Some form with separators was added ("wi fi"), so inner spaces are right; "h p" is no HP. */
  spaced: boolean;
}

export interface PhraseTrie<Entry> {
  /** Adds a name; case, spaces, hyphens and apostrophes do not count. */
  add(name: string, entry: Entry): void;
  /** The longest phrase that starts exactly at `start` of a lower-case text and ends at a word's end. */
  longestAt(text: string, start: number): PhraseMatch<Entry> | undefined;
}

const SEPARATORS = /[\s\-_'’·./]+/g;
const LONGEST_NAME = 120;
/** Compact names shorter than this must be written as they were added, without inner spaces. */
const SHORT = 4;

/** A name written as one word does not hold a word that links others: "spa in" is not Spain. */
const LINK_WORD = /[\s-](?:in|on|or|of|to|at|by|an?|is|it|the|and|for|me|us)$/;

/** Phrases by their compact form (no separators), matched in a text whose separators may stand anywhere in them. */
export function createPhraseTrie<Entry>(): PhraseTrie<Entry> {
  const root = node<Entry>();
  return {
    add(name, entry) {
      const lower = name.toLowerCase().trim();
      const compact = lower.replace(SEPARATORS, '');
      if (compact === '' || compact.length > LONGEST_NAME) return;
      let at = root;
      for (let i = 0; i < compact.length; i++) {
        const code = compact.charCodeAt(i);
        const child = childOf(at, code) ?? addChild(at, code);
        at = child;
      }
      at.entries ??= [];
      if (!at.entries.includes(entry)) at.entries.push(entry);
      if (compact.length !== lower.length) at.spaced = true;
    },
    longestAt(text, start) {
      let at = root;
      let found: PhraseMatch<Entry> | undefined;
      let separators = 0;
      let length = 0;
      for (let i = start; i < text.length; i++) {
        const code = text.charCodeAt(i);
        const child = childOf(at, code);
        if (!child) {
          if (i === start || !isSeparator(code) || isSeparator(text.charCodeAt(i - 1))) break;
          separators++;
          continue;
        }
        at = child;
        length++;
        if (
          !at.entries ||
          (separators > 0 && !at.spaced && (length < SHORT || LINK_WORD.test(text.slice(start, i + 1))))
        )
          continue;
        const end = endOfWord(text, i + 1);
        if (end > 0) found = { start, end, entries: at.entries };
      }
      return found;
    },
  };
}

function node<Entry>(): Node<Entry> {
  return { code: -1, child: undefined, others: undefined, entries: undefined, spaced: false };
}

function childOf<Entry>(parent: Node<Entry>, code: number): Node<Entry> | undefined {
  return parent.code === code ? parent.child : parent.others?.get(code);
}

function addChild<Entry>(parent: Node<Entry>, code: number): Node<Entry> {
  const child = node<Entry>();
  if (parent.child === undefined) {
    parent.code = code;
    parent.child = child;
  } else {
    parent.others ??= new Map();
    parent.others.set(code, child);
  }
  return child;
}

/** Space, hyphen, apostrophe, underscore, middle dot. A full stop or a comma ends a phrase. */
function isSeparator(code: number): boolean {
  return code === 32 || code === 45 || code === 39 || code === 95 || code === 0x2019 || code === 0xb7;
}

export function isLatinLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 0xdf && code <= 0x24f);
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Where the word that has been read up to `end` ends, past a plural or possessive ending; 0 when it goes on. */
function endOfWord(text: string, end: number): number {
  const last = text.charCodeAt(end - 1);
  if (!isLatinLetter(last) && !isDigit(last)) return end;
  if (isOpen(text, end, last)) return end;
  if (!isLatinLetter(last)) return 0;
  for (const ending of ["'s", '’s', 's', 'es']) {
    if (text.startsWith(ending, end) && isOpen(text, end + ending.length, 115)) return end + ending.length;
  }
  return 0;
}

/** Whether a word may end before `at`: "iphone" ends before "15", but "15" does not end before "0" nor "5" before "g". */
function isOpen(text: string, at: number, last: number): boolean {
  const next = text.charCodeAt(at);
  if (Number.isNaN(next)) return true;
  return isLatinLetter(last) ? !isLatinLetter(next) : !isDigit(next) && !isLatinLetter(next);
}
