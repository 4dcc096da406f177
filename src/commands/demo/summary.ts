import type { Bot } from '../../bot.ts';
import type { Config } from '../../config/config.ts';

/** What a newcomer can look at after a demo, as text for a terminal. */
export async function describeDemo({ store, segments, pack }: Bot, { host, port }: Config): Promise<string> {
  const { turns } = store;
  const made = { $match: { simulated: { $eq: true } } };
  const by = async (field: string) =>
    turns.aggregate<{ _id: string | null; count: number }>([
      made,
      { $group: { _id: `$${field}`, count: { $sum: 1 } } },
      { $sort: { count: -1 } },
    ]);
  const [channels, languages, routes, moods, found] = await Promise.all([
    by('channel'),
    by('understanding.replyLanguage'),
    by('route'),
    by('understanding.sentiment.label'),
    segments.list(),
  ]);
  const row = (label: string, counts: readonly { _id: string | null; count: number }[]) =>
    `  ${label.padEnd(10)} ${counts
      .filter(({ _id }) => _id !== null)
      .slice(0, 6)
      .map(({ _id, count }) => `${_id} ${count}`)
      .join(', ')}`;
  const live = found.filter(({ status, size }) => status === 'ok' && size > 0);
  const lines = live
    .toSorted((a, b) => b.size - a.size)
    .map(
      ({ name, size, kind }) =>
        `  ${String(size).padStart(4)}  ${name.en} / ${name.zh}${kind === 'rule' ? ' (rule)' : ''}`,
    );
  const address = port === 0 ? undefined : `http://${host}:${port}`;
  return [
    row('channels', channels),
    row('languages', languages),
    row('routes', routes),
    row('moods', moods),
    '',
    `Segments of the customers who agreed to personalisation (${live.length}):`,
    ...lines,
    '',
    `Look at it: npm start${address ? `, then ${address}/dashboard` : ' and open /dashboard'} (pack: ${pack.id})`,
    'Everything above is SIMULATED and marked so in the store. Remove it: npm run demo -- --clear',
  ].join('\n');
}
