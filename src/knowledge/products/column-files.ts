import type { Sections, SectionWriter } from '../storage/sections.ts';
import type { ProductColumns } from './columns.ts';

/** Adds columns to a file. */
export function putColumns(writer: SectionWriter, columns: ProductColumns): void {
  writer.putJson('columns', {
    count: columns.count,
    numbers: Object.keys(columns.numbers),
    sets: Object.keys(columns.sets),
  });
  for (const [name, numbers] of Object.entries(columns.numbers)) writer.put(`number.${name}`, numbers);
  for (const [name, set] of Object.entries(columns.sets)) {
    writer.putStrings(`set.${name}.values`, set.values);
    writer.put(`set.${name}.offsets`, set.offsets);
    writer.put(`set.${name}.documents`, set.documents);
  }
}

/** The columns stored in a file. */
export function getColumns(sections: Sections): ProductColumns {
  const { count, numbers, sets } = sections.json('columns') as { count: number; numbers: string[]; sets: string[] };
  return {
    count,
    numbers: Object.fromEntries(numbers.map((name) => [name, sections.get(`number.${name}`, 'f64')])),
    sets: Object.fromEntries(
      sets.map((name) => [
        name,
        {
          values: sections.strings(`set.${name}.values`),
          offsets: sections.get(`set.${name}.offsets`, 'u32'),
          documents: sections.get(`set.${name}.documents`, 'u32'),
        },
      ]),
    ),
  };
}
