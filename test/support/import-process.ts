import { importEvents } from '../../src/customers/events/import-file.ts';
import { createEventIntake } from '../../src/customers/events/intake.ts';
import type { Profile } from '../../src/customers/profile.ts';
import type { StoredEvent } from '../../src/store/events.ts';
import { createStore } from '../../src/store/store.ts';
import type { StoredTurn } from '../../src/store/turns.ts';

/** What a test tells this process, as JSON in its first argument; it says each time profiles and the place are written. */
export interface ImportProcessOptions {
  file: string;
  folder: string;
  now: string;
  checkpointRows: number;
}

const { file, folder, now, checkpointRows } = JSON.parse(process.argv[2] ?? '{}') as ImportProcessOptions;
const store = await createStore<StoredTurn, unknown, Profile, StoredEvent>({ folder: `${folder}/store` });
const intake = createEventIntake({ store, product: () => ({ category: 'lamp', price: 10 }) });
const report = await importEvents({
  file,
  intake: {
    ...intake,
    async flush(reached) {
      process.send?.({ row: reached?.row });
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
