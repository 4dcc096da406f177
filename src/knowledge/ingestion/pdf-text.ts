import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';

/** A line of a page as it is printed. */
export interface PdfLine {
  text: string;
  /** Font size in points. */
  size: number;
  /** Height of its foot above the page's, in points. */
  y: number;
}

export interface PdfText {
  /** Pages in the document; `pages` holds at most `maxPages` of them. */
  pageCount: number;
  pages: PdfLine[][];
}

export interface PdfLimits {
  maxPages: number;
  timeoutMs: number;
  /** How far the process may grow while the file is read. */
  maxMemoryBytes: number;
}

const answerSchema = z.union([
  z.object({
    pageCount: z.number(),
    pages: z.array(z.array(z.object({ text: z.string(), size: z.number(), y: z.number() }))),
  }),
  z.object({ failure: z.string() }),
]);

/** Runs in a thread of its own, which can be ended: a small file can unfold into endless work and memory. */
const WORKER = `
const { parentPort, workerData } = require('node:worker_threads');
(async () => {
  const { getDocumentProxy } = await import(workerData.library);
  const document = await getDocumentProxy(workerData.bytes, { isEvalSupported: false, verbosity: 0 });
  const pages = [];
  for (let number = 1; number <= Math.min(document.numPages, workerData.maxPages); number += 1) {
    const page = await document.getPage(number);
    const lines = [];
    let line = { text: '', size: 0, y: 0 };
    for (const item of (await page.getTextContent()).items) {
      if (typeof item.str !== 'string') continue;
      if (item.str.trim() !== '' && item.height > line.size) line.size = item.height;
      if (line.text === '') line.y = item.transform[5];
      line.text += item.str;
      if (!item.hasEOL) continue;
      lines.push(line);
      line = { text: '', size: 0, y: 0 };
    }
    lines.push(line);
    pages.push(lines.filter((each) => each.text.trim() !== ''));
    page.cleanup();
  }
  parentPort.postMessage({ pageCount: document.numPages, pages });
})().catch((error) => parentPort.postMessage({ failure: error.name === 'PasswordException' ? 'protected by a password' : 'not a readable PDF: ' + error.message }));
`;

/** The text of a PDF. Rejects with a readable message when it is none, is protected, or passes a limit. */
export async function readPdfText(bytes: Uint8Array, limits: PdfLimits): Promise<PdfText> {
  const library = pathToFileURL(createRequire(import.meta.url).resolve('unpdf')).href;
  const before = process.memoryUsage.rss();
  const worker = new Worker(WORKER, {
    eval: true,
    workerData: { bytes, library, maxPages: limits.maxPages },
    resourceLimits: { maxOldGenerationSizeMb: 512 },
    stdout: true,
    stderr: true,
  });
  let watch: NodeJS.Timeout | undefined;
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<PdfText>((resolve, reject) => {
      worker.once('message', (message) => {
        const answer = answerSchema.parse(message);
        if ('failure' in answer) reject(new Error(answer.failure));
        else resolve(answer);
      });
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('reading it ended early')));
      timer = setTimeout(() => reject(new Error(`not read within ${limits.timeoutMs / 1000} s`)), limits.timeoutMs);
      watch = setInterval(() => {
        if (process.memoryUsage.rss() - before < limits.maxMemoryBytes) return;
        reject(new Error(`unfolds into more than ${limits.maxMemoryBytes >> 20} MB`));
      }, 20);
    });
  } finally {
    clearTimeout(timer);
    clearInterval(watch);
    await worker.terminate();
  }
}
