import { createHash } from 'node:crypto';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import { AppError, messageOf } from '../../errors.ts';
import { createReport, type Report } from '../../knowledge/ingestion/report.ts';
import { isRowFile, readRows } from '../../knowledge/ingestion/rows.ts';
import { type ColumnMap, createRowCleaner, mapColumns } from './clean-row.ts';
import type { IncomingEvent } from './event.ts';
import type { EventIntake } from './intake.ts';

export interface ImportOptions {
  file: string;
  intake: EventIntake;
  /** Where the place reached is kept, so that an import that was cut off goes on there. */
  stateFolder: string;
  columns?: ColumnMap;
  /** Read and clean only. */
  check?: boolean;
  now?: Date;
  /** How often profiles are written and the place is kept. */
  checkpointRows?: number;
  onProgress?(bytes: number, total: number): void;
}

export interface ImportReport {
  rows: number;
  /** Rows passed over because an earlier, cut off import had stored them. */
  resumedAt: number;
  stored: number;
  duplicates: number;
  unknownProducts: number;
  /** Rows by the cleaning step that changed them. */
  cleaned: Record<string, number>;
  /** Rows left out, by reason. */
  dropped: Record<string, number>;
  /** What is wrong, by line; the first thousand. */
  mistakes: Report['mistakes'];
  mistakeCount: number;
  warnings: Report['warnings'];
  columns: ColumnMap;
}

/** Events written together: more of them write each page of the store's indexes less often, but hold more pages in memory. */
const BATCH = 2_000;
/** Rows held to be written in the order of time: far fewer pages of the indexes are then touched by each batch. */
const CHECKPOINT_ROWS = 100_000;
/** More than this in one minute is no person; purchases come by the invoice and are not counted. */
const MOST_A_MINUTE = 120;
const MINUTES_REMEMBERED = 200_000;

/** Takes a CSV, TSV, JSON or JSON Lines file in, also as .gz. Throws INPUT_INVALID when it cannot be read at all. */
export async function importEvents(options: ImportOptions): Promise<ImportReport> {
  const {
    intake,
    stateFolder,
    check = false,
    now = new Date(),
    checkpointRows = CHECKPOINT_ROWS,
    onProgress,
  } = options;
  const path = resolve(options.file);
  if (!existsSync(path) || !statSync(path).isFile())
    throw new AppError('INPUT_INVALID', `There is no file ${options.file}`);
  const plain = path.endsWith('.gz') ? await unpack(path, stateFolder) : path;
  const place = createPlace(path, stateFolder);
  const notes = createReport();
  const report: ImportReport = {
    rows: 0,
    resumedAt: check ? 0 : place.read(),
    stored: 0,
    duplicates: 0,
    unknownProducts: 0,
    cleaned: {},
    dropped: {},
    mistakes: [],
    mistakeCount: 0,
    warnings: [],
    columns: {},
  };
  const total = statSync(plain).size;
  let bytes = 0;
  let bytesWritten = 0;
  const source = {
    path: plain,
    file: basename(path),
    onRead: (count: number) => {
      bytes += count;
      if (check) onProgress?.(bytes, total);
    },
  };
  const resumed = !check && place.begin();
  const isBot = createBotWatch();
  let clean: ReturnType<typeof createRowCleaner> | undefined;
  let held: IncomingEvent[] = [];

  async function store(): Promise<void> {
    const events = held.sort((a, b) => a.at.getTime() - b.at.getTime());
    held = [];
    const { resumedAt, rows } = report;
    const from = {
      import: place.name,
      // What the import that was cut off had stored lies before its next checkpoint.
      ...(resumed && rows <= resumedAt + checkpointRows && { catchUpFrom: resumedAt }),
    };
    const written = bytesWritten;
    for (let first = 0; first < events.length; first += BATCH) {
      const { inserted, duplicates, unknownProducts } = await intake.take(events.slice(first, first + BATCH), from);
      report.stored += inserted;
      report.duplicates += duplicates;
      report.unknownProducts += unknownProducts;
      bytesWritten = written + (bytes - written) * Math.min(1, (first + BATCH) / events.length);
      onProgress?.(Math.floor(bytesWritten), total);
    }
    bytesWritten = bytes;
    if (!check) onProgress?.(bytes, total);
  }

  try {
    if (!isRowFile(plain)) throw new AppError('INPUT_INVALID', 'Only .csv, .tsv, .json and .jsonl, each also as .gz');
    for await (const { line, fields } of readRows(source, notes)) {
      if (clean === undefined) {
        report.columns = mapColumns(Object.keys(fields), options.columns);
        clean = createRowCleaner({ columns: report.columns, now });
        requireColumns(report.columns, Object.keys(fields));
      }
      report.rows++;
      if (report.rows <= report.resumedAt) continue;
      const cleaned = clean(fields);
      if ('dropped' in cleaned) {
        if (cleaned.mistake) notes.mistake(source.file, line, cleaned.dropped);
        count(report.dropped, cleaned.mistake ? 'bad row' : cleaned.dropped);
      } else if (isBot(cleaned.event)) count(report.dropped, 'bot');
      else {
        for (const change of cleaned.changes) count(report.cleaned, change);
        if (!check) held.push(cleaned.event);
      }
      if (check || report.rows % checkpointRows !== 0) continue;
      await store();
      await intake.flush({ name: place.name, row: report.rows });
      place.keep(report.rows);
    }
    await store();
    await intake.flush({ name: place.name, row: report.rows });
    if (!check) place.forget();
  } finally {
    if (plain !== path) rmSync(plain, { force: true });
  }
  return { ...report, mistakes: notes.mistakes, mistakeCount: notes.mistakeCount, warnings: notes.warnings };
}

