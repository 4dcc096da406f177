import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Config } from '../config/config.ts';
import type { TurnStore } from '../conversation/inbox.ts';
import { stockAlertData } from '../conversation/outreach/stock-alerts.ts';
import { conversationData } from '../conversation/personal-data.ts';
import { createCustomers } from '../customers/customers.ts';
import { createKeyedLock } from '../customers/keyed-lock.ts';
import { createAudit } from '../customers/privacy/audit.ts';
import { createExportLinks } from '../customers/privacy/export-link.ts';
import { customerData } from '../customers/privacy/personal-data.ts';
import { createPrivacy, withPrivacy } from '../customers/privacy/privacy.ts';
import { insightData } from '../insights/personal-data.ts';
import { segmentData } from '../segments/personal-data.ts';
import { keptSecret } from '../server/secret.ts';
import { marksOf } from '../store/records.ts';
import { createStore } from '../store/store.ts';

export interface RecordsOptions {
  config: Config;
  logger: Logger;
  storeFolder?: string;
  simulated?: boolean;
  now(): Date;
}

export type Records = Awaited<ReturnType<typeof openRecords>>;

/** The store, the customers in it, and what guards what is kept of them. Throws AppError: a locked or unreachable store. */
export async function openRecords({ config, logger, storeFolder, simulated, now }: RecordsOptions) {
  const store: TurnStore = await createStore({
    mongodbUri: config.mongodbUri,
    folder: storeFolder ?? join(config.dataDir, 'store'),
    logger,
    now,
    simulated,
  });
  const { connection } = store;
  const locked = createKeyedLock();
  const secret = config.sessionSecret ?? keptSecret(config.dataDir);
  const audit = createAudit(connection, secret, now, marksOf({ simulated }));
  const places = [
    segmentData(connection),
    stockAlertData(connection),
    insightData(connection),
    ...conversationData(connection),
    ...customerData(connection),
  ];
  const privacy = createPrivacy({ connection, places, audit, locked, now });
  const customers = withPrivacy(createCustomers(store, now, locked), privacy);
  return { store, customers, privacy, audit, exportLinks: createExportLinks({ secret, now }), places, locked, secret };
}
