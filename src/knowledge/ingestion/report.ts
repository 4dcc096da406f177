/** One thing wrong in a pack, where a person finds it. */
export interface Mistake {
  /** Relative to the pack's folder. */
  file: string;
  /** 1-based. */
  line: number;
  message: string;
}

/** Gathers what is wrong while reading goes on; mistakes stop the pack, warnings do not. */
export interface Report {
  mistake(file: string, line: number, message: string): void;
  warn(file: string, line: number, message: string): void;
  /** By file, then line. */
  readonly mistakes: readonly Mistake[];
  /** Mistakes found, including those past the cap, which are counted but not kept. */
  readonly mistakeCount: number;
  readonly warnings: readonly Mistake[];
  readonly warningCount: number;
}

export interface ReportOptions {
  /** Mistakes kept, and warnings kept. Default 1000. */
  cap?: number;
}

const MAX_MESSAGE = 300;

export function createReport({ cap = 1000 }: ReportOptions = {}): Report {
  const mistakes: Mistake[] = [];
  const warnings: Mistake[] = [];
  let mistakeCount = 0;
  let warningCount = 0;
  return {
    mistake(file, line, message) {
      mistakeCount += 1;
      if (mistakes.length < cap) mistakes.push({ file, line, message: onOneLine(message) });
    },
    warn(file, line, message) {
      warningCount += 1;
      if (warnings.length < cap) warnings.push({ file, line, message: onOneLine(message) });
    },
    get mistakes() {
      return inOrder(mistakes);
    },
    get warnings() {
      return inOrder(warnings);
    },
    get mistakeCount() {
      return mistakeCount;
    },
    get warningCount() {
      return warningCount;
    },
  };
}

/** Messages quote what stands in files, which may be long, broken over lines or hold a terminal's control codes. */
function onOneLine(message: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
  const line = message.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ');
  return line.length <= MAX_MESSAGE ? line : `${line.slice(0, MAX_MESSAGE)}…`;
}

function inOrder(list: readonly Mistake[]): Mistake[] {
  return list.toSorted((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}
