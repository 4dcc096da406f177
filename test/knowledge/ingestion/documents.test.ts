import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readDocument } from '../../../src/knowledge/ingestion/documents.ts';
import { htmlToText } from '../../../src/knowledge/ingestion/html-text.ts';
import { readPdf } from '../../../src/knowledge/ingestion/pdf.ts';
import { createReport } from '../../../src/knowledge/ingestion/report.ts';
import { reading } from './source.ts';

const paths = (items: { headingPath: string[]; line: number }[]) =>
  items.map((each) => [each.line, each.headingPath.join(' > ')]);

describe('Markdown', () => {
  test('is split at headings of every kind, code and lists left whole', async () => {
    const markdown =
      'Intro.\n\n# A **bold** title\n\ntext\n\n```\n# no heading\n```\n\nSecond\n------\n- one\n- two\n\n### Deep\n<b>html</b><script>x()</script>\n';
    const { items } = await reading('a.md', markdown, readDocument);
    expect(paths(items)).toEqual([
      [1, ''],
      [5, 'A bold title'],
      [13, 'A bold title > Second'],
      [17, 'A bold title > Second > Deep'],
    ]);
    expect(items[1].text).toContain('# no heading');
    expect(items[2].text).toBe('- one\n- two');
    expect(items[3].text).toBe('html');
  });

  test('a long section is cut between paragraphs, a long paragraph after a sentence', async () => {
    const sentence = '这是一个关于退货的句子。';
    const { items } = await reading(
      'a.md',
      `# 退货\n\n${sentence.repeat(300)}\n\n${'Short paragraph. '.repeat(20)}\n`,
      readDocument,
    );
    expect(items.length).toBeGreaterThan(2);
    for (const { headingPath, text } of items) {
      expect(headingPath).toEqual(['退货']);
      expect(text.length).toBeLessThanOrEqual(1500);
      expect(text).toMatch(/[。.]$/);
    }
  });
});

describe('HTML', () => {
  test('is split at headings; scripts, styles, navigation and forms are dropped', async () => {
    const html = `<html><head><style>b{}</style></head><body><nav>menu</nav>
<h1>Care &amp; cleaning</h1>
<p>Use a <b>soft</b> cloth.<script>alert(1)</script></p>
<form>Subscribe</form>
<h2>Table</h2>
<table><tr><th>Part</th><th>Wash</th></tr><tr><td>Lid</td><td>yes</td></tr></table>
</body></html>`;
    const { items } = await reading('a.html', html, readDocument);
    expect(paths(items)).toEqual([
      [3, 'Care & cleaning'],
      [6, 'Care & cleaning > Table'],
    ]);
    expect(items[0].text).toBe('Use a soft cloth.');
    expect(items[1].text).toMatch(/Part \| Wash/);
  });

  test('as a fragment becomes text, and nothing of it can be run', () => {
    expect(
      htmlToText('<p>One<br>two</p><ul><li>three</li></ul><script>x()</script><img src=x onerror=alert(1)> &lt;4&gt;'),
    ).toBe('One\ntwo\n\nthree\n\n<4>');
  });
});

describe('PDF', () => {
  const file = (name: string) => ({ path: join(import.meta.dirname, 'fixtures', name), file: name });

  test('is split at lines in larger print, with the page as the line', async () => {
    const report = createReport();
    const sections = await readPdf(file('returns.pdf'), report);
    expect(report.mistakes).toEqual([]);
    expect(sections).toEqual([
      {
        headingPath: ['Returns'],
        line: 1,
        text: 'You may return goods within thirty days of delivery, with the receipt.',
      },
      {
        headingPath: ['Returns', 'Exceptions'],
        line: 2,
        text: 'Opened software is not taken back.\n\nGift cards neither.',
      },
    ]);
  });

  test('a bomb of a few kilobytes is stopped before it fills the memory', async () => {
    const report = createReport();
    await readPdf(file('bomb.pdf'), report, { maxMemoryBytes: 200 << 20 });
    expect(report.mistakes).toEqual([{ file: 'bomb.pdf', line: 1, message: 'PDF: unfolds into more than 200 MB' }]);
  });

  test('one that takes too long is given up', async () => {
    const report = createReport();
    await readPdf(file('returns.pdf'), report, { timeoutMs: 1 });
    expect(report.mistakes).toEqual([{ file: 'returns.pdf', line: 1, message: 'PDF: not read within 0.001 s' }]);
  });

  test('pages past the limit are left out with a warning, and what is no PDF is a mistake', async () => {
    const report = createReport();
    expect(await readPdf(file('returns.pdf'), report, { maxPages: 1 })).toHaveLength(1);
    expect(report.warnings[0].message).toBe('only 1 of 2 pages are read');
    expect((await reading('a.pdf', 'hello', readDocument)).mistakes).toEqual([
      '1: PDF: not a readable PDF: Invalid PDF structure.',
    ]);
  });
});
