/**
 * What the server tells the page; the shapes are those of ../render.ts, ../history.ts and ../words.ts.
 * @typedef {string | { tag: string, children: MarkNode[], href?: string, start?: number }} MarkNode
 * @typedef {{ text: string, id?: string, url?: string }} CardButton
 * @typedef {{ title: string, price: string, listPrice?: string, reason: string, facts: string[], image?: string, buttons: CardButton[] }} CardView
 * @typedef {{ id: string, text: string }} Choice
 * @typedef {{ language: 'en' | 'zh', body: MarkNode[], cards: CardView[], table?: { columns: string[], rows: string[][] }, choices: Choice[] }} ReplyView
 * @typedef {{ id: string, text?: string, at: string, reply?: ReplyView, pending: boolean }} TurnView
 * @typedef {{ id: string, text: string, choice?: string, campaign?: string }} Outgoing
 * @typedef {Record<string, string>} Words
 */

const source = document.getElementById('page-data')?.textContent ?? '{}';

/** @type {{ language: 'en' | 'zh', words: Words, maxBytes: number, greeting: ReplyView }} */
export const pageData = JSON.parse(source);
