import type { Sections, SectionWriter } from '../storage/sections.ts';
import type { LexicalIndex } from './lexical-index.ts';

/** Adds an index to a file under a prefix. */
export function putLexicalIndex(writer: SectionWriter, prefix: string, index: LexicalIndex): void {
  writer.putJson(`${prefix}.size`, index.documents);
  writer.putStrings(`${prefix}.vocabulary`, index.vocabulary);
  writer.putStrings(
    `${prefix}.surfaces`,
    index.surfaces.map((surface, term) => (surface === index.vocabulary[term] ? '' : surface)),
  );
  writer.put(`${prefix}.offsets`, index.offsets);
  writer.put(`${prefix}.postings`, index.postings);
  writer.put(`${prefix}.impacts`, index.impacts);
  writer.put(`${prefix}.titleOffsets`, index.titleOffsets);
  writer.put(`${prefix}.titleTerms`, index.titleTerms);
  writer.put(`${prefix}.gramKeys`, index.grams.keys);
  writer.put(`${prefix}.gramOffsets`, index.grams.offsets);
  writer.put(`${prefix}.gramPostings`, index.grams.postings);
  writer.put(`${prefix}.gramSizes`, index.grams.sizes);
}

/** The index stored under a prefix. */
export function getLexicalIndex(sections: Sections, prefix: string): LexicalIndex {
  const vocabulary = sections.strings(`${prefix}.vocabulary`);
  return {
    documents: sections.json(`${prefix}.size`) as number,
    vocabulary,
    surfaces: sections.strings(`${prefix}.surfaces`).map((surface, term) => surface || vocabulary[term]),
    termIds: new Map(vocabulary.map((term, id) => [term, id])),
    offsets: sections.get(`${prefix}.offsets`, 'u32'),
    postings: sections.get(`${prefix}.postings`, 'u32'),
    impacts: sections.get(`${prefix}.impacts`, 'u8'),
    titleOffsets: sections.get(`${prefix}.titleOffsets`, 'u32'),
    titleTerms: sections.get(`${prefix}.titleTerms`, 'u32'),
    grams: {
      keys: sections.get(`${prefix}.gramKeys`, 'u32'),
      offsets: sections.get(`${prefix}.gramOffsets`, 'u32'),
      postings: sections.get(`${prefix}.gramPostings`, 'u32'),
      sizes: sections.get(`${prefix}.gramSizes`, 'u16'),
    },
  };
}
