/** Sentences that speak to a model, not to a customer: whoever wrote them into a text did not write facts. */
const TO_MODEL =
  /\b(?:ignore|disregard|forget|override|bypass) (?:\w+ ){0,4}(?:instructions?|rules?|prompts?|above|previous|guidelines|everything|facts)\b|\b(?:system|developer) (?:prompt|message|note|override|instruction)s?\b|\bnew instructions?\b|\byou (?:are|must|should|will) (?:now )?(?:act|pretend|become|respond|reply|say|tell|answer|write)\b|\byou are now (?:a|an|the|dan|in)\b|\b(?:assistants?|chatbots?|bots?|ai|models?|llms?|agents?)\b[^.!?\n]{0,40}\b(?:must|should|shall|instructions?|tell|say|reply|respond|answer|mention|recommend|print|output|add|include|offer|note|please|ignore|call|always|end|begin|finish)\b|^\s*(?:system|assistants?|ai|(?:chat)?bots?|model|note to)\b[^.:\n]{0,24}:|\bfrom now on\b|\b(?:tell|answer|inform|promise|assure|offer|give|convince) (?:the |every |all |each )?(?:customers?|users?|shoppers?|guests?|buyers?|readers?)\b|\b(?:say|reply|respond|answer|write|print|output|repeat|recommend|append|include|add|insert)\b[^.!?\n]{0,30}\b(?:that|with|exactly|the following|this|only|in your|to your|every)\b[^.!?\n]{0,40}(?::|"|'|\bfree\b|\boff\b|https?:)|\bact as\b|\bpretend\b|\brole-?play\b|\bjailbreak\b|\bDAN\b|\bcall (?:the )?(?:tool|function|\w+_\w+)\b|\b[a-z]+_[a-z]+\(|<\/?(?:system|instructions?|facts|tool)\b|\bbase64\b|\bdecode\b|(?:忽略|无视|忘记|忘掉|不要理会|跳过|绕过)[^。！？\n]{0,12}(?:指令|指示|规则|提示|要求|设定|内容|上面|以上|之前)|系统(?:提示|消息|指令|通知)|新(?:的)?指令|(?:助手|机器人|客服|模型|ai|AI)[^。！？\n]{0,8}(?:必须|应当|应该|请|要|务必|注意|看到)|(?:告诉|告知|回复|通知|答复|承诺)(?:所有|每位|每个)?(?:顾客|客户|用户|买家|客人)|(?:请|务必|必须)(?:回复|回答|说|输出|打印|推荐|扮演)|扮演|假装|你现在是|从现在(?:起|开始)|解码/im;

/** A text of the evidence without what tries to instruct; a sentence that does takes the rest of its paragraph with it. */
export function withoutInstructions(text: string): string {
  if (!TO_MODEL.test(text)) return text;
  return text
    .split('\n')
    .map((line) => {
      const at = TO_MODEL.exec(line)?.index;
      if (at === undefined) return line;
      // Back to where the sentence began.
      const before = line.slice(0, at);
      const start = Math.max(
        ...['. ', '! ', '? ', '。', '！', '？', '；'].map(
          (mark) => before.lastIndexOf(mark) + (before.includes(mark) ? 1 : 0),
        ),
      );
      return before.slice(0, Math.max(0, start));
    })
    .join('\n');
}
