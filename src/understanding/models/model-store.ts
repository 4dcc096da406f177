import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../errors.ts';
import { projectRoot } from '../../paths.ts';

/** Where the shipped models and their manifest are. */
export const modelsFolder: string = join(projectRoot, 'models');

const manifestSchema = z.object({ files: z.record(z.string(), z.object({ bytes: z.number(), sha256: z.string() })) });

/** Writes model files and `manifest.json` with their sizes and checksums. */
export function writeModels(files: Record<string, Uint8Array>, folder: string = modelsFolder): void {
  mkdirSync(folder, { recursive: true });
  const entries = Object.entries(files).map(([name, bytes]) => {
    writeFileSync(join(folder, name), bytes);
    return [name, { bytes: bytes.length, sha256: digest(bytes) }] as const;
  });
  writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify({ files: Object.fromEntries(entries) }, null, 2)}\n`);
}

/** Reads a shipped model file. @throws AppError MODEL_FILE_INVALID when it is missing or is not the one of the manifest. */
export function readModel(name: string, folder: string = modelsFolder): Uint8Array {
  const path = join(folder, name);
  try {
    const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));
    const bytes = readFileSync(path);
    if (manifest.files[name]?.sha256 === digest(bytes)) return bytes;
  } catch (cause) {
    throw new AppError('MODEL_FILE_INVALID', `Cannot read ${path}; restore it or run: npm run train`, { cause });
  }
  throw new AppError('MODEL_FILE_INVALID', `${path} is not the file of the manifest; restore it or run: npm run train`);
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
