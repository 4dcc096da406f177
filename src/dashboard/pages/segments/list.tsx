import type { Pack } from '../../../knowledge/pack.ts';
import { sizeBefore } from '../../../segments/history.ts';
import type { Portrait } from '../../../segments/portrait.ts';
import type { Segment } from '../../../segments/segment.ts';
import { formatNumber, formatShare } from '../../format.ts';
import { Figure } from '../../layout/figure.tsx';
import { Page } from '../../layout/page.tsx';
import { Badge, Card, Facts, Grid } from '../../layout/pieces.tsx';
import { Table } from '../../layout/table.tsx';
import { segmentHref } from '../../links.ts';
import { useView } from '../../view.tsx';
import { figureText, moodWord, type namers, ownFigure, strategyText, topicNames, topNames } from './portrait.tsx';
import { type RuleNames, ruleText } from './rule-text.ts';
import { words } from './words.ts';

export interface ListProps {
  segments: readonly Segment[];
  portraits: ReadonlyMap<string, Portrait>;
  sparks: ReadonlyMap<string, string>;
  map?: { svg: string; groups: { name: string; customers: number }[] };
  pack: Pack;
  names: ReturnType<typeof namers>;
  mayEdit: boolean;
  /** The business's day. */
  today: string;
}

export function ListPage(props: ListProps) {
  const { segments, map, mayEdit } = props;
  const { language } = useView();
  const t = words[language];
  const customers = map?.groups.reduce((sum, group) => sum + group.customers, 0) ?? 0;
  const actions = (
    <>
      {segments.length > 1 && (
        <a class="button" href="/dashboard/segments/compare">
          {t.compare}
        </a>
      )}
      {mayEdit && (
        <a class="button main" href="/dashboard/segments/new">
          {t.create}
        </a>
      )}
    </>
  );
  return (
    <Page title={t.title} lead={t.lead} actions={actions}>
      {segments.length === 0 && <Card>{<p class="empty">{t.none}</p>}</Card>}
      <Grid wide>
        {segments.map((segment) => (
          <SegmentCard key={segment.id} segment={segment} {...props} />
        ))}
      </Grid>
      {map && (
        <Card>
          <Figure
            caption={t.map}
            svg={map.svg}
            summary={t.mapSummary(formatNumber(map.groups.length, language), formatNumber(customers, language))}
          >
            <Table
              caption={t.map}
              rows={map.groups}
              keyOf={({ name }) => name}
              columns={[
                { title: t.title, cell: ({ name }) => name },
                { title: t.mapTable, numeric: true, cell: (group) => formatNumber(group.customers, language) },
              ]}
            />
          </Figure>
          <p class="hint">{t.mapHint}</p>
        </Card>
      )}
    </Page>
  );
}

function SegmentCard(props: ListProps & { segment: Segment }) {
  const { segment, portraits, sparks, pack, names, segments, today } = props;
  const view = useView();
  const { language } = view;
  const t = words[language];
  const portrait = portraits.get(segment.id);
  const spark = sparks.get(segment.id);
  const mood = ownFigure(portrait, 'mood');
  const first = segment.history?.[0];
  const of = segment.computed?.customers ?? 0;
  return (
    <Card class="segment">
      <header>
        <h2>
          <a href={segmentHref(segment.id)}>{segment.name[language]}</a>
        </h2>
        <Badge>{segment.kind === 'rule' ? t.rule : t.discovered}</Badge>
      </header>
      {segment.status === 'failed' && <p class="wrong">{t.failed}</p>}
      {segment.status === 'pending' && <p class="hint">{t.pending}</p>}
      <p>
        <strong class="size">{t.members(segment.size, formatNumber(segment.size, language))}</strong>{' '}
        <span class="quiet">
          {of > 0 && t.ofAll(formatShare(segment.size / of, language))}
          {growth(segment, today, language)}
        </span>
      </p>
      {spark && first && (
        <Figure
          caption={t.history}
          svg={spark}
          summary={t.historySummary(formatNumber(first.size, language), formatNumber(segment.size, language))}
        />
      )}
      <p>{aboutText(segment, { pack, segments, language })}</p>
      <Facts
        facts={[
          [t.mood, moodWord(mood, language)],
          [t.value, figureText('spent', ownFigure(portrait, 'spent'), pack, language)],
          [t.interests, topNames(portrait?.interests, names.category, language)],
          [t.topics, topicNames(portrait?.intents, names.intent, language)],
          [t.products, topNames(portrait?.products, names.product, language)],
          [t.strategy, strategyText(segment.strategy, pack, view)],
        ]}
      />
    </Card>
  );
}

/** What a segment is about: its rule in words, or what discovery says of it. */
export function aboutText(segment: Segment, names: RuleNames): string {
  return segment.rule ? ruleText(segment.rule, names) : segment.description[names.language];
}

function growth(segment: Segment, today: string, language: 'en' | 'zh'): string {
  const t = words[language];
  const before = sizeBefore(segment, 7, today);
  if (before === undefined || before === 0) return '';
  const change = segment.size / before - 1;
  const separator = language === 'zh' ? '，' : ', ';
  if (Math.abs(change) < 0.005) return `${separator}${t.steady}`;
  return `${separator}${t.grew(`${change > 0 ? '+' : '−'}${formatShare(Math.abs(change), language)}`)}`;
}
