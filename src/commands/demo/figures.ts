import type { Bot } from '../../bot.ts';

/** Has the figures of the days of these times counted again at once: without waiting for a day to come to rest. */
export async function countAgain({ insights, settled }: Pick<Bot, 'insights' | 'settled'>, times: readonly Date[]) {
  await settled();
  await insights.daily.recount(times);
}
