import type { ReplyLanguage } from '../../src/understanding/understanding.ts';

/** What the page itself says; the bot's own sentences are the pack's wording. `{seconds}` is filled by the page. */
export interface PageWords {
  title: string;
  subtitle: string;
  /** The other language, in that language. */
  otherLanguage: string;
  conversation: string;
  message: string;
  placeholder: string;
  send: string;
  hint: string;
  you: string;
  bot: string;
  typing: string;
  writing: string;
  checking: string;
  today: string;
  yesterday: string;
  newest: string;
  table: string;
  listPrice: string;
  starters: string;
  opensPage: string;
  sending: string;
  notSent: string;
  retry: string;
  offline: string;
  tooLong: string;
  tooFast: string;
  refused: string;
  expired: string;
  noScript: string;
}

export const WORDS: Record<ReplyLanguage, PageWords> = {
  en: {
    title: 'Chat with {shop}',
    subtitle: 'Assistant · answers at once',
    otherLanguage: '中文',
    conversation: 'Conversation',
    message: 'Your message',
    placeholder: 'Write a message…',
    send: 'Send',
    hint: 'Enter sends, Shift + Enter starts a new line',
    you: 'You',
    bot: 'Assistant',
    typing: 'The assistant is writing',
    writing: 'Writing…',
    checking: 'Checking the facts…',
    today: 'Today',
    yesterday: 'Yesterday',
    newest: 'Newest messages',
    table: 'Comparison',
    listPrice: 'before',
    starters: 'Suggestions',
    opensPage: 'opens a new page',
    sending: 'Sending…',
    notSent: 'Not sent.',
    retry: 'Try again',
    offline: 'The connection is lost. Trying to reconnect; what you write is kept.',
    tooLong: 'That message is too long to be sent. Please shorten it; it is still in the box below.',
    tooFast: 'That was very fast. Please wait {seconds} s; your message is still in the box below.',
    refused: 'That message could not be sent. Please change it; it is still in the box below.',
    expired: 'This page is no longer signed in to its conversation. Please reload it and allow cookies for it.',
    noScript: 'The chat needs JavaScript. Please switch it on, or reach us directly:',
  },
  zh: {
    title: '{shop} 在线咨询',
    subtitle: '智能助手 · 随时为您解答',
    otherLanguage: 'English',
    conversation: '对话',
    message: '您的消息',
    placeholder: '请输入消息…',
    send: '发送',
    hint: '回车发送，Shift + 回车换行',
    you: '您',
    bot: '助手',
    typing: '助手正在输入',
    writing: '正在输入…',
    checking: '正在核对信息…',
    today: '今天',
    yesterday: '昨天',
    newest: '最新消息',
    table: '对比',
    listPrice: '原价',
    starters: '快捷提问',
    opensPage: '在新页面打开',
    sending: '发送中…',
    notSent: '未发送。',
    retry: '重试',
    offline: '连接已断开，正在重新连接；您输入的内容不会丢失。',
    tooLong: '这条消息太长，无法发送。请缩短后再发，内容仍在下方输入框中。',
    tooFast: '您发得太快了，请等 {seconds} 秒再发，内容仍在下方输入框中。',
    refused: '这条消息无法发送，请修改后再发，内容仍在下方输入框中。',
    expired: '本页面与对话的连接已失效，请允许使用 Cookie 并刷新页面。',
    noScript: '聊天需要 JavaScript，请启用后再试，或直接联系我们：',
  },
};