function requireColumns(columns: ColumnMap, found: string[]): void {
  const missing = (['customer', 'at'] as const).filter((field) => columns[field] === undefined);
  if (missing.length === 0) return;
  throw new AppError(
    'INPUT_INVALID',
    `No column for ${missing.join(' and ')} among ${found.slice(0, 20).join(', ')}: name it with --column ${missing[0]}=COLUMN`,
  );
}

function createBotWatch() {
  const minutes = new Map<string, number>();
  return ({ customer, type, at }: IncomingEvent): boolean => {
    if (type === 'purchase' || type === 'return') return false;
    const who = typeof customer === 'string' ? customer : `${customer.channel}|${customer.userId}`;
    const minute = `${who}|${Math.floor(at.getTime() / 60_000)}`;
    const seen = (minutes.get(minute) ?? 0) + 1;
    if (minutes.size >= MINUTES_REMEMBERED) minutes.clear();
    minutes.set(minute, seen);
    return seen > MOST_A_MINUTE;
  };
}

/** How far a file was read, under its path, size and time of change: another file, or a changed one, begins anew. */
function createPlace(path: string, folder: string) {
  const { size, mtimeMs } = statSync(path);
  const name = createHash('sha256')
    .update(JSON.stringify([path, size, mtimeMs]))
    .digest('hex')
    .slice(0, 16);
  const file = join(folder, `${name}.json`);
  function keep(rows: number): void {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${file}.new`, JSON.stringify({ rows }));
    renameSync(`${file}.new`, file);
  }
  return {
    name,
    /** Notes that the import has begun; whether it had before, and was cut off. */
    begin(): boolean {
      if (existsSync(file)) return true;
      keep(0);
      return false;
    },
    read(): number {
      if (!existsSync(file)) return 0;
      const parsed = z.object({ rows: z.number().int().min(0) }).safeParse(readJson(file));
      return parsed.success ? parsed.data.rows : 0;
    },
    keep,
    forget: () => rmSync(file, { force: true }),
  };
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Unpacks beside the state: line numbers and the encoding are read from a plain file. */
async function unpack(path: string, folder: string): Promise<string> {
  const plain = join(folder, `${process.pid}-${basename(path, '.gz')}`);
  mkdirSync(dirname(plain), { recursive: true });
  try {
    await pipeline(createReadStream(path), createGunzip(), createWriteStream(plain));
    return plain;
  } catch (error) {
    rmSync(plain, { force: true });
    throw new AppError('INPUT_INVALID', `${basename(path)} cannot be unpacked: ${messageOf(error)}`, { cause: error });
  }
}

function count(counts: Record<string, number>, key: string): void {
  counts[key] = (counts[key] ?? 0) + 1;
}
