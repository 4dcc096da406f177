/** English words no key phrase starts or ends with: function words and the verbs of asking. */
export const ENGLISH_STOP: ReadonlySet<string> = new Set(
  `a about above actually after again against ago all almost alone along already also although always am an and another any anybody
  anyone anything anyway are aren't around as ask at away back bad be became because become been before behind being below best better
  between big bit both but buy by bye came can can't cannot come comes coming compare could couldn't currently definitely did didn't do
  does doesn't doing don't done down dont during each either else enough especially even ever every everyone everything except far few
  find fine first for forward found from full further gave get gets getting give given go goes going gone gonna good got great had hadn't
  hardly has hasn't have haven't having he he's hello help her here hers herself hey hi him himself his how however i i'd i'll i'm i've if
  im in instead into is isn't it it's its itself ive just keep kind know last later least less let let's like liked likes little long look
  looking looks lot lots made make makes making many may maybe me mean might mine more most much must my myself near need needed needs
  never new next nice no none nor not nothing now of off often ok okay old on once one ones only onto or other others our ours out over own
  people perhaps please pls point pretty probably put quite rather really recommend right said same saw say says see seem seemed seems seen
  several shall she should shouldn't show since so some somebody someone something somewhere soon sort sorry still such suggest sure take
  taken takes tell than thank thanks that that's thats the their theirs them themselves then there there's these they they're thing things
  think this those though thought through thus time times to today together told too took toward tried try trying two under until up upon
  us use used uses using usually very want wanted wants was wasn't way we we'll we're we've well went were weren't what what's whatever when
  where whether which while who whole whom whose why will wish with within without won't would wouldn't yes yet you you'd you'll you're
  you've your yours yourself dollars bucks usd around hope love loved hate bought ordered received arrived works worked work working feel
  felt day days week weeks month months year years absolutely extremely totally completely highly super bit lot able cause done end
  everything however i'd none ok overall since though today's truly was wow yeah yep yup nope u ur`.split(/\s+/),
);

/** Chinese words that are no key phrase, whatever their part of speech. */
export const CHINESE_STOP: ReadonlySet<string> = new Set(
  `的 了 是 我 你 他 她 它 我们 你们 他们 您 这 那 这个 那个 这些 那些 这样 那样 这么 那么 什么 怎么 怎么样 为什么 哪个 哪些 哪里 谁 多少 几 有 没有 没
  不 不是 不要 不会 不能 也 都 就 还 还是 还有 又 再 很 太 非常 比较 特别 真的 真 挺 最 更 好 好的 可以 能 会 要 想 想要 想买 需要 觉得 感觉 知道 看 看看 买
  买个 给 给我 推荐 请 请问 谢谢 你好 您好 一个 一下 一些 一点 一点点 有点 左右 以内 以下 以上 和 与 跟 或 或者 但 但是 因为 所以 如果 而且 然后 之后 以后 之前
  现在 今天 昨天 明天 时候 时间 东西 问题 情况 方面 地方 个 块 元 钱 块钱 次 种 款 台 部 件 条 只 双 吧 吗 呢 啊 呀 哦 嗯 哈 哈哈 啦 嘛 不错 还行 一般 应该
  可能 已经 一直 总是 经常 其实 就是 只是 只有 除了 别 别的 其他 其它 自己 大家 别人 人 朋友 我家 家里 家 上 下 里 中 到 在 从 对 把 被 让 用 使用 来 去 出
  说 做 比 像 得 地 着 过 起来 出来 下来 收到 一样 不同 第一次 第二 点 多 少 大 小 太多 很多 不少 差不多 预算 亲 店家 卖家 老板 麻烦 帮 帮忙 帮我 找 有没有
  能不能 是不是 一次 两次 几次 天 年 月 日 号 时 整体 总体 总之 希望 喜欢 满意 客官 那种 这种 样子 感受 一款 几款`.split(
    /\s+/,
  ),
);
