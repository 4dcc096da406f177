/** Softmax of `scores * sharpness`. */
export function softmax(scores: ArrayLike<number>, sharpness = 1): Float64Array {
  let highest = -Infinity;
  for (let k = 0; k < scores.length; k++) if (scores[k] > highest) highest = scores[k];
  const result = new Float64Array(scores.length);
  let sum = 0;
  for (let k = 0; k < scores.length; k++) {
    result[k] = Math.exp((scores[k] - highest) * sharpness);
    sum += result[k];
  }
  for (let k = 0; k < scores.length; k++) result[k] /= sum;
  return result;
}

/** The logistic function. */
export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/**
 * The sharpness under which softmax makes held-out `labels` likeliest (temperature scaling, Guo et al., ICML 2017), found by golden
 * section on its logarithm.
 */
export function fitSharpness(scores: ArrayLike<number>[], labels: ArrayLike<number>): number {
  const loss = (logSharpness: number) => {
    let sum = 0;
    for (let i = 0; i < scores.length; i++) {
      sum -= Math.log(softmax(scores[i], Math.exp(logSharpness))[labels[i]] + 1e-12);
    }
    return sum;
  };
  return Math.exp(minimize(loss, -3, 4));
}

/** `a` and `b` of sigmoid(a * score + b) that make held-out labels likeliest (Platt scaling, by Newton's method). */
export function fitPlatt(scores: ArrayLike<number>, positive: ArrayLike<boolean>): { a: number; b: number } {
  let a = 1;
  let b = 0;
  for (let round = 0; round < 50; round++) {
    let [ga, gb, haa, hab, hbb] = [1e-6 * a, 0, 1e-6, 0, 1e-6];
    for (let i = 0; i < scores.length; i++) {
      const p = sigmoid(a * scores[i] + b);
      const error = p - (positive[i] ? 1 : 0);
      const weight = p * (1 - p);
      ga += error * scores[i];
      gb += error;
      haa += weight * scores[i] * scores[i];
      hab += weight * scores[i];
      hbb += weight;
    }
    const determinant = haa * hbb - hab * hab;
    const stepA = (hbb * ga - hab * gb) / determinant;
    const stepB = (haa * gb - hab * ga) / determinant;
    if (!Number.isFinite(stepA) || !Number.isFinite(stepB)) break;
    a -= stepA;
    b -= stepB;
    if (Math.abs(stepA) + Math.abs(stepB) < 1e-7) break;
  }
  return { a, b };
}

/** Expected calibration error: mean gap between confidence and accuracy over `bins` equal ranges, weighted by their size. */
export function calibrationError(confidences: ArrayLike<number>, correct: ArrayLike<boolean>, bins = 10): number {
  const sums = Array.from({ length: bins }, () => ({ confidence: 0, correct: 0 }));
  for (let i = 0; i < confidences.length; i++) {
    const bin = sums[Math.min(bins - 1, Math.floor(confidences[i] * bins))];
    bin.confidence += confidences[i];
    bin.correct += correct[i] ? 1 : 0;
  }
  return sums.reduce((sum, bin) => sum + Math.abs(bin.confidence - bin.correct), 0) / Math.max(1, confidences.length);
}

function minimize(f: (x: number) => number, low: number, high: number): number {
  const ratio = (Math.sqrt(5) - 1) / 2;
  let [a, b] = [low, high];
  let [left, right] = [b - ratio * (b - a), a + ratio * (b - a)];
  let [atLeft, atRight] = [f(left), f(right)];
  while (b - a > 1e-3) {
    if (atLeft < atRight) {
      [b, right, atRight] = [right, left, atLeft];
      left = b - ratio * (b - a);
      atLeft = f(left);
    } else {
      [a, left, atLeft] = [left, right, atRight];
      right = a + ratio * (b - a);
      atRight = f(right);
    }
  }
  return (a + b) / 2;
}
