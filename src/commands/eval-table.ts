/** A measure of any section: ours beside one baseline. */
export interface Row {
  name: string;
  ours: number;
  baseline?: number | undefined;
  baselineName: string;
  target?: number | undefined;
  unit: string;
}

/** A row in columns, or the columns' heads when none is given. */
export function formatRow(row?: Row): string {
  if (!row) return columns('measure', 'ours', 'target', 'baseline', '');
  const digits = row.unit === '%' ? 1 : 3;
  const figure = (value: number | undefined) => (value === undefined ? '-' : value.toFixed(digits));
  const unit = row.unit === '%' ? '' : ` (${row.unit})`;
  return columns(row.name + unit, figure(row.ours), figure(row.target), figure(row.baseline), row.baselineName);
}

function columns(name: string, ours: string, target: string, baseline: string, baselineName: string): string {
  return `${name.padEnd(62)} ${ours.padStart(7)} ${target.padStart(7)} ${baseline.padStart(9)}  ${baselineName}`.trimEnd();
}
