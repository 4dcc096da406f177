/** Further wordings of topics that customers put in their own, everyday words; the form of `ORDER_TOPICS`. */
export const MORE_TOPICS = `
when will it be delivered | will it reach me in time | I go on holiday soon, does it get here before | waiting time for furniture | how many working days | arrives by when | can I have it by tomorrow | lead time | will it be at my house this week
来得及吗 | 我下周出门之前能收到吗 | 大件要等几天 | 几个工作日 | 这周能到我家吗 | 送来要多久 | 过几天能拿到 | 赶得上吗

a delivery window | which day will the courier come | I am only home at night | bring it at the weekend | can the driver come after work | can I choose the hour
派送时间段 | 礼拜六派送吗 | 下班以后送 | 星期天送不送 | 哪天来送 | 几点送过来

the parcel has not moved for a week | the app shows the same place for days | I think it was stolen | the driver left it somewhere and it is gone | never got it though it says delivered
一个星期没有更新 | 一直停在一个地方 | 怀疑被偷了 | 快递在中转站不动 | 说放门口了但是没有 | 路上弄丢了

broken when I unpacked it | came out of the carton with a line across the screen | one leg is broken | dents and scratches on a new device | it rattles and does not work, just delivered | the corner is chipped
拆开就是坏的 | 屏幕有条线 | 腿断了 | 新买的就有磕碰 | 运过来就碎了 | 外箱扁了里面坏了

I ordered a white one and got black | half of it is missing | screws are missing | a part was not included | somebody else's order | this is a different model
要白的来了黑的 | 螺丝没有 | 缺零件 | 这不是我下单的 | 别人的东西寄给我了 | 型号不一样

she hates the colour, can it go back | not satisfied, take it back | I want to give it back after two weeks | it does not suit me | until when may I send it back | undo my purchase and get money back
买了两个礼拜还能退吗 | 不满意想还给你们 | 她不喜欢能退不 | 最晚什么时候能退 | 不合心意 | 想退掉

it died after a year, who pays | stopped working after eighteen months, is it free | broke next year, are you responsible | covered if it fails | still under guarantee
一年后坏了谁出钱 | 以后坏了你们负责吗 | 用了十几个月不转了 | 免费修吗 | 还在保吗

it is old and broken, what would mending cost | fix my dead speaker | where do I send it for service | no longer switches on, please help fix it | workshop
旧的坏了修一下多少钱 | 没反应了能修吗 | 寄到哪里修 | 修理点 | 坏掉了帮忙修好

is Mastercard fine | company credit card | do you take debit cards | can the courier take cash | which wallets do you support
万事达卡行吗 | 能用银联吗 | 公司的卡能付吗 | 给快递员现金行不行 | 借记卡能用吗

I tried several times to pay and it refuses | error at the checkout | money is gone but nothing was ordered | my bank shows the charge twice | the page says payment rejected
付了好几次都不行 | 结账报错 | 钱没了订单也没有 | 同一笔扣两回 | 提示支付被拒

the code is not accepted in my basket | my voucher says invalid | where to type the code | two coupons in one order | the discount is not taken off
券输进去没反应 | 优惠码无效 | 在哪里填券 | 折扣没减 | 一单能用两张券吗

the same item costs less at another shop | lower yours to their price | I paid more last week than it costs now | cheaper on another website | will you beat it
别的店卖得便宜 | 上周买现在便宜了 | 能按他们的价给我吗 | 网上别家便宜 | 同款那边少二十

bigger reductions before Christmas | when do prices go down | is something coming up for singles day | next special offers
圣诞有优惠吗 | 什么时候降价 | 年底有大促吗 | 等等会便宜吗

what happens with the rest on my card | I used only part of my gift voucher | old gift card, is it still good | let my friend choose himself
卡里剩下的怎么办 | 没用完的余额 | 以前的卡还能用吗 | 让朋友自己挑

I picked the wrong storage | make it two instead of one | put another thing in the same parcel | I took the wrong version, not shipped yet | please add a cable
容量选错了 | 一个改成两个 | 同一个包裹里再放一件 | 选错版本了 | 帮我再加根线

ordered by accident | do not ship it please, I bought it elsewhere | get me out of this purchase | I no longer need it, not sent yet
手误买了 | 先别寄我在别处买了 | 不小心下单了 | 不需要了还没发 | 帮我把单子弄掉

flat number is missing | send the box to my parents instead | I typed the wrong street | we are moving, can the parcel go to the new flat | wrong postcode
少写了房号 | 寄到我爸妈家 | 街道写错 | 下个礼拜搬走了 | 邮编错了

I paid but my inbox is empty | nothing in my mail after buying | did it work, I see no order | how do I know that you have my order
付完钱没消息 | 邮箱里什么都没有 | 不知道有没有下成功 | 你们收到我的订单了吗

be among the first to get it | new model not out yet | order it on the first day | do you charge right away for something not released
想第一批拿到 | 没发售的 | 首发能抢吗 | 没上市会马上扣钱吗

unavailable, when do you get more | everything in my size is gone | let me know once it can be bought again | will you have it again
没有了还进货吗 | 等有了喊我一声 | 断货 | 什么时候再来货 | 还会再卖吗

looks complicated, do you put it together | fit a television to the wall | your people build it up | I cannot drill holes | who mounts the projector
太复杂了你们来装吗 | 电视上墙 | 我不会拼 | 安装师傅 | 谁来打孔

can I hand you my dead battery | throw away an old device | dispose of electronics | take the old machine with you
报废的交给你们行吗 | 旧东西带走 | 坏电池放哪 | 电子垃圾

does my old phone lower the price of a new one | what do I get for my two-year-old watch | credit for my used tablet | other brands accepted for part exchange
旧的抵多少 | 两年的手机能折价吗 | 别的牌子收吗 | 置换

is somebody still answering tonight | are you there on Monday morning | when can I call | closed on holidays | at what time do you start
现在还有人吗 | 晚上几点下班 | 周一上午在吗 | 节假日上班吗 | 几点开始接电话

sit on the chair before buying | how do I get to you by train | where can I look at it | try the headphones in person | your address
买之前想坐坐看 | 坐地铁怎么去你们那 | 哪里能看到实物 | 想亲手试试 | 你们地址

bots don't help me | anyone I can ring | write to a real person | where do I send a mail | call me back | no more robots
机器人没用 | 有没有能打的电话 | 找个活人 | 邮件发到哪里 | 别让机器人回我 | 给我回电

must I register to buy | buy without an account | checkout without signing up | do I need a profile
一定要登记吗 | 没账号能下单吗 | 不想注册

five attempts and now blocked | it does not let me in | new password mail does not come | my login was locked
被锁住了 | 老是进不去 | 试了好几次登不上 | 重设密码收不到邮件

I want to leave, forget everything about me | erase my profile | take out my membership
忘掉我 | 把我的会员退掉 | 不再用了删掉我 | 清除我的账户

who reads what I write here | do marketing firms get my address | what do you know about me | is this conversation recorded
我说的话谁能看到 | 地址会给广告公司吗 | 你们存了我什么 | 对话会不会留下

your offers come too often | I am tired of your promotional mail | end the advertising | send me news about offers
广告太多了 | 邮件太烦了 | 别再发促销 | 想收到活动消息

our school wants to order and pay later | does our office get its own login | purchase order | net thirty days
学校想先拿货后付款 | 单位怎么采购 | 对公转账 | 公司下单

a dozen of them | thirty monitors for our office | eighty for our staff, any deal | price for a hundred pieces
一次拿一打 | 给员工买几十个 | 要三十台什么价 | 多买能谈吗

the brush is worn out | cushions are falling apart | only the battery of it | where to get a new filter | a lost remote
刷子秃了去哪配 | 海绵烂了 | 单买电池 | 遥控器丢了能配吗 | 滤芯

how does the timer work, the paper is gone | how to descale it step by step | how do I pair it | which button does what | lost the booklet
定时怎么设 | 怎么除水垢 | 怎么配对 | 纸质说明没了 | 按键怎么用

I'm moving to Italy, will it work there | will it survive on 230 volts | adapter for British sockets | American plug
搬去意大利能用吗 | 英式插座 | 两百三十伏会烧吗 | 美标插头 | 要变压器吗

two numbers in one phone | my own operator | does it take any SIM | roaming abroad
工作私人两个号 | 我的卡能插吗 | 电信卡可以吗 | 出国能用吗

will security take it away | how many milliamp hours may fly | checked baggage or cabin
安检会没收吗 | 多少毫安能上飞机 | 能托运吗

is it a copy | where do you buy your goods | sure it is not fake | straight from the maker
会不会是高仿 | 货从哪里进的 | 怎么保证是真的 | 厂家直供吗

how many years do I get security patches | new version of the system | does it still get updates
安全补丁到什么时候 | 还能升级吗 | 新系统

bring over my chats and pictures | everything from the old one onto the new one | move my messages
聊天记录搬过去 | 旧的东西弄到新的上 | 照片导过去

made with clean energy | packaging without plastic | your carbon footprint | is it good for the planet
有没有塑料包装 | 对环境好吗 | 绿色

a big company or a small one | where do you come from | how long do you exist | who owns you
公司大不大 | 做了多少年 | 哪里的公司 | 谁开的

only five stars, did you write them yourselves | I want to tell others what I think of it | delete my rating | rate what I bought
全是五星是不是刷的 | 用了想说说感受 | 去哪打分 | 差评会删吗

the driver threw my parcel, I want this taken up | third mistake, who is in charge | I have had enough of your service | put me through to your superior
快递乱扔我要反映 | 第三次出错了谁负责 | 受够了 | 叫你们领导

puts everything in his mouth | how old should she be for it | can a two-year-old play with it | sharp edges
什么都往嘴里放 | 多大的孩子适合 | 两岁能玩吗 | 会不会划到手
`;
