/** What a message says about linking chats: that it is wished, a code that was given elsewhere, or that a link is to be undone. */
export type LinkWords = { kind: 'ask' } | { kind: 'code'; code: string } | { kind: 'undo' };

const LONGEST = 120;
const PLACE = '(?:telegram|slack|(?:ms |microsoft )?teams|(?:the )?web(?:site| ?chat| ?page)?|browser|phone|app|other)';
/** The whole message must say it: "how do I link my account to a wallet" is a question for the pack. */
const ASK = new RegExp(
  "^(?:(?:hi|hello|hey|please|pls|can you|could you|can i|i(?:’|')?d like to|i want to|how (?:do|can) i)[ ,]*)*" +
    '(?:link|connect|merge|join|combine)\\s+(?:up\\s+)?(?:my|these|both|the two|our)\\s+(?:two\\s+|other\\s+|chat\\s+)?' +
    `(?:accounts?|profiles?|chats?|channels?)(?:\\s+(?:with|to|on|in|across|from|and|between)\\s+(?:my |the )?${PLACE}(?:\\s+(?:chat|account|one))?)*` +
    '(?:\\s+(?:together|please|with you|here))*[.?!\\s]*$',
  'i',
);
const UNDO =
  /^(?:(?:please|can you|i want to)[ ,]*)*(?:unlink|un-link|disconnect|separate|split)\s+(?:my|these|this|both|the)\s+(?:two\s+)?(?:accounts?|profiles?|chats?|channels?)(?:\s+please)?[.?!\s]*$/i;
const ASK_ZH =
  /^(?:你好|请|麻烦|帮我|我想|我要|想要?|能不能|可以|怎么|如何|把|将|[,，\s])*(?:关联|绑定|合并|打通)(?:一下)?(?:我的|我|这两个|两个|这些|其他)*(?:账号|账户|帐号|帐户|聊天|渠道|身份)(?:和|到|与|跟)?(?:telegram|slack|teams|网页|其他渠道)?[吗么呢吧。！？!?\s]*$/i;
const ASK_ZH_AFTER =
  /^(?:你好|请|麻烦|帮我|我想|我要|能不能|可以|[,，\s])*把?(?:我的|这两个|两个)(?:账号|账户|帐号|帐户|聊天|渠道)(?:关联|绑定|合并|打通)(?:起来|一下|在一起)?[吗么呢吧。！？!?\s]*$/;
const UNDO_ZH =
  /^(?:请|帮我|我想|我要|[,，\s])*(?:取消|解除)(?:我的|这个|这些)?(?:账号|账户|帐号|帐户|聊天|渠道)?的?(?:关联|绑定)[。！!\s]*$|^(?:请|帮我)?解绑(?:我的|这个)?(?:账号|账户|帐号|帐户)?[。！!\s]*$/;
/** As codes are made, with a letter and a digit in each half; written by hand, case and the dash are as they may. */
const HALF = '((?=[A-Z]*[2-9])(?=[2-9]*[A-HJ-NP-Z])[A-HJ-NP-Z2-9]{5})';
const CODE = new RegExp(
  "^(?:(?:my|the|link|code|is|here(?:'s)?|关联码|关联|验证码|代码|是|为|我的)[\\s:：,，]*)*" +
    `${HALF}[-\\s–—]?${HALF}[.。!！\\s]*$`,
  'i',
);

/** Reads a message as one about linking; undefined when it is about something else. */
export function readLinkWords(text: string): LinkWords | undefined {
  const said = text.trim().normalize('NFKC');
  if (said.length === 0 || said.length > LONGEST) return undefined;
  const parts = CODE.exec(said);
  if (parts) return { kind: 'code', code: `${parts[1]}${parts[2]}` };
  if (UNDO.test(said) || UNDO_ZH.test(said)) return { kind: 'undo' };
  if (ASK.test(said) || ASK_ZH.test(said) || ASK_ZH_AFTER.test(said)) return { kind: 'ask' };
  return undefined;
}
