import type { CustomerRepository, Identity, StoredCustomer } from '../../store/customers.ts';
import type { EventRepository, StoredEvent } from '../../store/events.ts';
import { createKeyedLock, type KeyedLock } from '../keyed-lock.ts';
import { addEvent, emptyProfile, type ImportMark, type ProductFacts, type Profile } from '../profile.ts';
import { type IncomingEvent, SHOP_CHANNEL } from './event.ts';

export interface IntakeOptions {
  store: {
    events: EventRepository<StoredEvent>;
    customers: CustomerRepository<Profile>;
  };
  /** What the pack knows of a product. */
  product(id: string): ProductFacts | undefined;
  /** Customers by identity as an intake before this one knew them. */
  known?: Map<string, string>;
  /** The lock that whoever else writes profiles holds. */
  locked?: KeyedLock;
  /** Waited for after each write of an import: where the store may be closed and opened again. */
  betweenWrites?(): Promise<void>;
  /** Told which events were new. */
  onStored?(events: readonly StoredEvent[]): void;
}

export interface IntakeResult {
  inserted: number;
  duplicates: number;
  /** Events whose product the pack does not hold; they are kept. */
  unknownProducts: number;
}

/** Takes events in: whose they are, once each, and what they tell of their customers. */
export interface EventIntake {
  /**
   * Stores what is new. Events of an import only wait to be learnt from until `flush`, so that it writes each customer seldom.
   */
  take(events: readonly IncomingEvent[], from?: ImportPart): Promise<IntakeResult>;
  /** Writes the profiles that wait, and on each how far the import has come. */
  flush(reached?: ImportMark): Promise<void>;
}

export interface ImportPart {
  import: string;
  /** Rows that an import cut off may have stored without learning from them, if it had come no farther than this row. */
  catchUpFrom?: number;
}

/** Customers remembered by identity; about 20 MB. */
const KNOWN_CUSTOMERS = 100_000;
const PROFILES_AT_ONCE = 500;

