import type { Connection } from 'mongoose';
import { defineModel, rawCollection, toRecord, toStored } from '../store/records.ts';
import type { ClusterModel } from './clustering/discover.ts';
import type { MapPoint, Segment } from './segment.ts';

/** A run of discovery: what it found, or why it failed. */
export interface SegmentRun {
  id: string;
  at: Date;
  status: 'ok' | 'failed' | 'too_few';
  customers: number;
  /** Criterion of the number of clusters. */
  silhouettes?: { clusters: number; silhouette: number }[];
  model?: ClusterModel;
  clusterSegments?: string[];
  map?: MapPoint[];
  failure?: string;
}

/** Segments, runs, and the membership that stands on each customer as `segmentation`. */
export function createSegmentRecords(connection: Connection) {
  const segments = rawCollection(defineModel(connection, 'segments', {}, []));
  const runModel = defineModel(connection, 'segment_runs', { at: Date }, [[{ status: 1, at: -1 }], [{ at: -1 }]]);
  const runs = rawCollection(runModel);
  const customers = connection.collection<{ _id: string }>('customers');
  return {
    customers,
    async createIndexes() {
      await runModel.createIndexes();
      await customers.createIndex({ 'segmentation.rules': 1 });
      await customers.createIndex({ 'segmentation.discovered': 1 });
    },
    list: async () => (await segments.find().toArray()).map((one) => toRecord<Segment>(one)),
    async get(id: string) {
      const found = await segments.findOne({ _id: id });
      return found ? toRecord<Segment>(found) : undefined;
    },
    async put(segment: Segment) {
      await segments.replaceOne({ _id: segment.id }, toStored(segment), { upsert: true });
    },
    async change(id: string, changes: Partial<Segment>, unset: (keyof Segment)[] = []) {
      await segments.updateOne(
        { _id: id },
        { $set: changes, ...(unset.length > 0 && { $unset: Object.fromEntries(unset.map((name) => [name, ''])) }) },
      );
    },
    /** Some members came, or went (below 0); `at` = the segment was asked about then. One that failed stays so until all are asked. */
    async shift(id: string, by: number, at?: Date) {
      if (by !== 0) await segments.updateOne({ _id: id }, { $inc: { size: by } });
      if (at) await segments.updateOne({ _id: id, status: 'ok' } as object, { $set: { 'computed.at': at } });
    },
    remove: async (id: string) => (await segments.deleteOne({ _id: id })).deletedCount > 0,
    async addRun(run: SegmentRun) {
      await runs.insertOne(toStored(run));
    },
    async lastRun(status?: SegmentRun['status']) {
      const [found] = await runs
        .find(status ? { status } : {})
        .sort({ at: -1 })
        .limit(1)
        .toArray();
      return found ? toRecord<SegmentRun>(found) : undefined;
    },
  };
}

export type SegmentRecords = ReturnType<typeof createSegmentRecords>;
