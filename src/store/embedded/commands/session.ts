import { MAX_DOCUMENT_BYTES } from '../collection.ts';
import { MAX_MESSAGE_BYTES } from '../wire.ts';
import type { Command } from './command.ts';

/** MongoDB 7.0's wire version: what drivers of today speak. */
const WIRE_VERSION = 21;
const SERVER_VERSION = '7.0.0';

/** A standalone server without sessions, so that drivers neither retry writes nor offer transactions. */
const hello: Command = {
  options: ['helloOk', 'client', 'compression', 'loadBalanced', 'topologyVersion', 'maxAwaitTimeMS', 'backpressure'],
  run: (_command, { now }) => ({
    helloOk: true,
    ismaster: true,
    isWritablePrimary: true,
    maxBsonObjectSize: MAX_DOCUMENT_BYTES,
    maxMessageSizeBytes: MAX_MESSAGE_BYTES,
    maxWriteBatchSize: 10_000,
    localTime: now(),
    minWireVersion: 0,
    maxWireVersion: WIRE_VERSION,
    readOnly: false,
  }),
};

const nothing = (...options: string[]): Command => ({ options, run: () => ({}) });

const buildInfo: Command = {
  options: [],
  run: () => ({ version: SERVER_VERSION, versionArray: [7, 0, 0, 0], maxBsonObjectSize: MAX_DOCUMENT_BYTES }),
};

export const SESSION: Readonly<Record<string, Command>> = {
  hello,
  ismaster: hello,
  isMaster: hello,
  ping: nothing(),
  buildInfo,
  buildinfo: buildInfo,
  endSessions: nothing(),
};
