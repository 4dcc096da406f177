// Optional: tells that something is new, or shows it at once where nobody is at work on the page.
const news = document.querySelector('#news');
const notice = news?.querySelector('p');
const box = document.querySelector('textarea');
const title = document.title;
const EVERY_MS = 5000;

async function look() {
  const response = await fetch(news.dataset.url, { headers: { accept: 'application/json' } });
  if (!response.ok) return;
  const { last } = await response.json();
  if (last === (news.dataset.last ?? null)) return;
  const idle = document.activeElement === document.body && (!box || box.value === '');
  if (idle) return location.reload();
  notice.hidden = false;
  document.title = `• ${title}`;
}

if (news) setInterval(() => look().catch(() => undefined), EVERY_MS);
