import { AXIS, COLORS, draw, LINE, QUIET, STILL } from './draw.ts';

export interface MapGroup {
  name: string;
  points: readonly { x: number; y: number }[];
}

/** Told apart by colour and by shape: twelve of them, as many as there may be segments. */
const SHAPES = ['circle', 'rect', 'triangle', 'diamond'] as const;

/** More points than these cover each other. */
const POINTS_DRAWN = 600;

/** Customers as points, near to whom they are like; of very many an even part. */
export function drawMap(groups: readonly MapGroup[]): Promise<string> {
  const all = groups.reduce((sum, { points }) => sum + points.length, 0);
  const every = Math.max(1, Math.ceil(all / POINTS_DRAWN));
  const legendRows = (width: number) => Math.ceil((groups.length * 330) / width);
  return draw(
    ({ width }) => ({
      legend: {
        top: 0,
        left: 0,
        orient: width < 500 ? 'vertical' : 'horizontal',
        itemWidth: 12,
        itemHeight: 12,
        itemGap: width < 500 ? 10 : 56,
        textStyle: { color: QUIET, fontSize: 12, fontFamily: 'inherit' },
      },
      grid: { left: 4, right: 4, top: (width < 500 ? groups.length : legendRows(width)) * 24 + 14, bottom: 4 },
      xAxis: {
        type: 'value',
        ...AXIS,
        scale: true,
        axisLabel: { show: false },
        splitLine: { show: false },
        axisLine: { lineStyle: { color: LINE } },
      },
      yAxis: { type: 'value', ...AXIS, scale: true, axisLabel: { show: false }, splitLine: { show: false } },
      series: groups.map(({ name, points }, at) => ({
        type: 'scatter',
        name,
        symbol: SHAPES[Math.floor(at / COLORS.length + at) % SHAPES.length],
        symbolSize: 7,
        data: points.filter((_, n) => n % every === 0).map(({ x, y }) => [x, y]),
        itemStyle: { color: COLORS[at % COLORS.length], opacity: 0.65 },
        ...STILL,
      })),
    }),
    { desk: { width: 900, height: 520 }, phone: { width: 340, height: 340 + groups.length * 24 } },
  );
}
