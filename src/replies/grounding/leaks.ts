import { foldUnicode } from './fold.ts';
import type { Evidence, Violation } from './violation.ts';

interface Leak {
  pattern: RegExp;
  what: string;
}

const CODE = 'text in code';
const LEAKS: readonly Leak[] = [
  {
    what: 'a placeholder that was not filled in',
    pattern:
      /\{\{[^{}]{0,60}\}\}|\$\{[^{}]{0,60}\}|<%[^%]{0,60}%>|\{[a-z_]{2,30}\}|\[(?:your|insert|product|price|name|customer|company|link|date|order)[\w ]{0,30}\]|\[[A-Z][A-Z_]{2,24}\]|<(?:price|name|product|link|date|your)[\w ]*>|\bobject Object\b|(?<![\w.])(?:undefined|NaN)(?![\w])|\bTBD\b|\bXXX+\b|\blorem ipsum\b/g,
  },
  { what: 'a marker of private text', pattern: /\[[A-Z]{2,16}_\d{1,3}\]/g },
  {
    what: 'what belongs to the model, not to the customer',
    pattern:
      /<\|[\w ]{2,30}\|>|<\/?(?:facts|history|customer_message|tool_call|function_call|tool_result|think|system|instructions?|tool|assistant|user)\b[^>]{0,80}>|\[\/?INST\]|<<\/?SYS>>|^\s*(?:system|assistant|user|human|tool)\s*:/gim,
  },
  {
    what: "a tool's name or arguments",
    pattern:
      /\b[a-z]{2,20}(?:_[a-z]{2,20}){1,4}\b(?=\s*[({:"'`,]|\b)|"(?:name|arguments|tool|function|parameters|role|content)"\s*:|\{\s*"[\w-]{1,40}"\s*:/g,
  },
  {
    what: 'its instructions',
    pattern:
      /\b(?:my|the|these|your|here (?:are|is) (?:my|the)) (?:system |hidden |initial |secret |original |full |exact )*(?:prompt|instructions?)\b[^.!?\n]{0,24}(?::|"|\bis\b|\bare\b|\bsays?\b|\bread\b|\bbegins?\b)|\bi (?:was|am|have been) (?:instructed|told|programmed|prompted) to\b|\byou are the assistant of\b|(?:系统提示词?|我的(?:提示词|指令|系统设定|设定))[^。！？]{0,8}(?:：|:|是|如下|为)|我被(?:要求|设定|指示)/gi,
  },
  {
    what: 'tools',
    pattern:
      /\b(?:my|the|following|available|these) tools?\b[^.!?\n]{0,20}(?::|\bare\b|\binclude)|\bi can call (?:the |these |following )*(?:tools?|functions?|\w+_\w+)|我(?:可以|能)(?:调用|使用)的?(?:工具|函数|接口)|可用(?:的)?工具|工具(?:列表|清单|有)/gi,
  },
  {
    what: 'another role than yours',
    pattern:
      /\bDAN\b|\b(?:jailbr(?:ea|o)k\w*|developer mode|god mode|unrestricted mode|do anything now)\b|\bi (?:now )?have no (?:restrictions|limits|rules|filters)\b|\bno longer bound\b|\bfree (?:of|from) (?:all |any )?(?:rules|restrictions)|越狱|开发者模式|上帝模式|(?:没有|不受)任何(?:限制|约束)|解除了?限制/gi,
  },
  {
    what: 'another customer',
    pattern:
      /\b(?:another|other|previous|last|different) customers?(?:'s|s')? (?:order|name|address|e-?mail|phone|number|data|details|card|account|message|conversation|info)\w*\b|\b(?:customer|user) (?:list|database|records?)\b|(?:其他|别的|另一位|上一位|其它)(?:客户|顾客|用户)的?(?:订单|姓名|名字|地址|邮箱|电话|手机|信息|数据|资料|卡号|对话)|(?:客户|用户|顾客)(?:名单|数据库)/gi,
  },
  {
    what: CODE,
    pattern:
      /(?<![\w/+.-])(?=[A-Za-z\d+/]*[A-Z])(?=[A-Za-z\d+/]*[a-z])[A-Za-z\d+/]{28,}={0,2}(?![\w/+])|(?:\\x[\da-f]{2}){4,}|(?:\\u[\da-f]{4}){3,}|(?:[01]{8}\s){3,}/g,
  },
];

/** Refusing to show a thing names it too. */
const REFUSED =
  /(?:\b(?:can't|cannot|can not|won't|not able to|unable to|don't|never|not allowed to|no access|couldn't|not)\b|不能|无法|不会|不可以|不便|没办法|没有权限|不方便|不涉及)[^.!?。！？]{0,60}$/i;

/** Finds what customers must not see: instructions, tools, placeholders, other customers' data, and what was told not to appear. */
export function checkLeaks(raw: string, evidence: Evidence): Violation[] {
  const text = foldUnicode(raw);
  const lower = squeeze(text);
  const known = squeeze(
    [evidence.customerMessage, ...(evidence.texts ?? []), ...evidence.passages.map((one) => one.text)].join('\n'),
  );
  const violations: Violation[] = (evidence.forbidden ?? [])
    .filter((secret) => secret.trim() !== '' && lower.includes(squeeze(secret)))
    .map((secret) => ({ kind: 'leak', text: secret, explain: 'The reply contains text that customers must not see.' }));
  for (const { pattern, what } of LEAKS) {
    for (const match of text.matchAll(pattern)) {
      const found = match[0].trim();
      if (REFUSED.test(text.slice(Math.max(0, match.index - 90), match.index))) continue;
      // What the customer or a text wrote so may be repeated, but for tools and roles.
      if (/^\[[A-Z]+_\d+\]$/.test(found) && known.includes(squeeze(found))) continue;
      violations.push({ kind: 'leak', text: found, explain: `"${found}" is ${what}; customers must not see it.` });
      break;
    }
  }
  return violations;
}

const squeeze = (text: string) =>
  foldUnicode(text)
    .toLowerCase()
    .replace(/[\s*_`]+/g, ' ');
