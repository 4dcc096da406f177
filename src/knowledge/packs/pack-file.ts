import type { z } from 'zod';
import type { Report } from '../ingestion/report.ts';
import type { SourceFile } from '../ingestion/text-file.ts';
import type { Pack, PackAttribute, PackAttributeValue, PackCategory } from '../pack.ts';
import { withBuiltInColors } from './colors.ts';
import { packSchema } from './schemas.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';

/** What pack.yaml says: the pack without its products and texts. */
export type PackHead = Pick<
  Pack,
  | 'id'
  | 'name'
  | 'domain'
  | 'currency'
  | 'exchange'
  | 'contact'
  | 'notice'
  | 'riskAttribute'
  | 'categories'
  | 'attributes'
  | 'colors'
>;

/** Reads and checks pack.yaml, also what refers to what within it. */
export async function readPackFile(source: SourceFile, report: Report): Promise<PackHead | undefined> {
  const yaml = await readYaml(source, packSchema, report);
  if (yaml === undefined) return undefined;
  const { value } = yaml;
  const mistake = (path: PropertyKey[], message: string) => report.mistake(source.file, yaml.lineOf(path), message);

  reportRepeatedIds('categories', value.categories, mistake);
  reportRepeatedIds('attributes', value.attributes, mistake);
  reportRepeatedIds('colors', value.colors, mistake);
  checkParents(yaml, mistake);
  for (const [at, attribute] of value.attributes.entries()) checkAttribute(attribute, at, mistake);
  if (value.riskAttribute !== undefined && !value.attributes.some((each) => each.id === value.riskAttribute)) {
    mistake(['riskAttribute'], `unknown attribute "${value.riskAttribute}"`);
  }
  const { categories, attributes, colors, contact, ...rest } = value;
  return {
    ...rest,
    contact: contact ?? {},
    categories: categories satisfies PackCategory[],
    attributes: attributes satisfies PackAttribute[],
    colors: withBuiltInColors(colors satisfies PackAttributeValue[]),
  };
}

type ReportAt = (path: PropertyKey[], message: string) => void;

function reportRepeatedIds(
  key: string,
  list: readonly { id: string }[],
  mistake: ReportAt,
  path: PropertyKey[] = [key],
) {
  const seen = new Set<string>();
  for (const [at, { id }] of list.entries()) {
    if (seen.has(id)) mistake([...path, at, 'id'], `duplicate id "${id}" in ${key}`);
    seen.add(id);
  }
}

function checkParents({ value }: YamlFile<z.infer<typeof packSchema>>, mistake: ReportAt) {
  const parents = new Map(value.categories.map((each) => [each.id, each.parent]));
  for (const [at, category] of value.categories.entries()) {
    const path = ['categories', at, 'parent'];
    if (category.parent !== undefined && !parents.has(category.parent)) {
      mistake(path, `unknown parent category "${category.parent}"`);
      continue;
    }
    const seen = new Set<string>([category.id]);
    for (let up = category.parent; up !== undefined; up = parents.get(up)) {
      if (seen.has(up)) {
        mistake(path, `category "${category.id}" is above itself`);
        break;
      }
      seen.add(up);
    }
  }
}

function checkAttribute(attribute: PackAttribute, at: number, mistake: ReportAt) {
  const path = ['attributes', at];
  reportRepeatedIds('values', attribute.values, mistake, [...path, 'values']);
  if (attribute.type === 'enum' && attribute.values.length === 0) mistake(path, `enum "${attribute.id}" needs values`);
  if (attribute.type !== 'enum' && attribute.values.length > 0) {
    mistake([...path, 'values'], `"${attribute.id}" is a ${attribute.type} and has no values`);
  }
  if (attribute.type !== 'number' && attribute.better !== undefined) {
    mistake([...path, 'better'], `"better" is for numbers; "${attribute.id}" is ${attribute.type}`);
  }
}
