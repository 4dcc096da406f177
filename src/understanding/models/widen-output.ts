import { softmax } from './calibration.ts';
import { type OutputLayer, scoreOutput } from './network.ts';
import { createRandom, shuffle } from './random.ts';

const RATE = 0.05;

/**
 * An output layer with further classes, learnt on hidden values while the first classes stay as they are.
 * @param labels may be of the first classes and of the further ones
 */
export function widenOutput(
  layer: OutputLayer,
  classes: number,
  units: Float32Array[],
  labels: Int32Array,
  { epochs = 15, seed = 1, weights }: { epochs?: number; seed?: number; weights?: Float32Array } = {},
): OutputLayer {
  const { hidden } = layer;
  const before = layer.bias.length;
  const wide = { hidden, weights: new Float32Array(classes * hidden), bias: new Float32Array(classes) };
  wide.weights.set(layer.weights);
  wide.bias.set(layer.bias);
  const seen = new Float32Array(classes * (hidden + 1)).fill(1e-6);
  const order = Int32Array.from(units, (_, index) => index);
  const random = createRandom(seed);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const index of order) {
      const values = units[index];
      const likely = softmax(scoreOutput(values, wide));
      for (let k = before; k < classes; k++) {
        const error = (likely[k] - (labels[index] === k ? 1 : 0)) * (weights?.[index] ?? 1);
        if (Math.abs(error) < 1e-4) continue;
        const row = k * hidden;
        for (let h = 0; h < hidden; h++) {
          const gradient = error * values[h];
          if (gradient === 0) continue;
          seen[row + h] += gradient * gradient;
          wide.weights[row + h] -= (RATE * gradient) / Math.sqrt(seen[row + h]);
        }
        seen[classes * hidden + k] += error * error;
        wide.bias[k] -= (RATE * error) / Math.sqrt(seen[classes * hidden + k]);
      }
    }
  }
  return wide;
}
