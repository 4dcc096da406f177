import { localize, type Pack, type Product } from '../../../knowledge/pack.ts';
import { formatMoney, formatNumber } from '../../format.ts';
import { Field, Search } from '../../layout/form.tsx';
import { Pager } from '../../layout/pieces.tsx';
import { Table } from '../../layout/table.tsx';
import { useView } from '../../view.tsx';
import { words } from './words.ts';

/** A part of a list that lies in memory; its cursor is the place it goes on from. */
export interface Part<T> {
  items: readonly T[];
  total: number;
  next?: string;
  cursor?: string;
}

const SHOWN = 50;

export function partOf<T>(all: readonly T[], cursor: string | undefined): Part<T> {
  const from = Math.max(0, Math.trunc(Number(cursor)) || 0);
  const to = from + SHOWN;
  return {
    items: all.slice(from, to),
    total: all.length,
    ...(to < all.length && { next: String(to) }),
    ...(from > 0 && { cursor: String(from) }),
  };
}

export function Products({ part, q, pack }: { part: Part<Product>; q?: string; pack: Pack }) {
  const { language } = useView();
  const t = words[language];
  const categoryName = (id: string) => localize(pack.categories.find((one) => one.id === id)?.name, language) || id;
  return (
    <>
      <Search action="/dashboard/knowledge/products" label={t.search}>
        <div class="long">
          <Field label={t.q} name="q" type="search" value={q} />
        </div>
        <div class="actions">
          <button type="submit" class="main">
            {t.find}
          </button>
        </div>
      </Search>
      <p class="quiet">{t.total(formatNumber(part.total, language))}</p>
      <Table
        caption={t.products}
        rows={part.items}
        keyOf={({ id }) => id}
        empty={t.none}
        columns={[
          { title: t.name, cell: ({ name }) => localize(name, language) },
          { title: t.category, cell: ({ category }) => categoryName(category) },
          { title: t.brand, cell: ({ brand }) => brand },
          {
            title: t.price,
            numeric: true,
            cell: ({ price, currency }) => (price === null ? '–' : formatMoney(price, currency, language)),
          },
          {
            title: t.stock,
            numeric: true,
            cell: ({ stock }) => (stock === null ? t.notCounted : formatNumber(stock, language)),
          },
          { title: t.rating, numeric: true, cell: ({ rating }) => rating && formatNumber(rating, language, 1) },
          {
            title: t.asked,
            cell: ({ id, name }) => (
              <a href={`/dashboard/conversations?product=${encodeURIComponent(id)}`}>
                {t.askedAbout}
                <span class="unseen">: {localize(name, language)}</span>
              </a>
            ),
          },
        ]}
      />
      <Pager next={part.next} cursor={part.cursor} />
    </>
  );
}

export function Faq({ part }: { part: Part<Pack['faq'][number]> }) {
  const { language } = useView();
  const t = words[language];
  return (
    <>
      <Table
        caption={t.faq}
        rows={part.items}
        keyOf={({ id }) => id}
        empty={t.noFaq}
        columns={[
          { title: t.question, cell: ({ question }) => localize(question, language) },
          { title: t.answer, cell: ({ answer }) => <span class="text">{localize(answer, language)}</span> },
          { title: t.where, cell: ({ source }) => `${source.file}:${source.line}` },
        ]}
      />
      <Pager next={part.next} cursor={part.cursor} />
    </>
  );
}

export function Texts({ part }: { part: Part<Pack['sections'][number]> }) {
  const { language } = useView();
  const t = words[language];
  return (
    <>
      <Table
        caption={t.texts}
        rows={part.items}
        keyOf={({ id }) => id}
        empty={t.noTexts}
        columns={[
          { title: t.name, cell: ({ headingPath }) => headingPath.join(' › ') },
          { title: t.answer, cell: ({ text }) => <span class="text">{text}</span> },
          { title: t.where, cell: ({ source }) => `${source.file}:${source.line}` },
        ]}
      />
      <Pager next={part.next} cursor={part.cursor} />
    </>
  );
}
