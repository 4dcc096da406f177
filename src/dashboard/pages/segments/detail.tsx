import type { SegmentTalk } from '../../../insights/segment-talk.ts';
import type { Pack } from '../../../knowledge/pack.ts';
import type { Member } from '../../../segments/members.ts';
import { EVERYBODY, meanOfOthers, PORTRAIT_FIGURES, type Portrait } from '../../../segments/portrait.ts';
import type { Segment } from '../../../segments/segment.ts';
import { formatDay, formatNumber, formatShare, formatTime } from '../../format.ts';
import { Figure } from '../../layout/figure.tsx';
import { Form } from '../../layout/form.tsx';
import { Page } from '../../layout/page.tsx';
import { Badge, Card, Facts, Grid, Notice } from '../../layout/pieces.tsx';
import { Table } from '../../layout/table.tsx';
import { conversationHref, customerHref, segmentHref } from '../../links.ts';
import { useView } from '../../view.tsx';
import { customerName } from '../../words/names.ts';
import { channelName } from '../../words/terms.ts';
import { aboutText } from './list.tsx';
import { figureText, type namers, ownFigure, strategyText, topicNames, topNames } from './portrait.tsx';
import { words } from './words.ts';

export interface DetailProps {
  segment: Segment;
  segments: readonly Segment[];
  portraits: ReadonlyMap<string, Portrait>;
  talk: SegmentTalk;
  sampled: number;
  /** Who the typical conversations are with. */
  people: ReadonlyMap<string, Member>;
  members: readonly Member[];
  moodDrawing: string;
  sizeDrawing?: string;
  pack: Pack;
  names: ReturnType<typeof namers>;
  may: { edit: boolean; export: boolean };
  done?: string;
}

export function DetailPage(props: DetailProps) {
  const { segment, segments, pack, may, done, members } = props;
  const view = useView();
  const { language } = view;
  const t = words[language];
  const href = segmentHref(segment.id);
  const actions = (
    <>
      {may.export && (
        <a class="button" href={`${href}/export`}>
          {t.exportCsv}
        </a>
      )}
      {may.edit && (
        <a class="button" href={`${href}/edit`}>
          {segment.kind === 'rule' ? t.edit : t.rename}
        </a>
      )}
    </>
  );
  return (
    <Page title={segment.name[language]} lead={aboutText(segment, { pack, segments, language })} actions={actions}>
      <p>
        <a href="/dashboard/segments">{t.backToList}</a>{' '}
        <Badge>{segment.kind === 'rule' ? t.rule : t.discovered}</Badge>{' '}
        <strong>{t.members(segment.size, formatNumber(segment.size, language))}</strong>
      </p>
      {done === 'created' && <Notice mood="good">{t.created}</Notice>}
      {done === 'saved' && <Notice mood="good">{t.saved}</Notice>}
      {done === 'strategy' && <Notice mood="good">{t.strategySaved}</Notice>}
      {segment.status === 'failed' && <Notice mood="warn">{t.failed}</Notice>}
      <Grid wide>
        <Beside {...props} />
        <div>
          <Card title={t.strategy}>
            <p>{strategyText(segment.strategy, pack, view)}</p>
            {may.edit && (
              <p>
                <a href={`${href}/strategy`}>{t.strategyEdit}</a>
              </p>
            )}
          </Card>
          <Habits {...props} />
        </div>
      </Grid>
      <Talk {...props} />
      <Card title={t.memberTitle}>
        <MemberTable members={members} pack={pack} />
        {segment.size > members.length && <p class="hint">{t.memberMore(formatNumber(members.length, language))}</p>}
      </Card>
      {may.edit && segment.kind === 'rule' && (
        <Card>
          <Form action={`${href}/delete`}>
            <p class="hint">{t.removeHint}</p>
            <button type="submit" class="danger">
              {t.remove}
            </button>
          </Form>
        </Card>
      )}
    </Page>
  );
}

/** Figures beside those of everybody else. */
function Beside({ segment, portraits, pack }: DetailProps) {
  const { language } = useView();
  const t = words[language];
  const [own, all] = [portraits.get(segment.id), portraits.get(EVERYBODY)];
  return (
    <Card title={t.compared}>
      <Table
        caption={t.compared}
        rows={PORTRAIT_FIGURES}
        keyOf={(figure) => figure}
        columns={[
          { title: t.figure, cell: (figure) => t.figures[figure] },
          { title: t.own, numeric: true, cell: (figure) => figureText(figure, ownFigure(own, figure), pack, language) },
          {
            title: t.others,
            numeric: true,
            cell: (figure) => figureText(figure, own && all && meanOfOthers(own, all, figure), pack, language),
          },
        ]}
      />
    </Card>
  );
}

