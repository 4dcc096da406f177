import type { KeywordReport, KeywordTrend } from '../../../insights/keywords.ts';
import { formatNumber } from '../../format.ts';
import { Card, Grid } from '../../layout/pieces.tsx';
import { Table } from '../../layout/table.tsx';
import { useView } from '../../view.tsx';
import { type FrameProps, InsightsFrame } from './frame.tsx';
import { words } from './words.ts';

/** What customers speak of, and what they speak of more than before. */
export function KeywordsPage({ report, ...frame }: Omit<FrameProps, 'current'> & { report: KeywordReport }) {
  const t = words[useView().language];
  return (
    <InsightsFrame current="keywords" {...frame}>
      <Grid wide>
        <Card title={t.rising}>
          <p class="hint">{t.risingHint}</p>
          <Words title={t.rising} rows={report.rising} empty={t.risingNone} />
        </Card>
        <Card title={t.most}>
          <Words title={t.most} rows={report.most} />
        </Card>
      </Grid>
    </InsightsFrame>
  );
}

function Words({ title, rows, empty }: { title: string; rows: readonly KeywordTrend[]; empty?: string }) {
  const { language } = useView();
  const t = words[language];
  return (
    <Table
      caption={title}
      rows={rows}
      keyOf={({ word }) => word}
      {...(empty !== undefined && { empty })}
      columns={[
        { title: t.word, cell: ({ word }) => word },
        { title: t.count, numeric: true, cell: ({ count }) => formatNumber(count, language) },
        { title: t.countBefore, numeric: true, cell: ({ before }) => formatNumber(before, language) },
      ]}
    />
  );
}
