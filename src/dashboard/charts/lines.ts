import { AXIS, COLORS, draw, QUIET, roomFor, type Size, STILL } from './draw.ts';

export interface Line {
  name: string;
  /** Undefined = nothing to show there: the line has a gap. */
  values: readonly (number | undefined)[];
  /** Columns behind the lines, which stay readable where a line runs along their tops. */
  columns?: true;
}

export interface LinesOptions {
  labels: readonly string[];
  lines: readonly Line[];
  format(value: number): string;
  least?: number;
  most?: number;
  desk?: Size;
}

/** Lines over time, told apart by colour and by dashes or columns. */
export function drawLines({ labels, lines, format, least, most, desk }: LinesOptions): Promise<string> {
  const several = lines.length > 1;
  const hasColumns = lines.some(({ columns }) => columns);
  const highest = most ?? Math.max(0, ...lines.flatMap(({ values }) => values.map((value) => value ?? 0)));
  return draw(
    ({ width }) => ({
      legend: {
        show: several,
        top: 0,
        left: 0,
        icon: 'rect',
        itemHeight: 4,
        itemWidth: 18,
        itemGap: 36,
        textStyle: { color: QUIET, fontSize: 12, fontFamily: 'inherit' },
      },
      grid: { left: roomFor([format(highest)]), right: 22, top: several ? 34 : 12, bottom: 26 },
      xAxis: {
        type: 'category',
        boundaryGap: hasColumns || labels.length < 3,
        data: [...labels],
        ...AXIS,
        axisLabel: {
          ...AXIS.axisLabel,
          interval: Math.max(0, Math.ceil(labels.length / (width / 75)) - 1),
          hideOverlap: true,
        },
      },
      yAxis: {
        type: 'value',
        min: least,
        max: most,
        ...(most === undefined ? { splitNumber: 4, minInterval: 1 } : { interval: (most - (least ?? 0)) / 4 }),
        ...AXIS,
        axisLabel: { ...AXIS.axisLabel, formatter: format },
      },
      series: lines.map(({ name, values, columns }, at) => ({
        type: columns ? 'bar' : 'line',
        name,
        data: values.map((value) => value ?? '-'),
        ...(columns && { barMaxWidth: 22, barCategoryGap: '25%' }),
        symbol: 'circle',
        symbolSize: labels.length > 31 ? 0 : 5,
        showSymbol: labels.length <= 31,
        lineStyle: { color: COLORS[at], width: 2.5, type: at === 0 || hasColumns ? 'solid' : 'dashed' },
        itemStyle: { color: COLORS[at], borderWidth: 0, ...(columns && { opacity: 0.5 }) },
        ...STILL,
      })),
    }),
    desk && { desk },
  );
}

/** A line without axes, to see where it goes. */
export function drawSpark(values: readonly number[]): Promise<string> {
  const size = { width: 240, height: 48 };
  return draw(
    () => ({
      grid: { left: 4, right: 6, top: 6, bottom: 6 },
      xAxis: { type: 'category', show: false, boundaryGap: false, data: values.map((_, at) => at) },
      yAxis: { type: 'value', show: false, min: (range: { min: number }) => Math.min(range.min, 0) },
      series: [
        {
          type: 'line',
          data: [...values],
          symbol: 'circle',
          symbolSize: (_: unknown, { dataIndex }: { dataIndex: number }) => (dataIndex === values.length - 1 ? 6 : 0),
          lineStyle: { color: COLORS[0], width: 2 },
          itemStyle: { color: COLORS[0], borderWidth: 0 },
          ...STILL,
        },
      ],
    }),
    { desk: size, phone: size },
  );
}
