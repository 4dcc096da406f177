import { importEvents } from '../../src/customers/events/import-file.ts';
import { createEventIntake } from '../../src/customers/events/intake.ts';
import type { Profile } from '../../src/customers/profile.ts';
import type { StoredEvent } from '../../src/store/events.ts';
import { createStore } from '../../src/store/store.ts';
import type { StoredTurn } from '../../src/store/turns.ts';

/** What a test tells this process, as JSON in its first argument; it kills itself where profiles and the place are about to be written. */
export interface ImportProcessOptions {
  file: string;
  folder: string;
  now: string;
  checkpointRows: number;
  /** The first checkpoint from this row on is never reached; absent = it runs to the end. */
  killAtRow?: number;
}

const {
  file,
  folder,
  now,
  checkpointRows,
  killAtRow = Number.POSITIVE_INFINITY,
} = JSON.parse(process.argv[2] ?? '{}') as ImportProcessOptions;
const store = await createStore<StoredTurn, unknown, Profile, StoredEvent>({ folder: `${folder}/store` });
const intake = createEventIntake({ store, product: () => ({ category: 'lamp', price: 10 }) });
const report = await importEvents({
  file,
  intake: {
    ...intake,
    async flush(reached) {
      if ((reached?.row ?? 0) >= killAtRow) process.kill(process.pid, 'SIGKILL');
      await intake.flush(reached);
    },
  },
  stateFolder: `${folder}/imports`,
  now: new Date(now),
  checkpointRows,
});
await store.close();
process.send?.({ report });
process.disconnect?.();
