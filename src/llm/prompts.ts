import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { AppError, messageOf } from '../errors.ts';
import { projectRoot } from '../paths.ts';

const LANGUAGES = ['en', 'zh'] as const;
export type PromptLanguage = (typeof LANGUAGES)[number];

/** What a model is told, for one task and language: `prompts/<id>.<language>.md`. */
export interface Prompt {
  id: string;
  language: PromptLanguage;
  /** Raised by whoever changes the text; stored with every turn it was used in. */
  version: string;
  /** What the task is, for people. */
  purpose: string;
  /** Names that the text holds as `{{name}}`; exactly these must be given. */
  variables: string[];
  body: string;
  file: string;
}

export interface RenderedPrompt {
  text: string;
  id: string;
  version: string;
}

export interface Prompts {
  all: readonly Prompt[];
  /** @throws AppError PROMPT_INVALID naming a variable that is missing or unknown, or a prompt that does not exist. */
  render(id: string, language: PromptLanguage, variables?: Record<string, string>): RenderedPrompt;
}

const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/;
const PLACEHOLDER = /\{\{(\w+)\}\}/g;

const header = z.strictObject({
  id: z.string().min(1),
  version: z.string().min(1),
  purpose: z.string().min(1),
  variables: z.array(z.string().regex(/^\w+$/)).default([]),
});

/** Reads every prompt of a folder. @throws AppError PROMPT_INVALID naming the file and what is wrong with it. */
export function loadPrompts(folder: string = join(projectRoot, 'prompts')): Prompts {
  if (!existsSync(folder)) throw new AppError('PROMPT_INVALID', `There is no folder of prompts: ${folder}`);
  const all = readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => parsePrompt(name, readFileSync(join(folder, name), 'utf8')));
  const byName = new Map(all.map((prompt) => [`${prompt.id}.${prompt.language}`, prompt]));
  for (const { id } of all) {
    for (const language of LANGUAGES) {
      if (!byName.has(`${id}.${language}`))
        throw invalid(`${id}.${language}.md`, 'is missing: a prompt needs both languages');
    }
  }
  return {
    all,
    render(id, language, variables = {}) {
      const prompt = byName.get(`${id}.${language}`);
      if (!prompt) throw invalid(`${id}.${language}.md`, 'does not exist');
      const missing = prompt.variables.filter((name) => variables[name] === undefined);
      const unknown = Object.keys(variables).filter((name) => !prompt.variables.includes(name));
      if (missing.length > 0) throw invalid(prompt.file, `was not given ${missing.join(', ')}`);
      if (unknown.length > 0) throw invalid(prompt.file, `does not know ${unknown.join(', ')}`);
      // One pass, so that nothing inside a value is taken for a placeholder.
      const text = prompt.body.replace(PLACEHOLDER, (_, name: string) => variables[name]);
      return { text: text.replace(/\n{3,}/g, '\n\n').trim(), id, version: prompt.version };
    },
  };
}

function parsePrompt(file: string, text: string): Prompt {
  const name = /^([\w-]+)\.(en|zh)\.md$/.exec(file);
  if (!name) throw invalid(file, 'must be named <id>.en.md or <id>.zh.md');
  const match = FRONT_MATTER.exec(text);
  if (!match) throw invalid(file, 'must begin with front matter between two lines of ---');
  let data: unknown;
  try {
    data = parseYaml(match[1]);
  } catch (error) {
    throw invalid(file, messageOf(error));
  }
  const parsed = header.safeParse(data);
  if (!parsed.success) {
    throw invalid(file, parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '));
  }
  const { id, version, purpose, variables } = parsed.data;
  if (id !== name[1]) throw invalid(file, `has the id ${id}`);
  const used = new Set([...match[2].matchAll(PLACEHOLDER)].map(([, variable]) => variable));
  const undeclared = [...used].filter((variable) => !variables.includes(variable));
  const unused = variables.filter((variable) => !used.has(variable));
  if (undeclared.length > 0) throw invalid(file, `uses ${undeclared.join(', ')} without declaring it`);
  if (unused.length > 0) throw invalid(file, `declares ${unused.join(', ')} without using it`);
  return { id, language: name[2] as PromptLanguage, version, purpose, variables, body: match[2], file };
}

function invalid(file: string, problem: string): AppError {
  return new AppError('PROMPT_INVALID', `prompts/${file} ${problem}`);
}

/**
 * A text from outside, fenced as data: the model is told that nothing between these tags is an instruction. A tag of the same
 * name inside the text is disarmed, so that the text cannot end its own fence.
 */
export function asData(tag: string, text: string): string {
  const inside = text.replace(new RegExp(`<(\\s*/?)\\s*${tag}`, 'gi'), `‹$1${tag}`);
  return `<${tag}>\n${inside}\n</${tag}>`;
}
