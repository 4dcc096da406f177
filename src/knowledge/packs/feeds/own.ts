import type { Row } from '../../ingestion/row.ts';
import { type DraftText, emptyDraft, type ProductDraft } from '../product-draft.ts';
import {
  type ColumnPlan,
  createColumnCheck,
  type Field,
  hasNeededColumns,
  isAttributeColumn,
  planColumns,
} from './columns.ts';
import { type Feed, fieldText, splitList, splitPath } from './feed.ts';

/** The columns of docs/PACKS.md, and plain catalogues of ids, titles and whatever else they hold. */
export const ownFeed: Feed = {
  name: 'own columns',
  own: true,
  recognises: () => true,
  async *drafts(rows, context) {
    const checkColumns = createColumnCheck(context);
    let signature: string | undefined;
    let plan: ColumnPlan = { fields: {}, hasName: false };
    for await (const row of rows) {
      const columns = Object.keys(row.fields);
      if (columns.join('\n') !== signature) {
        signature = columns.join('\n');
        plan = planColumns(columns);
        if (context.headerLine !== undefined && !hasNeededColumns(plan, context)) return;
        checkColumns(columns, row.line);
      }
      yield draftOf(row, plan);
    }
  },
};

function draftOf(row: Row, { fields: plan }: ColumnPlan): ProductDraft {
  const draft = emptyDraft(row.line);
  const value = (field: Field): unknown => (plan[field] === undefined ? undefined : row.fields[plan[field]]);
  const scalar = (field: Field): string | number => {
    const raw = value(field);
    return typeof raw === 'number' ? raw : fieldText(raw);
  };
  draft.id = fieldText(value('id'));
  draft.name = textOf(value('name'));
  draft.description = textOf(value('description'));
  draft.category = pathOf(value('category'));
  draft.brand = fieldText(value('brand'));
  draft.price = scalar('price');
  draft.listPrice = scalar('listPrice');
  draft.stock = scalar('stock');
  draft.rating = scalar('rating');
  draft.colors = listOf(value('colors'));
  draft.sizes = listOf(value('sizes'));
  draft.tags = listOf(value('tags'));
  draft.since = fieldText(value('since'));
  draft.image = fieldText(value('image'));
  draft.url = fieldText(value('url'));
  draft.currency = fieldText(value('currency'));

  const used = new Set(Object.values(plan));
  for (const [column, raw] of Object.entries(row.fields)) {
    if (used.has(column)) continue;
    const localized = /^(name|title|description)_(en|zh)$/.exec(column.toLowerCase());
    if (localized !== null) {
      const target = localized[1] === 'description' ? draft.description : draft.name;
      target[localized[2] as 'en' | 'zh'] = fieldText(raw);
    } else if (isAttributeColumn(column.toLowerCase())) draft.attributes[column.slice(5)] = raw;
    else if (column === 'attributes' && typeof raw === 'object' && raw !== null) Object.assign(draft.attributes, raw);
    else draft.extra.push(...searchableTexts(raw));
  }
  return draft;
}

function textOf(value: unknown): DraftText {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const { en, zh } = value as Record<string, unknown>;
    return { en: fieldText(en), zh: fieldText(zh) };
  }
  if (Array.isArray(value)) return { any: value.map(fieldText).join('\n') };
  return { any: fieldText(value) };
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(fieldText).filter((each) => each !== '') : splitList(fieldText(value), '|');
}

function pathOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(fieldText).filter((each) => each !== '') : splitPath(fieldText(value));
}

/** Words of an unknown field, however nested; links, flags and bare numbers say nothing a customer would search. */
function searchableTexts(value: unknown, depth = 0): string[] {
  if (typeof value === 'string') return /^\s*$|^https?:|^data:|^-?[\d.,]+$/.test(value) ? [] : [value.trim()];
  if (typeof value !== 'object' || value === null || depth > 4) return [];
  return Object.values(value).flatMap((each) => searchableTexts(each, depth + 1));
}