function Habits({ segment, portraits, names, sizeDrawing }: DetailProps) {
  const { language } = useView();
  const t = words[language];
  const portrait = portraits.get(segment.id);
  const sizes = segment.history ?? [];
  const number = (value: number | undefined) => formatNumber(value ?? 0, language);
  return (
    <Card title={t.apart}>
      <Facts
        facts={[
          [t.interests, topNames(portrait?.interests, names.category, language, 5)],
          [t.topics, topicNames(portrait?.intents, names.intent, language, 5)],
          [t.products, topNames(portrait?.products, names.product, language, 5)],
          [t.channel, topNames(portrait?.channels, names.channel, language, 5)],
        ]}
      />
      {sizeDrawing && (
        <Figure
          caption={t.history}
          svg={sizeDrawing}
          summary={t.historySummary(number(sizes[0]?.size), number(segment.size))}
        />
      )}
    </Card>
  );
}

function Talk({ talk, sampled, moodDrawing, people }: DetailProps) {
  const { language, timeZone } = useView();
  const t = words[language];
  const number = (value: number) => formatNumber(value, language);
  return (
    <Grid wide>
      <Card>
        <Figure caption={t.moodTitle} svg={moodDrawing} summary={t.moodSummary(number(talk.messages))}>
          <Table
            caption={t.moodTitle}
            rows={talk.weeks}
            keyOf={({ from }) => from.toISOString()}
            columns={[
              { title: t.week, cell: ({ from }) => formatDay(from, language, timeZone) },
              {
                title: t.unhappy,
                numeric: true,
                cell: ({ unhappy }) => (unhappy === undefined ? t.unknown : formatShare(unhappy, language)),
              },
              { title: t.messages, numeric: true, cell: ({ messages }) => number(messages) },
            ]}
          />
        </Figure>
        <p class="hint">{t.sample(number(sampled), number(talk.messages))}</p>
      </Card>
      <Card title={t.wordsTitle}>
        {talk.words.length === 0 && <p class="quiet">{t.noWords}</p>}
        <p class="badges">
          {talk.words.map(({ word, count }) => (
            <Badge key={word}>
              {word} {count}
            </Badge>
          ))}
        </p>
        <h3>{t.conversations}</h3>
        {talk.conversations.length === 0 && <p class="quiet">{t.noConversations}</p>}
        <ul class="bare">
          {talk.conversations.map(({ conversationId, customerId, at, channel }) => (
            <li key={conversationId}>
              <a href={conversationHref(conversationId)}>{customerName(people.get(customerId), language)}</a>{' '}
              <span class="quiet">
                {channelName(channel, language)}, {formatTime(at, language, timeZone)}
              </span>
            </li>
          ))}
        </ul>
      </Card>
    </Grid>
  );
}

export function MemberTable({ members, pack }: { members: readonly Member[]; pack: Pack }) {
  const { language, timeZone } = useView();
  const t = words[language];
  return (
    <Table
      caption={t.memberTitle}
      rows={members}
      keyOf={({ id }) => id}
      columns={[
        { title: t.name, cell: (member) => <a href={customerHref(member.id)}>{customerName(member, language)}</a> },
        { title: t.channel, cell: ({ identities }) => channelsOf(identities, language) },
        {
          title: t.seen,
          cell: ({ lastSeenAt }) => (lastSeenAt ? formatDay(lastSeenAt, language, timeZone) : t.unknown),
        },
        {
          title: t.spent,
          numeric: true,
          cell: ({ profile }) => figureText('spent', profile.activity?.spent ?? 0, pack, language),
        },
        { title: t.consent, cell: ({ consent }) => (consent.marketing?.granted ? t.yes : t.no) },
      ]}
    />
  );
}

function channelsOf(identities: Member['identities'], language: 'en' | 'zh'): string {
  return [...new Set(identities.map(({ channel }) => channelName(channel, language)))].join(
    language === 'zh' ? '、' : ', ',
  );
}
