import type { Bot } from '../../bot.ts';
import { dayOf } from '../../insights/figures/records.ts';

/** Has the figures of the days of these times counted again at once: without waiting for a day to come to rest. */
export async function countAgain(
  { store, insights, settled }: Pick<Bot, 'store' | 'insights' | 'settled'>,
  times: readonly Date[],
) {
  await settled();
  const days = [...new Set(times.map(dayOf))];
  const states = store.connection.collection<{ _id: string }>('daily_states');
  await states.updateMany({ _id: { $in: days } }, { $unset: { countedAt: '' } });
  await insights.daily.roll();
}