export function createEventIntake(options: IntakeOptions): EventIntake {
  const { store, product, known = new Map<string, string>(), locked = createKeyedLock() } = options;
  const { betweenWrites, onStored } = options;
  let waiting = new Map<string, StoredEvent[]>();

  /** The customers of identities, by their keys. */
  async function customersOf(identities: ReadonlyMap<string, Identity>): Promise<Map<string, string>> {
    const unknown = [...identities].filter(([key]) => !known.has(key));
    const ids = await store.customers.openMany(
      unknown.map(([, identity]) => identity),
      emptyProfile(),
    );
    const found = new Map([...identities.keys()].map((key) => [key, known.get(key) ?? '']));
    if (known.size >= KNOWN_CUSTOMERS) known.clear();
    unknown.forEach(([key], place) => {
      known.set(key, ids[place]);
      found.set(key, ids[place]);
    });
    return found;
  }

  /** Erased or merged since it was looked up: the events go to whoever the identity is now. */
  async function moveOn(goneId: string, events: readonly StoredEvent[]): Promise<void> {
    for (const [key, id] of known) if (id === goneId) known.delete(key);
    const [channel, ...rest] = String(events[0].data?.by).split('|');
    const { id } = await store.customers.open({ channel, userId: rest.join('|') }, emptyProfile());
    await store.events.reassign(goneId, id);
    await learn([[id, events]]);
  }

  /** Adds events to the profiles of their customers, all written together. */
  async function learn(
    batch: readonly [customerId: string, events: readonly StoredEvent[]][],
    reached?: ImportMark,
  ): Promise<void> {
    const ids = batch.map(([id]) => id);
    const profiles = new Map<string, Profile>();
    await lockAll(ids, async () => {
      const customers = new Map((await store.customers.getMany(ids)).map((customer) => [customer.id, customer]));
      for (const [id, events] of batch) {
        const customer = customers.get(id);
        if (customer) profiles.set(id, { ...profileAfter(customer, events), ...(reached && { imported: reached }) });
      }
      await store.customers.saveProfiles(profiles);
    });
    for (const [id, events] of batch) if (!profiles.has(id)) await moveOn(id, events);
  }

  /** In one order everywhere, so that two batches cannot wait for each other. */
  function lockAll(ids: readonly string[], task: () => Promise<void>): Promise<void> {
    return ids.toSorted().reduceRight((inner, id) => () => locked(id, inner), task)();
  }

  function profileAfter(customer: StoredCustomer<Profile>, events: readonly StoredEvent[]): Profile {
    const personal = isPersonal(customer);
    return events.reduce(
      (sum, event) => addEvent(sum, event, event.productId ? product(event.productId) : undefined, personal),
      customer.profile,
    );
  }

  async function flush(reached?: ImportMark): Promise<void> {
    // In the order in which they lie in the store: those written together then share its pages.
    const all = [...waiting].toSorted(([a], [b]) => (a < b ? -1 : 1));
    waiting = new Map();
    for (let from = 0; from < all.length; from += PROFILES_AT_ONCE) {
      await learn(all.slice(from, from + PROFILES_AT_ONCE), reached);
      if (reached) await betweenWrites?.();
    }
  }

  /** Of known events those that the same import stored before it was cut off, and that their customers' profiles lack. */
  async function unlearnt(known: readonly StoredEvent[], name: string, row: number): Promise<StoredEvent[]> {
    const found: StoredEvent[] = [];
    for (let from = 0; from < known.length; from += PROFILES_AT_ONCE) {
      const events = known.slice(from, from + PROFILES_AT_ONCE);
      const own = await store.events.aggregate<{ _id: string }>([
        { $match: { _id: { $in: events.map(({ id }) => id) }, 'data.import': { $eq: name } } },
        { $project: { _id: 1 } },
      ]);
      const ids = new Set(own.map(({ _id }) => _id));
      const customers = await store.customers.getMany([...new Set(events.map(({ customerId }) => customerId))]);
      const learnt = new Set(
        customers
          .filter(({ profile: { imported: mark } }) => mark?.name === name && mark.row > row)
          .map(({ id }) => id),
      );
      found.push(...events.filter(({ id, customerId }) => ids.has(id) && !learnt.has(customerId)));
    }
    return found;
  }

  return {
    async take(incoming, from) {
      const identities = new Map(incoming.map(({ customer }) => [keyOf(customer), identityOf(customer)]));
      const customers = await customersOf(identities);
      const once = new Map(incoming.map((event) => [event.id, event]));
      const events = [...once.values()].map((event) =>
        toStoredEvent(event, customers.get(keyOf(event.customer))!, from?.import),
      );
      const fresh = await store.events.insertNew(events);
      const isNew = new Set(fresh);
      const missed =
        from?.catchUpFrom === undefined
          ? []
          : await unlearnt(
              events.filter((event) => !isNew.has(event)),
              from.import,
              from.catchUpFrom,
            );
      for (const event of [...fresh, ...missed]) {
        const others = waiting.get(event.customerId);
        if (others) others.push(event);
        else waiting.set(event.customerId, [event]);
      }
      const inserted = fresh.length;
      const unknownProducts = fresh.filter(({ productId }) => productId && product(productId) === undefined).length;
      await (from ? betweenWrites?.() : flush());
      if (inserted > 0) onStored?.(fresh);
      return { inserted, duplicates: incoming.length - inserted, unknownProducts };
    },
    flush,
  };
}

function toStoredEvent(event: IncomingEvent, customerId: string, from: string | undefined): StoredEvent {
  const { customer, quantity, text, data, id, type, at, productId, value } = event;
  const details = { ...data, ...(quantity !== undefined && { quantity }), ...(text !== undefined && { text }) };
  return {
    id,
    customerId,
    type,
    at,
    ...(productId !== undefined && { productId }),
    ...(value !== undefined && { value }),
    data: { ...details, by: keyOf(customer), ...(from !== undefined && { import: from }) },
  };
}

const identityOf = (customer: IncomingEvent['customer']): Identity =>
  typeof customer === 'string' ? { channel: SHOP_CHANNEL, userId: customer } : customer;

/** Which identity an event came from: splitting two people apart needs it. */
function keyOf(customer: IncomingEvent['customer']): string {
  const { channel, userId } = identityOf(customer);
  return `${channel}|${userId}`;
}

function isPersonal({ consent }: StoredCustomer<Profile>): boolean {
  return consent.personalisation?.granted === true;
}
