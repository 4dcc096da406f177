import { createRequire } from 'node:module';

/** Imported first by every entry point: says in one line what this machine lacks, before anything that needs it is loaded. */
const OLDEST_NODE = [20, 19];
/** Modules compiled on installation. */
const NATIVE = ['hnswlib-node', 'lmdb'];

const problem = nodeProblem(process.versions.node) ?? nativeProblem();
if (problem !== undefined) {
  process.stderr.write(`${problem}\n`);
  process.exit(1);
}

function nodeProblem(version: string): string | undefined {
  const [major, minor] = version.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return undefined;
  return `Node ${version} is too old: install Node ${OLDEST_NODE.join('.')} or newer and run "npm install" again.`;
}

function nativeProblem(): string | undefined {
  const require = createRequire(import.meta.url);
  for (const name of NATIVE) {
    try {
      require(name);
    } catch {
      return `${name} did not load: install a C++ toolchain (python3, make, g++) and run "npm rebuild ${name}".`;
    }
  }
  return undefined;
}
