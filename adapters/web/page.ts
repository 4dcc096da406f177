import { localize, type Pack } from '../../src/knowledge/pack.ts';
import type { Reply } from '../../src/replies/reply.ts';
import { createSay } from '../../src/replies/wording/wording.ts';
import type { ReplyLanguage } from '../../src/understanding/understanding.ts';
import { renderReply } from './render.ts';
import { WORDS } from './words.ts';

/** What the page shows of the business. */
export type Shop = Pick<Pack, 'name' | 'contact' | 'wording'>;

export const ASSETS_PATH = '/chat/assets';

export interface PageOptions {
  shop: Shop;
  language: ReplyLanguage;
  /** Longest request the server reads, in bytes. */
  maxBytes: number;
}

/** The chat's page, in one language. It holds no script of its own: only data for the script. */
export function renderPage({ shop, language, maxBytes }: PageOptions): string {
  const words = WORDS[language];
  const name = localize(shop.name, language);
  const title = words.title.replace('{shop}', name);
  const other: ReplyLanguage = language === 'en' ? 'zh' : 'en';
  const data = { language, words, maxBytes, greeting: renderReply(greeting(shop, language)) };
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#f6f4f0" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#14171a" media="(prefers-color-scheme: dark)">
<title>${html(title)}</title>
<link rel="icon" href="${ASSETS_PATH}/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${ASSETS_PATH}/chat.css">
<script type="application/json" id="page-data">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>
<script type="module" src="${ASSETS_PATH}/chat.js"></script>
</head>
<body>
<header class="top">
  <div class="top-inner">
    <span class="mark" aria-hidden="true">${html([...name][0] ?? '')}</span>
    <div class="top-text">
      <h1>${html(name)}</h1>
      <p>${html(words.subtitle)}</p>
    </div>
    <a class="language" href="/?lang=${other}" lang="${other === 'zh' ? 'zh-CN' : 'en'}" hreflang="${other}">${words.otherLanguage}</a>
  </div>
</header>
<div class="bar" id="offline" role="status"></div>
<main>
  <div class="scroller" id="scroller" tabindex="0" role="region" aria-label="${html(words.conversation)}">
    <div class="log" id="log" role="log" aria-live="polite" aria-relevant="additions" aria-label="${html(words.conversation)}"></div>
    <noscript><p class="no-script">${html(words.noScript)} ${html(localize(shop.contact, language))}</p></noscript>
  </div>
  <button class="newest" id="newest" type="button" hidden><span aria-hidden="true">↓</span> ${html(words.newest)}</button>
</main>
<form class="composer" id="composer" autocomplete="off">
  <p class="notice" id="notice" role="alert"></p>
  <div class="composer-inner">
    <label class="unseen" for="text">${html(words.message)}</label>
    <textarea id="text" rows="1" enterkeyhint="send" placeholder="${html(words.placeholder)}" aria-describedby="hint"></textarea>
    <button class="send" type="submit" aria-label="${html(words.send)}"><svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><path d="M12 19V5M5.5 11.5 12 5l6.5 6.5" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round"/></svg></button>
  </div>
  <p class="hint" id="hint">${html(words.hint)}</p>
</form>
</body>
</html>
`;
}

/** What the visitor reads before the first message. */
function greeting(shop: Shop, language: ReplyLanguage): Reply {
  const say = createSay(shop, language, '');
  return {
    text: say('greet.first', { shop: localize(shop.name, language) }),
    language,
    choices: [
      { id: 'ask:recommend', text: say('choice.recommend') },
      { id: 'ask:order', text: say('choice.order') },
      { id: 'ask:returns', text: say('choice.returns') },
      { id: 'human', text: say('choice.human') },
    ],
    by: 'built-in',
  };
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function html(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
