import type { Pack } from '../../../knowledge/pack.ts';
import type { Reply } from '../../../replies/reply.ts';
import type { Segment, Strategy } from '../../../segments/segment.ts';
import { formatHour } from '../../format.ts';
import { Checkbox, Field, Form, type Option, Select } from '../../layout/form.tsx';
import { Page } from '../../layout/page.tsx';
import { Card } from '../../layout/pieces.tsx';
import { segmentHref } from '../../links.ts';
import { categoryTitle } from '../../names.ts';
import { plainText } from '../../plain-text.ts';
import { useView } from '../../view.tsx';
import { channelName } from '../../words/terms.ts';
import { words } from './words.ts';

export interface StrategyProps {
  segment: Segment;
  /** As it stands in the form. */
  strategy: Strategy;
  message: string;
  answer?: Reply;
  pack: Pack;
  channels: readonly string[];
}

/** Hours of world time as they are here, in the order of the day. */
function hoursIn(timeZone: string): Option[] {
  const hours = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), text: formatHour(hour, timeZone) }));
  return hours.sort((a, b) => (a.text < b.text ? -1 : 1));
}

/** How the members of a segment are served, and a look at what the bot would then say. */
export function StrategyPage({ segment, strategy, message, answer, pack, channels }: StrategyProps) {
  const { language, timeZone } = useView();
  const t = words[language];
  const options = (texts: Record<string, string>) => Object.entries(texts).map(([value, text]) => ({ value, text }));
  return (
    <Page title={t.strategyTitle} lead={t.strategyLead(segment.name[language])}>
      <p>
        <a href={segmentHref(segment.id)}>{segment.name[language]}</a>
      </p>
      {answer && <Answer reply={answer} />}
      <Form action={`${segmentHref(segment.id)}/strategy`}>
        <Card>
          <div class="line-fields">
            <Select label={t.tone} name="tone" value={strategy.tone} options={options(t.tones)} />
            <Select label={t.offers} name="offers" value={strategy.offers} options={options(t.offerings)} />
            <Select
              label={t.bestChannel}
              name="channel"
              value={strategy.channel ?? ''}
              empty={t.noChannel}
              options={channels.map((value) => ({ value, text: channelName(value, language) }))}
            />
            <Select
              label={t.hour}
              name="hour"
              value={strategy.hour === undefined ? '' : String(strategy.hour)}
              empty={t.noHour}
              options={hoursIn(timeZone)}
            />
          </div>
          <fieldset>
            <legend>{t.goods}</legend>
            <div class="choices">
              {pack.categories.map(({ id }) => (
                <Checkbox
                  key={id}
                  label={categoryTitle(id, pack, language)}
                  name="categories"
                  value={id}
                  checked={strategy.categories.includes(id)}
                />
              ))}
            </div>
          </fieldset>
        </Card>
        <Card title={t.try}>
          <Field label={t.tryMessage} name="message" value={message} maxlength={500} hint={t.tryHint} />
          <button type="submit" name="do" value="try">
            {t.tryButton}
          </button>
        </Card>
        <p class="actions">
          <button type="submit" name="do" value="save" class="main">
            {t.saveStrategy}
          </button>
        </p>
      </Form>
    </Page>
  );
}

function Answer({ reply }: { reply: Reply }) {
  const t = words[useView().language];
  return (
    <Card title={t.tried}>
      <div role="status" lang={reply.language === 'zh' ? 'zh-CN' : 'en'}>
        <p class="text">{plainText(reply.text)}</p>
        {reply.products && (
          <ol>
            {reply.products.map(({ productId, title, price, reason }) => (
              <li key={productId}>
                <strong>{title}</strong> {price} <span class="quiet">{reason}</span>
              </li>
            ))}
          </ol>
        )}
      </div>
    </Card>
  );
}
