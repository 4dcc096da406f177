import { CommandFailure } from '../failure.ts';
import type { Document } from '../query.ts';
import { ADMINISTRATION } from './administration.ts';
import { assertOptions, type Command, type CommandWorld } from './command.ts';
import { READING } from './reading.ts';
import { SESSION } from './session.ts';
import { WRITING } from './writing.ts';

const COMMANDS = new Map<string, Command>(Object.entries({ ...SESSION, ...READING, ...WRITING, ...ADMINISTRATION }));

/** Runs one command. Throws CommandFailure; a command or option that is not known is refused by its name. */
export async function execute(command: Document, world: CommandWorld): Promise<Document> {
  const name = Object.keys(command)[0] ?? '';
  const known = COMMANDS.get(name);
  if (!known) throw new CommandFailure('CommandNotFound', `The embedded store does not support the command ${name}`);
  assertOptions(name, command, known);
  return known.run(command, world);
}
