import type { QuietHours } from '../../config/config.ts';

/** Whether `at` is in the quiet hours. `from` = `to` means there are none. */
export function isQuiet({ from, to, timeZone }: QuietHours, at: Date): boolean {
  const hour = Number(
    new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone }).format(at).slice(0, 2),
  );
  return from <= to ? hour >= from && hour < to : hour >= from || hour < to;
}
