import type { ComponentChildren } from 'preact';
import { lifecycleStage, rfmOf } from '../../../customers/activity.ts';
import { PURPOSES } from '../../../customers/customers.ts';
import type { AuditEntry } from '../../../customers/privacy/audit.ts';
import type { StatedPreference } from '../../../customers/profile.ts';
import type { Segment } from '../../../segments/segment.ts';
import { formatDay, formatMoney, formatTime } from '../../format.ts';
import { Form } from '../../layout/form.tsx';
import { Page } from '../../layout/page.tsx';
import { Badge, Card, Facts, Notice } from '../../layout/pieces.tsx';
import { Table } from '../../layout/table.tsx';
import { categoryTitle, listed, wantedText } from '../../names.ts';
import { withQuery } from '../../url.ts';
import { useView } from '../../view.tsx';
import { customerName } from '../../words/names.ts';
import { words as shell } from '../../words/shell.ts';
import { channelName } from '../../words/terms.ts';
import type { PackWords } from '../conversations/turn-details.tsx';
import { HappeningView } from './happening.tsx';
import { customerPath, ProfileMood } from './list.tsx';
import { type CustomerRecord, segmentIdsOf } from './record.ts';
import type { Happening } from './timeline.ts';
import { words } from './words.ts';

export interface DetailProps {
  customer: CustomerRecord;
  messages: string;
  segments: readonly Segment[];
  happenings: readonly Happening[];
  earlier?: Date;
  isNewest: boolean;
  /** Absent for who may not read it. */
  log?: readonly AuditEntry[];
  pack: PackWords;
  now: Date;
  done?: string;
  may: { export: boolean; erase: boolean };
}

export function CustomerPage(props: DetailProps) {
  const { customer, happenings, earlier, isNewest, log, may, done } = props;
  const { language, timeZone, url } = useView();
  const t = words[language];
  const own = customerPath(customer.id);
  return (
    <Page
      title={customerName(customer, language)}
      lead={[
        ...new Set(customer.identities.map(({ channel }) => channelName(channel, language))),
        ...(customer.simulated ? [shell[language].simulated] : []),
      ].join(' · ')}
      actions={
        <>
          {may.export && (
            <a class="button" href={`${own}/export`}>
              {t.exportData}
            </a>
          )}
          {may.erase && (
            <a class="button" href={`${own}/erase`}>
              {t.erase}
            </a>
          )}
        </>
      }
    >
      {done === 'withdrawn' && <Notice mood="good">{t.withdrawn}</Notice>}
      <div class="columns">
        <Card title={t.timeline}>
          <p class="quiet">{t.timelineLead}</p>
          {happenings.length === 0 && <p class="empty">{t.nothingHappened}</p>}
          <ol class="timeline">
            {happenings.map((happening, place) => (
              <HappeningView key={place} happening={happening} pack={props.pack} />
            ))}
          </ol>
          {(earlier || !isNewest) && (
            <p class="row">
              {!isNewest && <a href={own}>{t.newest}</a>}
              {earlier && <a href={withQuery(url, { before: String(earlier.getTime()) })}>{t.earlier}</a>}
            </p>
          )}
        </Card>
        <div>
          <Glance {...props} />
          <ConsentCard customer={customer} mayChange={may.erase} />
        </div>
      </div>
      {log && (
        <Card title={t.log}>
          <Table
            caption={t.log}
            rows={log}
            keyOf={({ id }) => id}
            columns={[
              { title: t.when, cell: ({ at }) => formatTime(at, language, timeZone) },
              { title: t.who, cell: ({ actor }) => actorName(actor, t) },
              { title: t.what, cell: ({ action }) => t.actions[action] ?? action },
            ]}
          />
        </Card>
      )}
    </Page>
  );
}

function actorName(actor: string, t: { customerSelf: string; system: string }): string {
  return actor === 'customer' ? t.customerSelf : actor === 'system' ? t.system : actor;
}

const INTERESTS_SHOWN = 5;

