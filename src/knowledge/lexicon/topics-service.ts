/** More of what every shop is asked, in the form of `ORDER_TOPICS`. */
export const SERVICE_TOPICS = `
how long is the warranty | guarantee period | what does the warranty cover | it broke after six months, is it covered | how many years of guarantee | the battery died, is that under warranty
保修多久 | 质保几年 | 坏了保修吗 | 用了半年坏了管不管 | 保修范围 | 电池在保修里吗 | 保几年
it died after a year, who pays | stopped working after eighteen months, is it free | broke next year, are you responsible | covered if it fails | still under guarantee
一年后坏了谁出钱 | 以后坏了你们负责吗 | 用了十几个月不转了 | 免费修吗 | 还在保吗
what if it gives up in two years | am I covered when it breaks | for how long do you stand behind it | is a dead battery your problem
两年坏了咋办 | 坏了有保障吗 | 你们包多长时间 | 电池不行了归你们管吗

how do I get it repaired | it stopped working | my device is broken, can you fix it | send it in for repair | how much does a repair cost | how long does fixing take | it does not turn on any more | out of warranty repair
怎么维修 | 坏了能修吗 | 送修 | 维修多少钱 | 修要多久 | 开不了机了 | 没声音了帮我修 | 过保了能修吗
it is old and broken, what would mending cost | fix my dead speaker | where do I send it for service | no longer switches on, please help fix it | workshop
旧的坏了修一下多少钱 | 没反应了能修吗 | 寄到哪里修 | 修理点 | 坏掉了帮忙修好
it makes a strange noise, who looks at it | it quit on me | where do I take a faulty one | can somebody mend this
有怪声找谁看 | 突然不工作了 | 有毛病的拿去哪 | 有人能修这个吗

extend the warranty | longer guarantee | buy extra years of cover | protection plan | accident insurance | screen breakage insurance
延长保修 | 多买几年质保 | 延保 | 碎屏险 | 意外保险 | 摔坏的保险

how can I pay | which payment methods | do you take PayPal | can I pay by card | Apple Pay | do you accept American Express | cash on delivery | can I pay with Alipay | bank transfer
怎么付款 | 支持什么支付方式 | 能用微信吗 | 可以刷信用卡吗 | 支付宝可以吗 | 货到付款 | 能付现金吗 | 可以银行转账吗
is Mastercard fine | company credit card | do you take debit cards | can the courier take cash | which wallets do you support
万事达卡行吗 | 能用银联吗 | 公司的卡能付吗 | 给快递员现金行不行 | 借记卡能用吗
what cards do you take | is cash fine | can I settle by wire | do you accept foreign cards
收什么卡 | 现金行不 | 能汇款付吗 | 外国卡能刷吗

pay in instalments | split the payment | pay monthly | buy now pay later | I can't pay it all at once | financing | pay over several months
分期付款 | 能分几个月付吗 | 按月还 | 先买后付 | 一次付不起 | 分期要手续费吗 | 花呗分期
too expensive to pay in one go | a bit each month | could I spread it | half now, half later
一次付太多了 | 每月付一点 | 能分着付吗 | 先付一半行吗

my payment failed | card declined | I was charged but have no order | charged twice | payment does not go through | money was taken twice | the checkout rejects my card
付款失败 | 刷卡被拒 | 扣了钱没有订单 | 扣了两次钱 | 支付不了 | 重复扣款 | 信用卡付不了
I tried several times to pay and it refuses | error at the checkout | money is gone but nothing was ordered | the page says payment rejected
付了好几次都不行 | 结账报错 | 钱没了订单也没有 | 同一笔扣两回 | 提示支付被拒
it will not let me pay | my card bounced | double booking on my statement | money gone, no order
付不出去 | 刷卡不成功 | 账单上扣了两笔 | 钱扣了没单子

I need an invoice | receipt | bill for my company | VAT invoice | where do I download the invoice | tax receipt
开发票 | 要发票 | 公司抬头发票 | 电子发票 | 发票在哪下载 | 报销要发票
I need papers for the tax man | a bill with our firm's name | the receipt got lost | for my expenses
报税要单据 | 抬头写我们公司 | 小票丢了 | 拿去报账

is tax included | do prices include VAT | sales tax | which currency are prices in | can I pay in another currency | are there additional taxes
含税吗 | 价格包括税吗 | 标价是什么货币 | 能用人民币结算吗 | 还要另外交税吗

customs duties | import tax | do I pay anything at the border | are duties included | customs fees | who pays customs
关税 | 清关要交钱吗 | 进口税谁付 | 过海关要付费吗 | 税费包含吗 | 会不会被税

use a discount code | my coupon does not work | where do I enter the voucher | promo code rejected | can I combine two codes
优惠码怎么用 | 优惠券用不了 | 折扣码填哪里 | 券怎么用 | 两张券能一起用吗 | 码能叠加吗
the code is not accepted in my basket | my voucher says invalid | where to type the code | two coupons in one order | the discount is not taken off
券输进去没反应 | 优惠码无效 | 在哪里填券 | 折扣没减 | 一单能用两张券吗
what is the promo worth | the voucher does nothing | how do I redeem a code | it says expired
这个码怎么兑换 | 券没有反应 | 提示过期 | 折扣怎么没了

price match | it is cheaper elsewhere | the price dropped after I bought it | another shop sells it for less | lowest price guarantee | refund the difference
价格保护 | 别家更便宜 | 刚买就降价了 | 买贵了退差价吗 | 保证最低价吗 | 能补差价吗
the same item costs less at another shop | lower yours to their price | I paid more last week than it costs now | cheaper on another website | will you beat it
别的店卖得便宜 | 上周买现在便宜了 | 能按他们的价给我吗 | 网上别家便宜 | 同款那边少二十
someone else has it for less | can you go lower | I saw it for thirty less | it went down right after I bought
别处比这便宜 | 能再低点吗 | 看到有便宜三十的 | 买完就掉价

student discount | I study, is it cheaper for me | discount for teachers | education price | reduction for university students
学生优惠 | 教育优惠 | 我是学生能便宜吗 | 老师有折扣吗 | 大学生买便宜吗

loyalty points | what are points worth | do my points expire | member benefits | how do I use my points | rewards programme
积分怎么用 | 积分能换多少钱 | 积分会过期吗 | 会员有什么福利 | 积分抵现
I collect points, what for | how many points do I have | my bonus points | do I get anything for being loyal
积分干嘛用 | 我有多少分 | 老顾客有好处吗 | 积分值多少

when is the next sale | Black Friday | any promotions | when are things cheapest | upcoming discounts | should I wait for a sale
什么时候打折 | 有什么活动 | 双十一 | 黑五 | 什么时候买便宜 | 最近有促销吗 | 等活动划算吗
bigger reductions before Christmas | when do prices go down | is something coming up for singles day | next special offers
圣诞有优惠吗 | 什么时候降价 | 年底有大促吗 | 等等会便宜吗
is there a good time to buy | any bargains soon | when do things get cheap | waiting for the sales
啥时候买合适 | 最近有便宜吗 | 打折季几月 | 等活动呢

gift wrapping | can you wrap it | add a card | wrap it as a present without the bill | ribbon and note | how much is wrapping
礼品包装 | 能包装一下吗 | 放张贺卡 | 包成礼物 | 不要放价格单 | 包装要多少钱 | 系个丝带
make it pretty for a birthday | could you put a ribbon on | with a little note please | hide the price
包得好看点过生日 | 系个蝴蝶结 | 写张小卡片 | 别露价格

gift cards | buy a voucher for a friend | how long is the gift card valid | balance of my gift card | gift voucher
礼品卡 | 买购物卡送人 | 卡里余额怎么查 | 礼品卡有效期 | 想送一张卡
what happens with the rest on my card | I used only part of my gift voucher | old gift card, is it still good | let my friend choose himself
卡里剩下的怎么办 | 没用完的余额 | 以前的卡还能用吗 | 让朋友自己挑
something to give when I do not know what | a card to spend here | let them choose
不知道送啥送张卡 | 能在你们这花的卡 | 让他自己选

do you install it | can someone assemble it | mount the TV on the wall | set it up for me | put the furniture together | can your people hang it up | installation service
上门安装 | 帮忙组装 | 电视挂墙 | 能装好吗 | 我不会装 | 师傅能帮装吗 | 家具组装
looks complicated, do you put it together | fit a television to the wall | your people build it up | I cannot drill holes | who mounts the projector
太复杂了你们来装吗 | 电视上墙 | 我不会拼 | 安装师傅 | 谁来打孔
can your man set it up | I am no good with tools | put it on my wall | who connects it
师傅能弄好吗 | 我手笨不会装 | 帮忙挂上 | 谁来接线

recycling | take away my old device | dispose of batteries | can you pick up the old one | get rid of an old TV
回收旧机 | 旧电池怎么扔 | 能把旧的拉走吗 | 处理旧电视 | 旧家电带走
can I hand you my dead battery | throw away an old device | dispose of electronics | take the old machine with you
报废的交给你们行吗 | 旧东西带走 | 坏电池放哪 | 电子垃圾
what do I do with the old one | get rid of rubbish electronics | carry off my broken fridge | old batteries
旧的怎么处理 | 电子垃圾往哪扔 | 破冰箱拉走 | 废电池

trade in | money for my old phone | how much do I get for my used device | old for new | sell you my old laptop
以旧换新 | 旧手机能折多少钱 | 旧机抵扣 | 收旧手机吗 | 拿旧的换新的
does my old phone lower the price of a new one | what do I get for my two-year-old watch | credit for my used tablet | other brands accepted for part exchange
旧的抵多少 | 两年的手机能折价吗 | 别的牌子收吗 | 置换
buy my used phone from me | anything for my old laptop | take mine in part payment | value of a used device
收我用过的手机吗 | 旧电脑值点钱吗 | 旧的抵一部分 | 二手能折价吗

opening hours | when are you open | until when can I call | are you there at the weekend | what time do you close | customer service hours
几点上班 | 营业时间 | 几点前能打电话 | 周末有人吗 | 客服时间 | 几点关门
is somebody still answering tonight | are you there on Monday morning | when can I call | closed on holidays | at what time do you start
现在还有人吗 | 晚上几点下班 | 周一上午在吗 | 节假日上班吗 | 几点开始接电话
when can I ring you | open on Sunday | until how late | are you closed on holidays
几点能打电话 | 周日开吗 | 开到多晚 | 过节休息吗

where is your shop | can I see it in a store | showroom | try it in person | physical store | do you have a branch | can I test it before I buy
店在哪里 | 有实体店吗 | 能现场看吗 | 线下体验 | 可以去店里试吗 | 展厅地址
sit on the chair before buying | how do I get to you by train | where can I look at it | try the headphones in person | your address
买之前想坐坐看 | 坐地铁怎么去你们那 | 哪里能看到实物 | 想亲手试试 | 你们地址
where are you | can I come and touch it | how do I get there | which street | try it in person
你们在哪 | 能去摸摸实物吗 | 怎么过去 | 哪条路 | 现场体验

contact you | talk to a person | phone number | e-mail address | speak to a human | customer service | how do I reach you | real person please
联系你们 | 转人工 | 电话多少 | 邮箱是什么 | 想跟人说话 | 客服电话 | 真人客服 | 怎么找到你们
bots don't help me | anyone I can ring | write to a real person | where do I send a mail | call me back | no more robots
机器人没用 | 有没有能打的电话 | 找个活人 | 邮件发到哪里 | 别让机器人回我 | 给我回电
give me a human | this robot is useless | I want to phone someone | a real employee please | whom do I write to
给我个活人 | 机器人没用 | 想打电话给人 | 真的员工 | 写信给谁

create an account | do I need to register | sign up | order as a guest | open an account
注册账号 | 不注册能买吗 | 开个账户 | 游客下单 | 怎么注册
must I register to buy | buy without an account | checkout without signing up | do I need a profile
一定要登记吗 | 没账号能下单吗 | 不想注册
do I have to sign up | without registering | buy as a guest | no profile please
非要注册吗 | 不想登记 | 游客能买吗 | 不建账户

forgot my password | cannot log in | reset password | locked out of my account | login does not work
忘记密码 | 登录不了 | 重置密码 | 密码不对 | 进不去账号
five attempts and now blocked | it does not let me in | new password mail does not come | my login was locked
被锁住了 | 老是进不去 | 试了好几次登不上 | 重设密码收不到邮件
cannot get in | lost my login | what was my password | link to a new password
进不去 | 登录忘了 | 密码是啥 | 给个重置链接

delete my account | close my account | remove my data | I no longer want an account
注销账号 | 删除账户 | 删掉我的资料 | 不想要账号了
I want to leave, forget everything about me | erase my profile | take out my membership
忘掉我 | 把我的会员退掉 | 不再用了删掉我 | 清除我的账户
wipe everything about me | I want out, remove me | close my profile for good
把我全删了 | 不想留资料 | 永久关掉

privacy | what do you do with my data | do you share my information | are chats stored | do you sell my details to advertisers | personal data
隐私 | 我的资料拿去做什么 | 会泄露信息吗 | 聊天记录保存吗 | 信息会卖给别人吗 | 个人信息
who reads what I write here | do marketing firms get my address | what do you know about me | is this conversation recorded
我说的话谁能看到 | 地址会给广告公司吗 | 你们存了我什么 | 对话会不会留下
who reads this | do you pass my details on | what do you keep about me | is my address sold
谁在看这个 | 会转给别人吗 | 存了我什么 | 会卖我地址吗

unsubscribe from e-mails | stop the newsletter | no more advertising mails | subscribe to offers | take me off the mailing list
退订邮件 | 不要再发广告 | 怎么订阅 | 取消推送 | 从名单里删除 | 想收优惠信息
your offers come too often | I am tired of your promotional mail | end the advertising | send me news about offers
广告太多了 | 邮件太烦了 | 别再发促销 | 想收到活动消息
too many mails from you | leave my inbox alone | get news by mail | no advertising please
邮件太多了 | 别再发广告 | 想收新品消息 | 不要推销

business customers | we are a company | buy on account | company purchase | invoice for business with payment terms | business account
企业采购 | 我们是公司 | 公司账户 | 可以月结吗 | 公司挂账 | 企业客户
our school wants to order and pay later | does our office get its own login | purchase order | net thirty days
学校想先拿货后付款 | 单位怎么采购 | 对公转账 | 公司下单
we are a company | order for the office | twenty desks for the team | pay after thirty days
我们是公司 | 办公室采购 | 给团队买二十张 | 月底结账

bulk discount | large quantity | we need fifty pieces | cheaper if I buy many | wholesale price | volume discount
批量购买 | 买多有优惠吗 | 大批量采购 | 一次买一百个能便宜吗 | 批发价 | 团购
a dozen of them | thirty monitors for our office | eighty for our staff, any deal | price for a hundred pieces
一次拿一打 | 给员工买几十个 | 要三十台什么价 | 多买能谈吗

spare parts | replacement filter | new ear cushions | where do I get accessories | replacement battery | wear parts
配件 | 滤网哪里买 | 换耳罩 | 备件 | 替换电池 | 零件在哪买
the brush is worn out | cushions are falling apart | only the battery of it | where to get a new filter | a lost remote
刷子秃了去哪配 | 海绵烂了 | 单买电池 | 遥控器丢了能配吗 | 滤芯
something small broke off, sell me that part | new cushions for it | where do I get the filter | just the lid please
有个小零件坏了单卖吗 | 换套耳垫 | 滤芯哪买 | 只要盖子

user manual | lost the instructions | how do I use it, guide | download the handbook | operating instructions
说明书 | 说明书丢了 | 使用教程 | 怎么操作有手册吗 | 下载手册
how does the timer work, the paper is gone | how to descale it step by step | how do I pair it | which button does what | lost the booklet
定时怎么设 | 怎么除水垢 | 怎么配对 | 纸质说明没了 | 按键怎么用
I threw away the instructions | how do I use it | which button does what | a leaflet in English
说明书扔了 | 怎么用啊 | 哪个键干嘛的 | 中文说明

voltage | does it work in Europe | plug type | 110 or 230 volts | can I use it in another country | power socket
电压 | 在国外能用吗 | 插头 | 英标插头 | 220伏能用吗 | 欧洲能不能用
I'm moving to Italy, will it work there | will it survive on 230 volts | adapter for British sockets | American plug
搬去意大利能用吗 | 英式插座 | 两百三十伏会烧吗 | 美标插头 | 要变压器吗
does it fit the sockets there | can I plug it in abroad | which plug | 110 volts
那边插座能用吗 | 国外能插吗 | 什么插头 | 110伏

is the phone unlocked | SIM lock | does it work with my carrier | can I use my own SIM card | network provider | dual SIM
有锁吗 | 支持哪些运营商 | 能插自己的卡吗 | 双卡吗 | 移动联通电信都能用吗
two numbers in one phone | my own operator | does it take any SIM | roaming abroad
工作私人两个号 | 我的卡能插吗 | 电信卡可以吗 | 出国能用吗
is it bound to a network | any SIM works | my provider | locked phone
绑运营商吗 | 随便什么卡能用吗 | 合约机 | 有锁吗

second hand | refurbished | used products | open box | pre-owned | returned goods for less
二手 | 翻新机 | 有没有用过的 | 官翻 | 退货品便宜卖吗 | 样品机
anything not brand new | second choice, cheaper | opened boxes | older ones
有不是全新的吗 | 次一点便宜的 | 拆封机 | 旧款

is it genuine | original product | fake | authentic | is it a counterfeit | from the manufacturer
正品吗 | 是不是假货 | 原装 | 真的吗 | 山寨 | 厂家授权
is it a copy | where do you buy your goods | sure it is not fake | straight from the maker
会不会是高仿 | 怎么保证是真的 | 厂家直供吗
not a copy, is it | real brand | how can I trust it | straight from the maker
不是仿的吧 | 真品牌吗 | 怎么相信 | 原厂来的吗

software updates | firmware | how long do I get updates | update my device | security updates
系统更新 | 固件升级 | 更新几年 | 怎么升级 | 软件更新
how many years do I get security patches | new version of the system | does it still get updates
安全补丁到什么时候 | 还能升级吗 | 新系统
newest software | it asks for an update | bugs after the update | how do I upgrade it
最新系统 | 提示升级 | 升级后有毛病 | 怎么更新

transfer my data | move photos to the new phone | copy contacts | switch from my old phone | data migration
数据迁移 | 旧手机照片转到新手机 | 联系人怎么转移 | 换机搬家 | 导数据
carry over my stuff to the new device | pictures and numbers from my old one | set up my new phone for me
资料搬到新机 | 照片和号码弄过来 | 帮我设置新手机
bring over my chats and pictures | everything from the old one onto the new one | move my messages
聊天记录搬过去 | 旧的东西弄到新的上 | 照片导过去

can I take it on a plane | power bank in hand luggage | battery on flights | airline rules
能带上飞机吗 | 充电宝登机 | 飞机能带吗 | 托运电池
will security take it away | how many milliamp hours may fly | checked baggage or cabin
安检会没收吗 | 多少毫安能上飞机 | 能托运吗
may it go in my hand luggage | airport security | fly with it | allowed on board
能随身带上飞机吗 | 过安检 | 坐飞机带 | 能上机吗

environment | sustainable | how green is your packaging | climate | recycled materials
环保 | 可持续 | 包装环保吗 | 碳排放 | 环保材料
made with clean energy | packaging without plastic | your carbon footprint | is it good for the planet
有没有塑料包装 | 对环境好吗 | 绿色
green, climate, packaging | is this good for nature | less plastic | how do you help the planet
环保吗 | 对环境好吗 | 少用塑料 | 碳排放

about the company | who are you | when were you founded | who runs the shop | company history | who is behind this store
关于你们 | 你们是谁 | 什么时候成立 | 老板是谁 | 公司介绍 | 背后是哪家公司
a big company or a small one | where do you come from | how long do you exist | who owns you
公司大不大 | 做了多少年 | 哪里的公司 | 谁开的
tell me about yourselves | what kind of shop are you | who is behind this | since when do you exist
介绍下你们 | 是什么店 | 谁开的 | 开了多久

reviews | are the ratings real | how do I write a review | can I trust the stars | customer opinions
评价是真的吗 | 怎么写评价 | 评分可信吗 | 在哪评价 | 买家评论
only five stars, did you write them yourselves | I want to tell others what I think of it | delete my rating | rate what I bought
全是五星是不是刷的 | 用了想说说感受 | 去哪打分 | 差评会删吗
who wrote those stars | trust the reviews | opinions of buyers | can I rate it
星级谁打的 | 评论可信吗 | 买家怎么说 | 我能评价吗

make a complaint | I am not satisfied | speak to a manager | who do I complain to | bad service | let me talk to your boss
投诉 | 不满意 | 找你们经理 | 在哪投诉 | 服务太差 | 找负责人
the driver threw my parcel, I want this taken up | third mistake, who is in charge | I have had enough of your service | put me through to your superior
快递乱扔我要反映 | 第三次出错了谁负责 | 受够了 | 叫你们领导
I am fed up, to whom do I say it | this went badly | I want to report your driver | not acceptable
受够了跟谁说 | 太糟糕了 | 举报快递员 | 不能接受

is it safe for children | small parts | from which age | toxic | choking | child safety
儿童安全吗 | 多大能玩 | 有没有小零件 | 材料有毒吗 | 会不会误吞 | 几岁可以用
puts everything in his mouth | how old should she be for it | can a two-year-old play with it | sharp edges
什么都往嘴里放 | 多大的孩子适合 | 两岁能玩吗 | 会不会划到手
safe for a baby | from what age is it | can he choke on it | toxic for children
宝宝安全吗 | 几岁玩 | 会噎着吗 | 对孩子有毒吗
`;
