import { randomUUID } from 'node:crypto';
import { type Profile, preferredChannel, preferredHour } from '../customers/profile.ts';
import { type ClusterModel, type Discovery, discover, LEAST_CUSTOMERS } from './clustering/discover.ts';
import { matchSegments } from './clustering/matching.ts';
import { type Matrix, rowOf, squaredDistance, toMatrix } from './clustering/matrix.ts';
import { sampleRows } from './clustering/silhouette.ts';
import { describe, type Naming, suggestStrategy, traitsOf } from './describe.ts';
import { createFeatureCount, featuresOf } from './features.ts';
import type { MapPoint, Segment } from './segment.ts';

/** A customer as discovery reads them. */
export interface Clustered {
  id: string;
  profile: Profile;
  /** The discovered segment they were in. */
  before?: string;
}

/** One run: its segments, how a customer is placed among them, and a map. */
export interface DiscoveryRun {
  segments: Segment[];
  model: ClusterModel;
  /** Segment of each cluster of the model. */
  clusterSegments: string[];
  /** Segment of each customer, in their order. */
  assigned: string[];
  /** Customers nearest to each segment's centre. */
  typical: Map<string, string[]>;
  map: MapPoint[];
  silhouettes: Discovery['silhouettes'];
}

const TYPICAL = 5;
const MAP_POINTS = 1_500;

/** Clusters customers and continues the former segments where the members are largely the same. Pure but for new ids. */
export function runDiscovery(
  customers: readonly Clustered[],
  former: { segment: Segment; members: ReadonlySet<string> }[],
  { now, naming, seed = 1 }: { now: Date; naming: Naming; seed?: number },
): DiscoveryRun | undefined {
  if (customers.length < LEAST_CUSTOMERS) return undefined;
  const count = createFeatureCount();
  for (const { profile } of customers) count.add(profile);
  const featureSet = count.features(now);
  const raw = toMatrix(customers.map(({ profile }) => featuresOf(profile, featureSet)));
  const { model, labels, points, silhouettes } = discover(raw, featureSet, {
    seed,
    ...(former.length > 0 && { former: former.length }),
  });
  const rows = model.centroids.map((): number[] => []);
  labels.forEach((cluster, row) => {
    rows[cluster]!.push(row);
  });
  const matches = matchSegments(
    rows.map((own) => new Set(own.map((row) => customers[row]!.id))),
    former.map(({ segment, members }) => ({ id: segment.id, members })),
  );
  const taken = new Set<string>();
  const typical = new Map<string, string[]>();
  const segments = rows.map((own, cluster): Segment => {
    const before = former.find(({ segment }) => segment.id === matches[cluster])?.segment;
    const traits = traitsOf(model.features, meansOf(raw, own, model), model.scaler.means, model.scaler.deviations);
    const words = before?.edited.name ? before : describe(traits, naming, taken);
    taken.add(words.name.en);
    const id = before?.id ?? randomUUID();
    typical.set(
      id,
      nearestRows(points, own, model.centroids[cluster]!).map((row) => customers[row]!.id),
    );
    return {
      id,
      kind: 'discovered',
      name: words.name,
      description: describe(traits, naming, new Set()).description,
      size: own.length,
      status: 'ok',
      computed: { at: now, customers: customers.length },
      traits,
      typical: [],
      strategy: before?.edited.strategy
        ? before.strategy
        : suggestStrategy(traits, habitsOf(own.map((row) => customers[row]!.profile))),
      ...(before?.history && { history: before.history }),
      edited: before?.edited ?? {},
      createdAt: before?.createdAt ?? now,
    };
  });
  const clusterSegments = segments.map(({ id }) => id);
  return {
    segments,
    model,
    clusterSegments,
    assigned: Array.from(labels, (cluster) => clusterSegments[cluster]!),
    typical,
    map: Array.from(sampleRows(points.rows, MAP_POINTS, seed), (row) => {
      const [x = 0, y = 0] = rowOf(points, row);
      return { x, y, segmentId: clusterSegments[labels[row]!]! };
    }),
    silhouettes,
  };
}

/** Column means of some rows; an unknown figure counts as the mean of all. */
function meansOf(raw: Matrix, rows: readonly number[], { scaler }: ClusterModel): number[] {
  return scaler.means.map((overall, column) => {
    let sum = 0;
    for (const row of rows) {
      const value = raw.data[row * raw.columns + column]!;
      sum += Number.isNaN(value) ? overall : value;
    }
    return rows.length > 0 ? sum / rows.length : overall;
  });
}

function nearestRows(points: Matrix, rows: readonly number[], centroid: readonly number[]): number[] {
  const far = new Map(rows.map((row) => [row, squaredDistance(rowOf(points, row), centroid)]));
  return rows.toSorted((a, b) => far.get(a)! - far.get(b)!).slice(0, TYPICAL);
}

function habitsOf(profiles: readonly Profile[]): { channel?: string; hour?: number } {
  const channel = mostCommon(profiles.map(preferredChannel));
  const hour = mostCommon(profiles.map(preferredHour));
  return { ...(channel !== undefined && { channel }), ...(hour !== undefined && { hour }) };
}

function mostCommon<T>(values: readonly (T | undefined)[]): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
