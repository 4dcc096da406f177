/** @import { MarkNode } from './page-data.js' */

/**
 * An element. Children that are strings become text, never HTML.
 * @param {string} tag
 * @param {Record<string, string>} [attributes]
 * @param {...(Node | string)} children
 * @returns {HTMLElement}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

const TAGS = new Set('p strong em del code pre ul ol li a blockquote br hr table tr th td'.split(' '));

/**
 * The server's Markdown tree as elements; what is not known is shown as its text.
 * @param {MarkNode[]} nodes
 * @returns {(Node | string)[]}
 */
export function markdownNodes(nodes) {
  return nodes.map((node) => {
    if (typeof node === 'string') return node;
    const children = markdownNodes(node.children);
    if (!TAGS.has(node.tag)) return element('span', {}, ...children);
    if (node.tag === 'a') return linkTo(node.href ?? '', children);
    if (node.tag === 'table')
      return element('div', { class: 'wide', tabindex: '0', role: 'group' }, element('table', {}, ...children));
    const made = element(node.tag, node.start === undefined ? {} : { start: String(node.start) }, ...children);
    const only = node.children.length === 1 ? node.children[0] : undefined;
    // A paragraph that is emphasis as a whole is a remark: where an answer stands, what to bear in mind.
    if (node.tag === 'p' && typeof only === 'object' && only.tag === 'em') made.className = 'remark';
    return made;
  });
}

/**
 * @param {string} href
 * @param {(Node | string)[]} children
 */
export function linkTo(href, children) {
  const isWeb = /^https?:\/\//i.test(href);
  return isWeb
    ? element('a', { href, target: '_blank', rel: 'noopener noreferrer' }, ...children)
    : element('span', {}, ...children);
}
