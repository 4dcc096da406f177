/** The `k` ids of highest score among `ids`, best first; equal scores keep the lower id first. */
export function topK(ids: ArrayLike<number>, scores: ArrayLike<number>, k: number): number[] {
  const worse = (a: number, b: number) => scores[a] < scores[b] || (scores[a] === scores[b] && a > b);
  const bestFirst = (a: number, b: number) => (worse(a, b) ? 1 : -1);
  if (ids.length <= k) return Array.from(ids).sort(bestFirst);
  const heap: number[] = [];
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i];
    if (heap.length < k) {
      heap.push(id);
      siftUp(heap, worse);
    } else if (k > 0 && worse(heap[0], id)) {
      heap[0] = id;
      siftDown(heap, worse);
    }
  }
  return heap.sort(bestFirst);
}

type Worse = (a: number, b: number) => boolean;

function siftUp(heap: number[], worse: Worse): void {
  let at = heap.length - 1;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (!worse(heap[at], heap[parent])) return;
    [heap[at], heap[parent]] = [heap[parent], heap[at]];
    at = parent;
  }
}

function siftDown(heap: number[], worse: Worse): void {
  let at = 0;
  for (;;) {
    let least = at;
    for (const child of [2 * at + 1, 2 * at + 2]) {
      if (child < heap.length && worse(heap[child], heap[least])) least = child;
    }
    if (least === at) return;
    [heap[at], heap[least]] = [heap[least], heap[at]];
    at = least;
  }
}