/** What is known of a customer, in a few lines. Tastes only of those who agreed that they are kept. */
function Glance({ customer, messages, segments, pack, now }: DetailProps) {
  const { language, timeZone } = useView();
  const t = words[language];
  const { profile, consent, locale } = customer;
  const { currency } = pack.pack;
  const money = (value: number) => formatMoney(value, currency, language);
  const rfm = rfmOf(profile.activity, now);
  const names = segmentIdsOf(customer).flatMap((id) => segments.find((segment) => segment.id === id) ?? []);
  const facts: [string, ComponentChildren][] = [
    [t.firstSeen, formatDay(customer.createdAt, language, timeZone)],
    [t.seen, formatTime(customer.lastSeenAt, language, timeZone)],
    [t.messages, messages],
    [
      t.segments,
      names.length === 0
        ? t.inNoSegment
        : names.map(({ id, name }) => (
            <a key={id} class="listed" href={`/dashboard/segments/${encodeURIComponent(id)}`}>
              {name[language]}
            </a>
          )),
    ],
    [t.stage, t.stages[lifecycleStage(profile.activity, now)]],
  ];
  if (locale) facts.push([t.language, t.languages[locale.slice(0, 2)] ?? locale]);
  if (rfm) facts.push([t.spent, `${money(rfm.monetary)}, ${t.baskets(rfm.frequency)}`]);
  if (consent.personalisation?.granted) {
    if (profile.mood !== undefined) facts.push([t.mood, <ProfileMood customer={customer} />]);
    const categories = (weights: Record<string, number> = {}) =>
      listed(
        byWeight(weights)
          .slice(0, INTERESTS_SHOWN)
          .map((id) => categoryTitle(id, pack.pack, language)),
        language,
      );
    if (categories(profile.interests)) facts.push([t.interests, categories(profile.interests)]);
    if (categories(profile.dislikes)) facts.push([t.dislikes, categories(profile.dislikes)]);
    if (profile.price) facts.push([t.price, t.priceText(money(profile.price.min), money(profile.price.max))]);
    const wanted = wantedText(byWeight(profile.intents), INTERESTS_SHOWN, pack.pack, language);
    if (wanted !== '') facts.push([t.wants, wanted]);
    const stated = profile.preferences.map((one) => (one.kind === 'like' ? t.likes : t.avoids)(statedName(one, pack)));
    if (stated.length > 0) facts.push([t.stated, listed(stated, language)]);
  }
  return (
    <Card title={t.facts}>
      <Facts facts={facts} />
      {!consent.personalisation?.granted && <p class="quiet">{t.noProfile}</p>}
    </Card>
  );
}

function byWeight(weights: Record<string, number>): string[] {
  return Object.entries(weights)
    .sort(([, a], [, b]) => b - a)
    .map(([id]) => id);
}

function statedName({ about, value }: StatedPreference, { lexicon }: PackWords): string {
  if (about === 'category') return lexicon.category(value);
  if (about === 'color') return lexicon.color(value);
  return value;
}

function ConsentCard({ customer, mayChange }: { customer: CustomerRecord; mayChange: boolean }) {
  const { language, timeZone } = useView();
  const t = words[language];
  return (
    <Card title={t.consent}>
      <ul class="plain">
        {PURPOSES.map((purpose) => {
          const given = customer.consent[purpose];
          const source = given && (t.sources[given.source] ?? t.sources.chat!);
          return (
            <li key={purpose}>
              <strong>{t.purposes[purpose]}</strong>{' '}
              <Badge mood={given?.granted ? 'good' : 'plain'}>
                {given
                  ? (given.granted ? t.granted : t.refused)(formatDay(given.at, language, timeZone), source!)
                  : t.notAsked}
              </Badge>{' '}
              {mayChange && given?.granted && (
                <Form action={`${customerPath(customer.id)}/withdraw`} class="inline">
                  <input type="hidden" name="purpose" value={purpose} />
                  <button type="submit" class="link">
                    {t.withdraw}
                    <span class="unseen"> {t.purposes[purpose]}</span>
                  </button>
                </Form>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
