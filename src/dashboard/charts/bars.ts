import { AXIS, BAD, COLORS, draw, GOOD, QUIET, roomFor, STILL } from './draw.ts';

export interface Opinion {
  name: string;
  positive: number;
  negative: number;
}

const ROW = 30;

/** Who spoke well to the right, who spoke badly to the left. */
export function drawOpinions(
  opinions: readonly Opinion[],
  names: { positive: string; negative: string },
): Promise<string> {
  const rows = opinions.toReversed();
  const height = 60 + rows.length * ROW;
  const most = roundUp(Math.max(2, ...opinions.map(({ positive, negative }) => Math.max(positive, negative))));
  const series = (name: string, color: string, values: number[]) => ({
    type: 'bar',
    name,
    stack: 'all',
    barWidth: 16,
    data: values,
    itemStyle: { color },
    ...STILL,
  });
  return draw(
    () => ({
      legend: {
        top: 0,
        left: 0,
        icon: 'rect',
        itemHeight: 10,
        itemWidth: 14,
        itemGap: 36,
        textStyle: { color: QUIET, fontSize: 12, fontFamily: 'inherit' },
      },
      grid: { left: roomFor(rows.map(({ name }) => name)), right: 16, top: 32, bottom: 26 },
      xAxis: {
        type: 'value',
        min: -most,
        max: most,
        interval: most / 2,
        ...AXIS,
        axisLabel: { ...AXIS.axisLabel, formatter: (value: number) => String(Math.abs(value)) },
      },
      yAxis: { type: 'category', data: rows.map(({ name }) => name), ...AXIS },
      series: [
        series(
          names.negative,
          BAD,
          rows.map(({ negative }) => -negative),
        ),
        series(
          names.positive,
          GOOD,
          rows.map(({ positive }) => positive),
        ),
      ],
    }),
    { desk: { width: 760, height }, phone: { width: 340, height } },
  );
}

/** The next 2, 4, 6, 8 or 10 of its power of ten. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return Math.ceil(value / power / 2) * 2 * power;
}

/** Steps, each a part of the one before. */
export function drawFunnel(steps: readonly { name: string; value: number; label: string }[]): Promise<string> {
  const rows = steps.toReversed();
  const size = (width: number) => ({ width, height: 24 + steps.length * 40 });
  return draw(
    () => ({
      grid: { left: roomFor(steps.map(({ name }) => name)), right: 100, top: 4, bottom: 4 },
      xAxis: { type: 'value', show: false },
      yAxis: { type: 'category', data: rows.map(({ name }) => name), ...AXIS, axisLine: { show: false } },
      series: [
        {
          type: 'bar',
          barWidth: 24,
          data: rows.map(({ value, label }) => ({ value, label: { formatter: label } })),
          label: { show: true, position: 'right', color: 'var(--text)', fontSize: 13, fontFamily: 'inherit' },
          itemStyle: { color: COLORS[0], borderRadius: 3 },
          ...STILL,
        },
      ],
    }),
    { desk: size(430), phone: size(340) },
  );
}
