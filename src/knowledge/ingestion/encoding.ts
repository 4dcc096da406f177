import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import chardet from 'chardet';
import iconv from 'iconv-lite';

const SAMPLE_BYTES = 64 * 1024;
const BROKEN_LINES_KEPT = 1000;
const NEWLINE = 10;

/** How a file is written; `brokenLines` (1-based) is filled when it is UTF-8 with damaged bytes. */
export interface Encoding {
  /** A name that iconv-lite knows: 'utf-8', 'gb18030', 'big5', 'utf-16le', 'windows-1252' ... */
  name: string;
  brokenLines: number[];
}

/** Reads the whole file once, in chunks: damage near the end of a large feed is found as well. */
export async function detectEncoding(path: string): Promise<Encoding> {
  const scan = createScan();
  let rest: Buffer = Buffer.alloc(0);
  let first = true;
  for await (const part of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const chunk: Buffer = rest.length > 0 ? Buffer.concat([rest, part]) : part;
    if (first) {
      const marked = byteOrderMark(chunk) ?? unmarkedUtf16(chunk);
      if (marked !== undefined) return { name: marked, brokenLines: [] };
      first = false;
    }
    const end = chunk.lastIndexOf(NEWLINE) + 1;
    scan.add(chunk.subarray(0, end));
    rest = chunk.subarray(end);
    if (rest.length > 1 << 24) {
      scan.add(rest);
      rest = Buffer.alloc(0);
    }
  }
  scan.add(rest);
  return scan.result();
}

function byteOrderMark(bytes: Buffer): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** Line ends and separators give UTF-16 many NUL bytes, all on even or all on odd places. */
function unmarkedUtf16(bytes: Buffer): string | undefined {
  const nul = [0, 0];
  const length = Math.min(bytes.length, SAMPLE_BYTES);
  for (let at = 0; at < length; at += 1) if (bytes[at] === 0) nul[at % 2] += 1;
  if (nul[1] > length / 50 && nul[0] === 0) return 'utf-16le';
  if (nul[0] > length / 50 && nul[1] === 0) return 'utf-16be';
  return undefined;
}

function createScan() {
  const brokenLines: number[] = [];
  const samples: Buffer[] = [];
  let sampled = 0;
  let line = 1;
  let goodCharacters = 0;
  let badCharacters = 0;

  const addLine = (bytes: Buffer) => {
    const damaged = !isUtf8(bytes);
    const text = bytes.toString('utf8');
    for (const character of text) {
      if (character === '\ufffd') badCharacters += 1;
      else if (character > '\u007f') goodCharacters += 1;
    }
    if (!damaged) return;
    if (brokenLines.length < BROKEN_LINES_KEPT) brokenLines.push(line);
    if (sampled < SAMPLE_BYTES) {
      samples.push(bytes);
      sampled += bytes.length;
    }
  };

  return {
    add(bytes: Buffer) {
      if (isUtf8(bytes)) {
        if (goodCharacters < 1000) {
          for (const character of bytes.toString('utf8', 0, SAMPLE_BYTES)) {
            if (character > '\u007f' && character !== '\ufffd') goodCharacters += 1;
          }
        }
        line += countNewlines(bytes);
        return;
      }
      let start = 0;
      while (start < bytes.length) {
        const found = bytes.indexOf(NEWLINE, start);
        const end = found < 0 ? bytes.length : found + 1;
        addLine(bytes.subarray(start, end));
        if (found >= 0) line += 1;
        start = end;
      }
    },
    result(): Encoding {
      if (brokenLines.length === 0) return { name: 'utf-8', brokenLines };
      // A file of another encoding holds next to no valid UTF-8 beyond Latin; a damaged UTF-8 file mostly valid.
      const other = goodCharacters > badCharacters ? undefined : otherEncoding(Buffer.concat(samples));
      return other === undefined ? { name: 'utf-8', brokenLines } : { name: other, brokenLines: [] };
    },
  };
}

function countNewlines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) count += 1;
  return count;
}

/** The likeliest encoding in which the bytes make sense; undefined when they make sense in none. */
function otherEncoding(sample: Buffer): string | undefined {
  const simplified = shareOfPairs(sample, (lead, trail) => lead >= 0xb0 && lead <= 0xd7 && trail >= 0xa1);
  const traditional = shareOfPairs(sample, (lead, trail) => lead >= 0xa4 && lead <= 0xc6 && isBig5Trail(trail));
  if (Math.max(simplified, traditional) > 0.75) return simplified >= traditional ? 'gb18030' : 'big5';

  const guess = chardet.analyse(sample)[0];
  const name = guess?.name.toLowerCase() ?? '';
  if (!/^(iso-8859|windows-125[02]|utf-8|ascii)/.test(name)) {
    const text = iconv.encodingExists(name) ? iconv.decode(sample, name) : '\ufffd';
    if (guess.confidence >= 60 && !text.includes('\ufffd')) return name;
  }
  return looksWestern(iconv.decode(sample, 'windows-1252')) ? 'windows-1252' : undefined;
}

const isBig5Trail = (byte: number) => (byte >= 0x40 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xfe);

/** Of the two-byte characters, how many are common ones; both Chinese encodings keep theirs in rows of their own. */
function shareOfPairs(sample: Buffer, isCommon: (lead: number, trail: number) => boolean): number {
  let pairs = 0;
  let common = 0;
  for (let at = 0; at < sample.length; at += 1) {
    const lead = sample[at];
    if (lead < 0x80) continue;
    at += 1;
    // Rows A1 to A3 are punctuation in both.
    if (lead >= 0xa1 && lead <= 0xa3) continue;
    pairs += 1;
    if (isCommon(lead, sample[at] ?? 0)) common += 1;
  }
  return pairs === 0 ? 0 : common / pairs;
}

/** Not so: undefined positions, letters next to no letter, and cut UTF-8 characters, which begin with one of Â to é. */
function looksWestern(text: string): boolean {
  return !/[\u0080-\u009fÿþ]|[ÂÃâäåæçèé](?![a-zA-ZÀ-ÿ\s.,;:!?'’")/-])|Ã(?![a-zA-Z])/u.test(text);
}
