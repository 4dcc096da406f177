import type { DocumentReader } from './section.ts';

/** PDF by its pages. */
export const readPdf: DocumentReader = async (source, report) => {
  report.mistake(source.file, 1, 'PDF cannot be read yet');
  return [];
};
