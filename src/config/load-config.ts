import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseDotenv } from 'dotenv';
import { AppError } from '../errors.ts';
import { projectRoot } from '../paths.ts';
import type { Config } from './config.ts';
import { halfConfigured } from './half-configured.ts';
import { SETTING_NAMES, settingsSchema } from './settings.ts';
import { toConfig } from './to-config.ts';

/** Reads `.env` of the project (when there is one) under the process's environment, which wins. Throws CONFIG_INVALID naming each wrong key. */
export function loadConfig(
  environment: Record<string, string | undefined> = process.env,
  envFile: string = join(projectRoot, '.env'),
): Config {
  const fromFile = existsSync(envFile) ? parseDotenv(readFileSync(envFile, 'utf8')) : {};
  const unknown = Object.keys(fromFile).filter((name) => !(name in settingsSchema.shape));
  const given: Record<string, string> = {};
  for (const name of SETTING_NAMES) {
    const value = environment[name] ?? fromFile[name];
    if (value !== undefined && value.trim() !== '') given[name] = value;
  }
  const parsed = settingsSchema.safeParse(given);
  const problems = [
    ...unknown.map((name) => `${name}: unknown setting in .env (see .env.example)`),
    ...(parsed.error?.issues ?? []).map((issue) => `${String(issue.path[0])}: ${issue.message}`),
    ...halfConfigured(given),
  ];
  if (!parsed.success || problems.length > 0) {
    throw new AppError('CONFIG_INVALID', `Configuration: ${problems.join('; ')}`, { details: { problems } });
  }
  return toConfig(parsed.data);
}
