/** What every shop is asked, as people say it in passing: still freer wordings, in the form of `ORDER_TOPICS`. */
export const SPOKEN_TOPICS = `
when can I expect it | what day will it come | is it going to be here before my birthday | how soon would I have it | still waiting since last week, is that normal | I am in a hurry, what is the fastest | does it come tomorrow if I buy now
哪天能拿到 | 生日前能到吗 | 等了一周正常吗 | 赶时间最快哪天 | 现在买明天到不到 | 大概什么日子能收货

is there an extra charge for heavy things | does sending it cost me anything | what do you add for bringing it | from how much do you send it for nothing | shipping price for a small item
重的东西要加钱吗 | 寄过来要多少 | 送货另外收费吗 | 满多少不用运费 | 小件寄费多少

I live in another country, can you send it | will you mail it to Italy | do you send to Canada | my parents live overseas, can they get it
我人在外国能寄吗 | 能邮到意大利吗 | 加拿大能收到吗 | 爸妈在海外能收吗

bring it after work please | nobody home until six | which hours does the driver come | can I pick the day | not on Tuesday please
下班后送行吗 | 六点前没人在家 | 司机几点来 | 我能挑日子吗 | 周二别送

I will come and take it with me | can I grab it at your place | fetch it in person | is it ready for me to take
我自己过来拿 | 能到你们那取吗 | 本人去提货 | 好了能来取吗

where has my stuff got to | any news about my delivery | what is the number to follow it | which courier has it
东西走到哪了 | 快递有消息吗 | 单号给我一下 | 哪家快递在送

no movement for ages | it vanished on the way | neighbours do not have it either | marked as handed over but nobody got it
好久没动静 | 半路没了 | 邻居也没收到 | 写着已交付可没人拿到

it came in pieces | arrived smashed to bits | there is a hole in the box and the thing is bent | scratched all over out of the package
到手就散架了 | 碎成几块 | 箱子破个洞东西弯了 | 一拆开全是划痕

this is not what I bought | you mixed up my order | only the box, nothing in it | one glove short
这不是我买的东西 | 你们搞混了 | 盒子是空的 | 少了一只

I am not happy with it, what can I do | may I give it back | I regret buying this | take this off my hands | she does not like her present from me
不满意怎么办 | 能还给你们吗 | 买了后悔了 | 不想留着了 | 她不喜欢我买的

I switched it on already | box is gone, tag is off | worn one evening | only tested it
已经开机了 | 盒子没了吊牌剪了 | 穿过一晚 | 只是试了试

I would rather have the bigger one | give me the black instead | swap sizes | wrong fit, need another
想要大一点的那个 | 给我换黑的 | 尺码换一下 | 不合身换一件

you still owe me the money | I gave it back, where is my cash | how many days for my money to be back | nothing on my card so far
钱还没退给我 | 东西还了钱呢 | 几天钱能回来 | 卡里还没收到

what if it gives up in two years | am I covered when it breaks | for how long do you stand behind it | is a dead battery your problem
两年坏了咋办 | 坏了有保障吗 | 你们包多长时间 | 电池不行了归你们管吗

it makes a strange noise, who looks at it | it quit on me | where do I take a faulty one | can somebody mend this
有怪声找谁看 | 突然不工作了 | 有毛病的拿去哪 | 有人能修这个吗

what cards do you take | is cash fine | can I settle by wire | do you accept foreign cards
收什么卡 | 现金行不 | 能汇款付吗 | 外国卡能刷吗

too expensive to pay in one go | a bit each month | could I spread it | half now, half later
一次付太多了 | 每月付一点 | 能分着付吗 | 先付一半行吗

it will not let me pay | my card bounced | double booking on my statement | money gone, no order
付不出去 | 刷卡不成功 | 账单上扣了两笔 | 钱扣了没单子

I need papers for the tax man | a bill with our firm's name | the receipt got lost | for my expenses
报税要单据 | 抬头写我们公司 | 小票丢了 | 拿去报账

what is the promo worth | the voucher does nothing | how do I redeem a code | it says expired
这个码怎么兑换 | 券没有反应 | 提示过期 | 折扣怎么没了

someone else has it for less | can you go lower | I saw it for thirty less | it went down right after I bought
别处比这便宜 | 能再低点吗 | 看到有便宜三十的 | 买完就掉价

I collect points, what for | how many points do I have | my bonus points | do I get anything for being loyal
积分干嘛用 | 我有多少分 | 老顾客有好处吗 | 积分值多少

is there a good time to buy | any bargains soon | when do things get cheap | waiting for the sales
啥时候买合适 | 最近有便宜吗 | 打折季几月 | 等活动呢

make it pretty for a birthday | could you put a ribbon on | with a little note please | hide the price
包得好看点过生日 | 系个蝴蝶结 | 写张小卡片 | 别露价格

something to give when I do not know what | a card to spend here | let them choose
不知道送啥送张卡 | 能在你们这花的卡 | 让他自己选

I typed two instead of one | other colour please, not sent yet | put one more in | I need to correct my order
多点了一个 | 还没寄换个颜色 | 再加一个进去 | 单子要改一下

forget my order | I take it back, do not send | not needed any longer | stop it before it leaves
不要了别寄 | 单子作废 | 不用了 | 发出前拦一下

it goes to the wrong street | send it to work | I will be at my sister's | mistake in the house number
寄错街了 | 寄到单位 | 我在姐姐家收 | 楼号写错

no mail after I paid | have you got my order at all | I heard nothing from you | was it successful
付了没邮件 | 到底收到单没有 | 一直没回音 | 成功了没

is there going to be more | tell me when you have it | gone everywhere, also here | how long until new stock
还会再进吗 | 有了说一声 | 哪都没货 | 多久补上

can your man set it up | I am no good with tools | put it on my wall | who connects it
师傅能弄好吗 | 我手笨不会装 | 帮忙挂上 | 谁来接线

what do I do with the old one | get rid of rubbish electronics | carry off my broken fridge | old batteries
旧的怎么处理 | 电子垃圾往哪扔 | 破冰箱拉走 | 废电池

buy my used phone from me | anything for my old laptop | take mine in part payment | value of a used device
收我用过的手机吗 | 旧电脑值点钱吗 | 旧的抵一部分 | 二手能折价吗

when can I ring you | open on Sunday | until how late | are you closed on holidays
几点能打电话 | 周日开吗 | 开到多晚 | 过节休息吗

where are you | can I come and touch it | how do I get there | which street | try it in person
你们在哪 | 能去摸摸实物吗 | 怎么过去 | 哪条路 | 现场体验

give me a human | this robot is useless | I want to phone someone | a real employee please | whom do I write to
给我个活人 | 机器人没用 | 想打电话给人 | 真的员工 | 写信给谁

do I have to sign up | without registering | buy as a guest | no profile please
非要注册吗 | 不想登记 | 游客能买吗 | 不建账户

cannot get in | lost my login | what was my password | link to a new password
进不去 | 登录忘了 | 密码是啥 | 给个重置链接

wipe everything about me | I want out, remove me | close my profile for good
把我全删了 | 不想留资料 | 永久关掉

who reads this | do you pass my details on | what do you keep about me | is my address sold
谁在看这个 | 会转给别人吗 | 存了我什么 | 会卖我地址吗

too many mails from you | leave my inbox alone | get news by mail | no advertising please
邮件太多了 | 别再发广告 | 想收新品消息 | 不要推销

we are a company | order for the office | twenty desks for the team | pay after thirty days
我们是公司 | 办公室采购 | 给团队买二十张 | 月底结账

something small broke off, sell me that part | new cushions for it | where do I get the filter | just the lid please
有个小零件坏了单卖吗 | 换套耳垫 | 滤芯哪买 | 只要盖子

I threw away the instructions | how do I use it | which button does what | a leaflet in English
说明书扔了 | 怎么用啊 | 哪个键干嘛的 | 中文说明

newest software | it asks for an update | bugs after the update | how do I upgrade it
最新系统 | 提示升级 | 升级后有毛病 | 怎么更新

does it fit the sockets there | can I plug it in abroad | which plug | 110 volts
那边插座能用吗 | 国外能插吗 | 什么插头 | 110伏

may it go in my hand luggage | airport security | fly with it | allowed on board
能随身带上飞机吗 | 过安检 | 坐飞机带 | 能上机吗

is it bound to a network | any SIM works | my provider | locked phone
绑运营商吗 | 随便什么卡能用吗 | 合约机 | 有锁吗

anything not brand new | second choice, cheaper | opened boxes | older ones
有不是全新的吗 | 次一点便宜的 | 拆封机 | 旧款

not a copy, is it | real brand | how can I trust it | straight from the maker
不是仿的吧 | 真品牌吗 | 怎么相信 | 原厂来的吗

carry over my stuff to the new device | pictures and numbers from my old one | set up my new phone for me
资料搬到新机 | 照片和号码弄过来 | 帮我设置新手机

green, climate, packaging | is this good for nature | less plastic | how do you help the planet
环保吗 | 对环境好吗 | 少用塑料 | 碳排放

tell me about yourselves | what kind of shop are you | who is behind this | since when do you exist
介绍下你们 | 是什么店 | 谁开的 | 开了多久

who wrote those stars | trust the reviews | opinions of buyers | can I rate it
星级谁打的 | 评论可信吗 | 买家怎么说 | 我能评价吗

I am fed up, to whom do I say it | this went badly | I want to report your driver | not acceptable
受够了跟谁说 | 太糟糕了 | 举报快递员 | 不能接受

safe for a baby | from what age is it | can he choke on it | toxic for children
宝宝安全吗 | 几岁玩 | 会噎着吗 | 对孩子有毒吗

bring it to my hotel | into a locker | at a collection point | care of reception
送到酒店 | 放柜子里 | 代收点 | 前台代收
`;
