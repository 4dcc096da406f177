import { localize } from '../../../knowledge/pack.ts';
import type { StoredEvent } from '../../../store/events.ts';
import { formatMoney, formatNumber, formatTime } from '../../format.ts';
import { Badge } from '../../layout/pieces.tsx';
import { wantedText } from '../../names.ts';
import { useView } from '../../view.tsx';
import { channelName, moodName } from '../../words/terms.ts';
import { MOOD_LOOK, visitPath } from '../conversations/list.tsx';
import type { PackWords } from '../conversations/turn-details.tsx';
import type { Happening } from './timeline.ts';
import { words } from './words.ts';

/** One line of the timeline: a conversation, or something done in the shop. */
export function HappeningView({ happening, pack }: { happening: Happening; pack: PackWords }) {
  const { language, timeZone } = useView();
  const t = words[language];
  const { at } = happening;
  return (
    <li>
      <time class="quiet" dateTime={at.toISOString()}>
        {formatTime(at, language, timeZone)}
      </time>
      {happening.kind === 'visit' ? (
        <div>
          <a href={visitPath(happening.visit)}>
            {t.conversation}: {channelName(happening.visit.channel, language)}
          </a>{' '}
          {happening.visit.mood && (
            <Badge mood={MOOD_LOOK[happening.visit.mood.label]}>{moodName(happening.visit.mood, language)}</Badge>
          )}
          <p dir="auto">{happening.visit.excerpt}</p>
          <p class="quiet">{wantedText(happening.visit.intents, 3, pack.pack, language)}</p>
        </div>
      ) : (
        <div>{eventText(happening.event)}</div>
      )}
    </li>
  );

  function eventText({ type, productId, value, data }: StoredEvent): string {
    const product = productId && pack.pack.products.find(({ id }) => id === productId);
    const what = product
      ? localize(product.name, language)
      : (productId ?? (typeof data?.text === 'string' ? data.text : ''));
    const money = ['purchase', 'return', 'cart'].includes(type);
    const figure =
      value === undefined
        ? ''
        : money
          ? formatMoney(value, pack.pack.currency, language)
          : `${formatNumber(value, language, 1)}${type === 'rating' || type === 'review' ? ' / 5' : ''}`;
    return [`${t.events[type] ?? type}:`, what, figure].filter((part) => part !== '').join(' ');
  }
}
