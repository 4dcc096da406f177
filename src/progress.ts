import { Presets, SingleBar } from 'cli-progress';

/** Shows how far a long job is: a bar on a terminal, a line now and then elsewhere. */
export interface Progress {
  update(stage: string, done: number, total: number): void;
  stop(): void;
}

export interface ProgressOptions {
  stream: NodeJS.WriteStream;
  /** Milliseconds. Default performance.now. */
  now?: () => number;
}

/** Plain lines come at the start of a stage, this often, and at the end of one that took a while. */
const LINE_EVERY_MS = 5000;
const WORTH_A_LINE_MS = 1000;

export function createProgress({ stream, now = () => performance.now() }: ProgressOptions): Progress {
  return stream.isTTY ? createBars(stream, now) : createLines(stream, now);
}

function createBars(stream: NodeJS.WriteStream, now: () => number): Progress {
  const format = '{stage} [{bar}] {percentage}% | {value}/{total} | {pace}';
  let open: { stage: string; bar: SingleBar; since: number } | undefined;
  const finish = () => {
    if (open === undefined) return;
    open.bar.update(open.bar.getTotal(), { pace: `${((now() - open.since) / 1000).toFixed(1)} s` });
    open.bar.stop();
  };
  return {
    update(stage, done, total) {
      if (open?.stage !== stage) {
        finish();
        open = {
          stage,
          bar: new SingleBar({ stream, format, hideCursor: true }, Presets.shades_classic),
          since: now(),
        };
        open.bar.start(Math.max(total, 1), 0, { stage: stage.padEnd(11), pace: '' });
      }
      open.bar.setTotal(Math.max(total, 1));
      open.bar.update(done, { pace: paceOf(done, total, now() - open.since) });
    },
    stop: () => open?.bar.stop(),
  };
}

function createLines(stream: NodeJS.WriteStream, now: () => number): Progress {
  let stage = '';
  let since = 0;
  let said = 0;
  return {
    update(next, done, total) {
      const time = now();
      if (next !== stage) {
        stage = next;
        since = time;
        said = time;
        if (done > 0) return;
      } else if (done < total && time - said < LINE_EVERY_MS) return;
      else if (done >= total && time - since < WORTH_A_LINE_MS) return;
      said = time;
      const pace = paceOf(done, total, said - since);
      stream.write(`${stage}: ${done} of ${total}${pace === '' ? '' : ` (${pace})`}\n`);
    },
    stop() {},
  };
}

/** "1200/s, 14 s left"; '' while there is nothing to tell it from. */
function paceOf(done: number, total: number, elapsedMs: number): string {
  const rate = elapsedMs < 1 ? 0 : Math.round((done / elapsedMs) * 1000);
  if (rate === 0) return '';
  return done < total ? `${rate}/s, ${Math.ceil((total - done) / rate)} s left` : `${rate}/s`;
}
