import type { Pack } from '../../../knowledge/pack.ts';
import { PORTRAIT_FIGURES, type Portrait } from '../../../segments/portrait.ts';
import type { Segment } from '../../../segments/segment.ts';
import { formatNumber } from '../../format.ts';
import { Search, Select } from '../../layout/form.tsx';
import { Page } from '../../layout/page.tsx';
import { Card } from '../../layout/pieces.tsx';
import { Table } from '../../layout/table.tsx';
import { segmentHref } from '../../links.ts';
import { useView } from '../../view.tsx';
import { aboutText } from './list.tsx';
import { figureText, type namers, ownFigure, strategyText, topicNames, topNames } from './portrait.tsx';
import { words } from './words.ts';

export interface CompareProps {
  segments: readonly Segment[];
  portraits: ReadonlyMap<string, Portrait>;
  pair: readonly (Segment | undefined)[];
  pack: Pack;
  names: ReturnType<typeof namers>;
}

/** Two segments side by side. */
export function ComparePage({ segments, portraits, pair, pack, names }: CompareProps) {
  const view = useView();
  const { language } = view;
  const t = words[language];
  const options = segments.map(({ id, name }) => ({ value: id, text: name[language] }));
  const [first, second] = pair;
  const rows: { title: string; of(segment: Segment): string }[] = [
    { title: t.apart, of: (segment) => aboutText(segment, { pack, segments, language }) },
    { title: t.size, of: ({ size }) => formatNumber(size, language) },
    ...PORTRAIT_FIGURES.map((figure) => ({
      title: t.figures[figure],
      of: ({ id }: Segment) => figureText(figure, ownFigure(portraits.get(id), figure), pack, language),
    })),
    { title: t.interests, of: ({ id }) => topNames(portraits.get(id)?.interests, names.category, language, 5) },
    { title: t.topics, of: ({ id }) => topicNames(portraits.get(id)?.intents, names.intent, language, 5) },
    { title: t.products, of: ({ id }) => topNames(portraits.get(id)?.products, names.product, language, 5) },
    { title: t.strategy, of: ({ strategy }) => strategyText(strategy, pack, view) },
  ];
  return (
    <Page title={t.compare}>
      <p>
        <a href="/dashboard/segments">{t.backToList}</a>
      </p>
      <Search action="/dashboard/segments/compare" label={t.chooseTwo} class="filters broad">
        <Select label={t.first} name="a" value={first?.id} options={options} />
        <Select label={t.second} name="b" value={second?.id} options={options} />
        <div class="actions">
          <button type="submit">{t.showComparison}</button>
        </div>
      </Search>
      {first && second && (
        <Card title={t.comparison}>
          <p>
            <a href={segmentHref(first.id)}>{first.name[language]}</a> ·{' '}
            <a href={segmentHref(second.id)}>{second.name[language]}</a>
          </p>
          <Table
            caption={t.comparison}
            rows={rows}
            keyOf={({ title }) => title}
            columns={[
              { title: t.figure, cell: ({ title }) => title },
              { title: first.name[language], cell: ({ of }) => of(first) },
              { title: second.name[language], cell: ({ of }) => of(second) },
            ]}
          />
        </Card>
      )}
    </Page>
  );
}
