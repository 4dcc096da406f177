import type { Sections, SectionWriter } from '../storage/sections.ts';
import type { LsaModel } from './lsa.ts';

/** Adds a model to a file. */
export function putLsaModel(writer: SectionWriter, model: LsaModel): void {
  writer.putJson('lsa.dimension', model.dimension);
  writer.putStrings('lsa.features', model.features);
  writer.put('lsa.idf', model.idf);
  writer.put('lsa.basis', model.basis);
}

/** The model stored in a file. */
export function getLsaModel(sections: Sections): LsaModel {
  const features = sections.strings('lsa.features');
  return {
    dimension: sections.json('lsa.dimension') as number,
    features,
    featureIds: new Map(features.map((feature, id) => [feature, id])),
    idf: sections.get('lsa.idf', 'f32'),
    basis: sections.get('lsa.basis', 'f32'),
  };
}
