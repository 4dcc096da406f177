import type { FeatureSet } from '../features.ts';
import { kMeans, labelsOf, lloyd, nearest } from './k-means.ts';
import { createMatrix, type Matrix, rowOf } from './matrix.ts';
import { componentsHolding, principalComponents, project, projectAll } from './principal-components.ts';
import { fitScaler, type Scaler, scaleAll, scaleRow } from './scaler.ts';
import { sampleRows, silhouette } from './silhouette.ts';

/** What places a customer in a cluster: kept, so that one customer is placed in microseconds. */
export interface ClusterModel extends FeatureSet {
  scaler: Scaler;
  directions: number[][];
  centroids: number[][];
}

export interface Discovery {
  model: ClusterModel;
  labels: Int32Array;
  /** Rows in the reduced space, beside which the centroids lie; the first two columns are the map. */
  points: Matrix;
  /** Mean silhouette of each number of clusters tried, and why the number was chosen. */
  silhouettes: { clusters: number; silhouette: number }[];
}

export interface DiscoverOptions {
  seed?: number;
  /** Numbers of clusters tried. */
  least?: number;
  most?: number;
  /** The number of the run before: kept unless another one is clearly better, so that segments do not come and go. */
  former?: number;
}

/** A mean silhouette lower by no more than this is about as good. */
const AS_GOOD = 0.02;

/** The number of clusters is judged on so many rows, and the clusters are found on so many. */
const JUDGED = 1_500;
const LEARNT = 6_000;
/** Fewer customers make no clusters worth a name. */
export const LEAST_CUSTOMERS = 30;
const VARIANCE = 0.9;
const COMPONENTS = 16;

/** Scales, reduces by principal components, and clusters with the most clusters whose mean silhouette is about the highest. */
export function discover(raw: Matrix, featureSet: FeatureSet, options: DiscoverOptions = {}): Discovery {
  const { seed = 1, least = 2, most = 12, former } = options;
  const scaler = fitScaler(raw, featureSet.features);
  const scaled = scaleAll(raw, scaler);
  const components = principalComponents(scaled);
  const directions = components.directions.slice(0, componentsHolding(components, VARIANCE, COMPONENTS));
  const points = projectAll(scaled, directions);
  const learnt = rowsOf(points, sampleRows(points.rows, LEARNT, seed));
  const judged = rowsOf(points, sampleRows(points.rows, JUDGED, seed + 1));
  const tried: { clusters: number; centroids: Matrix; silhouette: number }[] = [];
  for (let clusters = least; clusters <= Math.min(most, Math.floor(raw.rows / 5)); clusters++) {
    const { centroids } = kMeans(learnt, { clusters, seed: seed + clusters, starts: 12 });
    tried.push({ clusters, centroids, silhouette: silhouette(judged, labelsOf(judged, centroids), clusters) });
  }
  const start = chooseNumber(tried, former)?.centroids ?? createMatrix(1, points.columns);
  const { centroids, labels } = lloyd(points, start, 20);
  const model: ClusterModel = {
    ...featureSet,
    scaler,
    directions,
    centroids: Array.from({ length: centroids.rows }, (_, row) => [...rowOf(centroids, row)]),
  };
  return {
    model,
    labels,
    points,
    silhouettes: tried.map(({ clusters, silhouette }) => ({ clusters, silhouette })),
  };
}

/** The most clusters among those about as good as the best; the former number while it is about as good. */
function chooseNumber<T extends { clusters: number; silhouette: number }>(tried: T[], former?: number): T | undefined {
  const best = Math.max(...tried.map((one) => one.silhouette));
  const good = (one: T) => one.silhouette >= best - (one.clusters === former ? 2 : 1) * AS_GOOD;
  return tried.find((one) => one.clusters === former && good(one)) ?? tried.filter(good).at(-1);
}

/** The cluster of one customer's raw features, and how far they are from its centre (root of the squared distance). */
export function placeIn(model: ClusterModel, raw: ArrayLike<number>): { cluster: number; distance: number } {
  const centroids = { rows: model.centroids.length, columns: model.directions.length, data: flat(model.centroids) };
  const { cluster, distance } = nearest(project(scaleRow(raw, model.scaler), model.directions), centroids);
  return { cluster, distance: Math.sqrt(distance) };
}

function rowsOf(matrix: Matrix, rows: Int32Array): Matrix {
  const chosen = createMatrix(rows.length, matrix.columns);
  rows.forEach((row, at) => {
    chosen.data.set(rowOf(matrix, row), at * matrix.columns);
  });
  return chosen;
}

const flat = (rows: number[][]): Float32Array => Float32Array.from(rows.flat());
