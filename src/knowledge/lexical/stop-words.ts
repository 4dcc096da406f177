const words = (text: string) => new Set(text.split(/\s+/).filter((word) => word !== ''));

/** Words of a request that never tell what is wanted. */
const STOP = words(`
  a an the and or but of for to in on at by with from as is are am was were be been being do does did have has had i i'm im i'd
  i've i'll me my mine we us our you your yours it its it's he she they them their his her this that these those there here what which who whom
  whose where when why how can could would should will shall may might must not no nor so if then than too very just also any some
  please pls plz hi hello hey thanks thank ok okay well let lets let's
  want wants wanted need needs needed looking look find search show give get got buy buying purchase recommend recommendation recommendations suggest
  suggestion suggestions tell help know like something anything someone sth stuff thing things one ones
  have got sell selling carry stock available around about under over below above less more between
  while what's whats is there are you guys folks maybe perhaps kind sort type really actually
  的 了 和 与 或 及 是 在 我 你 您 他 她 它 我们 你们 他们 这 那 这个 那个 这些 那些 哪 哪个 哪些 什么 怎么 怎样 如何 吗 呢 吧 啊 呀 哦 嘛 么 请 请问 谢谢 你好 您好
  想 想要 要 需要 买 想买 购买 找 寻找 看 看看 给 帮 帮我 推荐 介绍 有 有没有 没有 能 能不能 可以 可不可以 会 有点 一点 一点儿 一个 一款 一些 一下 一台 一部 一件 一双 一条 个 款 件 台 部 双 条 只
  卖 售 出售 有卖 在卖 卖的 店里 店内 家里有 你家 你们家 咱家 贵店 这里 那里 这儿 那儿 亲 哈 呗 呐 嗨 哎 诶 吖 滴 哒 啦 嘞 咯
  把 被 让 跟 对 从 到 就 都 也 还 很 比较 最 太 不 没 别 用 用来 用于 时候 东西 求 左右 以内 以下 以上 不超过 预算 价格 元 块 块钱 美元 人民币 之间 多少钱 多少 价钱 怎么办 怎么样 什么样 哪里 哪儿 来 去 上 里 下 中 谁 送 送给 适合
`);

/** Words that colour a request but name no goods: they weigh little, and a shop without them still fits. */
const WEAK = words(`
  good best better great nice cheap cheaper cheapest affordable budget expensive premium quality top popular new newest latest hot favorite favourite
  gift gifts present presents birthday christmas xmas valentine valentines anniversary wedding holiday girlfriend boyfriend wife husband mom mum mother dad
  father friend friends son daughter kid kids child children boy girl man men woman women him parents grandma grandpa nephew niece grandson granddaughter boys girls colleague boss teacher
  people person lover lovers enthusiast beginner beginners product products item items goods model models brand brands option options choice choices deal deals discount sale price prices cost
  usd dollars dollar bucks $ rmb yuan cny eur euro euros
  easy easier simpler convenient comfortable love loves likes enjoy enjoys helps useful
  use used using work works working make makes making go going day days home everyday daily light lightweight small big large
  好 好的 好用 不错 便宜 实惠 划算 性价比 高性价比 贵 高端 质量 热门 热销 畅销 流行 新款 最新 爆款 人气 好看 漂亮
  礼物 礼品 生日 生日礼物 圣诞 圣诞节 情人节 纪念日 节日 女朋友 男朋友 女友 男友 老婆 老公 妻子 丈夫 妈妈 爸爸 母亲 父亲 朋友 闺蜜 儿子 女儿 孩子 小孩 儿童 男生 女生 长辈 老人 爸妈 父母 同事 老板 老师
  哪种 哪款 那种 这种 不要 别太 不想 希望 最好 一般 经常 每天 放 做 拿 带 戴 穿 住 家 人 一个人 方便 简单 舒服
  男孩 女孩 男孩子 女孩子 小男孩 小女孩 侄子 侄女 外甥 外甥女 孙子 孙女 岳父 岳母 在家
  喜欢 喜爱 爱 轻松 省事 省心 实用
  爱好者 新手 初学者 产品 商品 牌子 品牌 选择 优惠 打折 促销 价位 日常 平时 家里 家用 大 小 轻 轻便
`);

/** Whether a folded word is dropped from queries (documents keep it: "The Boys"). */
export function isStopWord(word: string): boolean {
  return STOP.has(word);
}

/** Somebody's age: it tells for whom, not what. */
const AGE = /^(?:[\d一二三四五六七八九十两]+(?:多|几)?岁|\d+-?(?:years?|yrs?)(?:-?olds?)?)$/;

/** Whether a folded word only colours a request. */
export function isWeakWord(word: string): boolean {
  return WEAK.has(word) || AGE.test(word);
}
