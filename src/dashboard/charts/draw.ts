import type { EChartsCoreOption } from 'echarts/core';

/** Pixels a chart is drawn for; it grows and shrinks with the page. */
export interface Size {
  width: number;
  height: number;
}

/** Colours follow the theme of the page, light or dark, by the variables of its style sheet. */
export const COLORS = [
  'var(--series-1)',
  'var(--series-2)',
  'var(--series-3)',
  'var(--series-4)',
  'var(--series-5)',
  'var(--series-6)',
] as const;
export const GOOD = 'var(--good)';
export const BAD = 'var(--bad)';
export const QUIET = 'var(--quiet)';
export const LINE = 'var(--line)';

const DESK: Size = { width: 760, height: 260 };
const PHONE: Size = { width: 340, height: 240 };

/**
 * A chart as SVG, twice: for a desk and for a phone, of which the style sheet shows one, so that its text is readable on both.
 * The chart library is loaded with the first chart.
 */
export async function draw(
  option: (size: Size) => EChartsCoreOption,
  sizes: { desk?: Size; phone?: Size } = {},
): Promise<string> {
  const { init } = await import('./library.ts');
  const one = (size: Size, kind: string) => {
    const chart = init(null, null, { renderer: 'svg', ssr: true, ...size });
    try {
      chart.setOption({ animation: false, ...option(size) });
      // Hover styles would be inline styles, which the page's policy forbids.
      return chart
        .renderToSVGString()
        .replace(/<style[\s\S]*?<\/style>/g, '')
        .replace(/ class="zr[^"]*"/g, '')
        .replace('<svg ', `<svg class="${kind}" aria-hidden="true" `);
    } finally {
      chart.dispose();
    }
  };
  return one(sizes.desk ?? DESK, 'on-desk') + one(sizes.phone ?? PHONE, 'on-phone');
}

/** Axes in the page's colours. */
export const AXIS = {
  axisLine: { lineStyle: { color: LINE } },
  axisTick: { show: false },
  axisLabel: { color: QUIET, fontSize: 12, fontFamily: 'inherit' },
  splitLine: { lineStyle: { color: LINE } },
} as const;

/** What every series needs: nothing reacts to a pointer. */
export const STILL = { silent: true, emphasis: { disabled: true } } as const;

/** About how wide a text is drawn, in pixels: the server has no fonts to measure with. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += character > '\u2e80' ? 13 : 7;
  return width;
}

/** Room for the longest of some names on an axis. */
export const roomFor = (names: readonly string[]): number => 14 + Math.max(0, ...names.map(textWidth));
