import type { Satisfaction, Voice } from '../../../insights/satisfaction.ts';
import { formatDay, formatNumber, formatShare } from '../../format.ts';
import { Figure } from '../../layout/figure.tsx';
import { Page } from '../../layout/page.tsx';
import { Badge, Card } from '../../layout/pieces.tsx';
import { type Column, Table } from '../../layout/table.tsx';
import { conversationHref, customerHref } from '../../links.ts';
import { withQuery } from '../../url.ts';
import { useView } from '../../view.tsx';
import { type FrameProps, InsightsFrame } from './frame.tsx';
import { words } from './words.ts';

export interface SatisfactionProps extends Omit<FrameProps, 'current'> {
  aspects: readonly (Satisfaction & { name: string })[];
  products: readonly (Satisfaction & { name: string })[];
  drawing?: string;
}

export function SatisfactionPage({ aspects, products, drawing, ...frame }: SatisfactionProps) {
  const { language } = useView();
  const t = words[language];
  const best = aspects.toSorted((a, b) => b.mood.positive - a.mood.positive)[0];
  const worst = aspects.toSorted((a, b) => b.mood.negative - a.mood.negative)[0];
  return (
    <InsightsFrame current="satisfaction" {...frame}>
      <Card>
        {drawing && (
          <Figure caption={t.aspects} svg={drawing} summary={t.aspectsSummary(best?.name ?? '', worst?.name ?? '')} />
        )}
        <Rows kind="aspect" title={t.aspects} first={t.aspect} rows={aspects} />
        <p class="hint">{t.satisfiedHint}</p>
      </Card>
      <Card title={t.products}>
        <Rows kind="product" title={t.products} first={t.product} rows={products} />
      </Card>
    </InsightsFrame>
  );
}

type Row = SatisfactionProps['aspects'][number];

function Rows(props: { kind: 'aspect' | 'product'; title: string; first: string; rows: readonly Row[] }) {
  const { language, url } = useView();
  const t = words[language];
  const number = (value: number) => formatNumber(value, language);
  const share = (value: number | undefined) => (value === undefined ? t.none : formatShare(value, language));
  const query = url.split('?')[1] ?? '';
  const href = (of: string) => withQuery(`/dashboard/insights/voices?${query}`, { key: `${props.kind}|${of}` });
  const columns: Column<Row>[] = [
    { title: props.first, cell: ({ name }) => name },
    { title: t.positive, numeric: true, cell: ({ mood }) => number(mood.positive) },
    { title: t.negative, numeric: true, cell: ({ mood }) => number(mood.negative) },
    { title: t.satisfied, numeric: true, cell: ({ satisfied }) => share(satisfied) },
    { title: t.before, numeric: true, cell: ({ before }) => share(before) },
    {
      title: t.voices,
      cell: ({ of, name, voices }) => (
        <a href={href(of)}>
          {number(voices)} · {t.readShort}
          <span class="unseen"> ({name})</span>
        </a>
      ),
    },
  ];
  return <Table caption={props.title} rows={props.rows} keyOf={({ of }) => of} columns={columns} empty={t.nothing} />;
}

export interface VoicesProps {
  name: string;
  voices: readonly (Voice & { customer: string })[];
  back: string;
}

const MOODS = { positive: 'good', neutral: 'plain', negative: 'bad' } as const;

/** The sentences behind one figure. */
export function VoicesPage({ name, voices, back }: VoicesProps) {
  const { language, timeZone } = useView();
  const t = words[language];
  return (
    <Page title={t.voicesTitle(name)} lead={t.voicesLead}>
      <p>
        <a href={back}>{t.back}</a>
      </p>
      <Card>
        {voices.length === 0 && <p class="empty">{t.voicesNone}</p>}
        <ul class="bare">
          {voices.map(({ id, label, sentence, at, customer, customerId, conversationId }) => (
            <li key={id}>
              <Badge mood={MOODS[label]}>{t.labels[label]}</Badge> {sentence}{' '}
              <span class="quiet">
                {formatDay(at, language, timeZone)}, <a href={customerHref(customerId)}>{customer}</a>,{' '}
                {conversationId ? <a href={conversationHref(conversationId)}>{t.inConversation}</a> : t.review}
              </span>
            </li>
          ))}
        </ul>
      </Card>
    </Page>
  );
}
