/**
 * How customers ask about what every shop is asked: a topic a block, English wordings, then Chinese ones, separated by bars. They
 * teach the built-in embedding which words belong together, and lend their wordings to a pack's own questions on the same topic.
 */
export const ORDER_TOPICS = `
how long does delivery take | when will it arrive | how fast is shipping | how many days until I get it | when will I receive my order | delivery times | will it be here by the weekend | how soon can you deliver | I need it quickly, how fast can it come | estimated arrival | how long do I have to wait for it | what is the fastest delivery
多久能到 | 几天能收到 | 什么时候送到 | 发货后要几天 | 最快多久能拿到 | 要等多久 | 配送时间 | 今天下单明天能到吗 | 着急用能快点送吗 | 预计什么时候到货 | 物流一般要几天
when will it be delivered | will it reach me in time | I go on holiday soon, does it get here before | waiting time for furniture | how many working days | arrives by when | can I have it by tomorrow | lead time | will it be at my house this week
来得及吗 | 我下周出门之前能收到吗 | 大件要等几天 | 几个工作日 | 这周能到我家吗 | 送来要多久 | 过几天能拿到 | 赶得上吗
when can I expect it | what day will it come | is it going to be here before my birthday | how soon would I have it | still waiting since last week, is that normal | I am in a hurry, what is the fastest | does it come tomorrow if I buy now
哪天能拿到 | 生日前能到吗 | 等了一周正常吗 | 赶时间最快哪天 | 现在买明天到不到 | 大概什么日子能收货

how much is shipping | what does delivery cost | is delivery free | shipping fees | do I pay postage | from what amount is shipping free | minimum order for free delivery | extra charge for express | how much do I pay for sending it
运费怎么算 | 邮费多少钱 | 包邮吗 | 买多少免运费 | 快递费谁出 | 加急要加多少钱 | 要付运费吗 | 满多少免邮 | 配送费
is there an extra charge for heavy things | does sending it cost me anything | what do you add for bringing it | from how much do you send it for nothing | shipping price for a small item
重的东西要加钱吗 | 寄过来要多少 | 送货另外收费吗 | 满多少不用运费 | 小件寄费多少

do you ship abroad | do you deliver to my country | international delivery | can I order from another country | shipping to France | can you send it overseas | delivery to the UK | do you post to Hong Kong | which countries do you ship to | I live in Germany, can I buy from you | can it be sent to my family abroad
可以寄国外吗 | 海外能买吗 | 支持国际配送吗 | 能寄到香港吗 | 我在国外可以下单吗 | 能送到法国吗 | 配送哪些国家 | 寄给国外的亲戚 | 能发到英国吗
I live in another country, can you send it | will you mail it to Italy | do you send to Canada | my parents live overseas, can they get it
我人在外国能寄吗 | 能邮到意大利吗 | 加拿大能收到吗 | 爸妈在海外能收吗

can I choose a delivery time | evening delivery | deliver on Saturday | do you deliver on Sundays | I work during the day, can you come after six | pick a time slot for delivery | can the courier come in the morning | choose the day it is delivered
可以约时间送吗 | 晚上能送吗 | 周末送不送 | 白天不在家能晚点送吗 | 能指定哪天送吗 | 上午送可以吗 | 快递员几点来
a delivery window | which day will the courier come | I am only home at night | bring it at the weekend | can the driver come after work | can I choose the hour
派送时间段 | 礼拜六派送吗 | 下班以后送 | 星期天送不送 | 哪天来送 | 几点送过来
bring it after work please | nobody home until six | which hours does the driver come | can I pick the day | not on Tuesday please
下班后送行吗 | 六点前没人在家 | 司机几点来 | 我能挑日子吗 | 周二别送

can I pick it up myself | collect in store | click and collect | come and get my order | I would rather fetch it from the shop | store pickup | reserve and pick up | how long until I can collect it
可以自己去拿吗 | 门店自提 | 到店取货 | 自己上门取 | 网上下单店里拿 | 多久可以去取
I will come and take it with me | can I grab it at your place | fetch it in person | is it ready for me to take
我自己过来拿 | 能到你们那取吗 | 本人去提货 | 好了能来取吗

where is my package | track my order | how do I follow my parcel | tracking link | where can I see the shipping status | parcel location | check where my shipment is | tracking number
我的包裹到哪了 | 怎么查物流 | 快递单号在哪里 | 查看配送进度 | 怎么跟踪订单 | 东西现在在哪里 | 物流信息在哪看
where has my stuff got to | any news about my delivery | what is the number to follow it | which courier has it
东西走到哪了 | 快递有消息吗 | 单号给我一下 | 哪家快递在送

my parcel is lost | my package never came | tracking has not changed for days | it says delivered but I did not get it | package stuck | the parcel disappeared | still have not received my order | courier says it was delivered but nothing is here
包裹丢了 | 快递不见了 | 物流好几天没动 | 显示已签收但没收到 | 一直没收到货 | 快递卡住了 | 东西寄丢了怎么办 | 门口没有包裹
the parcel has not moved for a week | the app shows the same place for days | I think it was stolen | the driver left it somewhere and it is gone | never got it though it says delivered
一个星期没有更新 | 一直停在一个地方 | 怀疑被偷了 | 快递在中转站不动 | 说放门口了但是没有 | 路上弄丢了
no movement for ages | it vanished on the way | neighbours do not have it either | marked as handed over but nobody got it
好久没动静 | 半路没了 | 邻居也没收到 | 写着已交付可没人拿到

my order arrived broken | it was damaged in transit | the item came cracked | box was crushed | arrived with a dent | the glass was smashed when I opened it | scratched on arrival | the parcel was torn and the product is broken
收到就是坏的 | 运输途中损坏 | 到手有裂痕 | 包装压坏了 | 打开就碎了 | 收到的时候瘪了 | 外壳有划痕 | 快递摔坏了
broken when I unpacked it | came out of the carton with a line across the screen | one leg is broken | dents and scratches on a new device | it rattles and does not work, just delivered | the corner is chipped
拆开就是坏的 | 屏幕有条线 | 腿断了 | 新买的就有磕碰 | 运过来就碎了 | 外箱扁了里面坏了
it came in pieces | arrived smashed to bits | there is a hole in the box and the thing is bent | scratched all over out of the package
到手就散架了 | 碎成几块 | 箱子破个洞东西弯了 | 一拆开全是划痕

you sent the wrong item | I got the wrong colour | something is missing from my order | parts are missing | not what I ordered | I received a different product | the cable was not in the box | only one of two items came
发错货了 | 颜色不对 | 少发了东西 | 配件没有 | 收到的不是我买的 | 寄错了 | 盒子里少了零件 | 少了一件
I ordered a white one and got black | half of it is missing | screws are missing | a part was not included | somebody else's order | this is a different model
要白的来了黑的 | 螺丝没有 | 缺零件 | 这不是我下单的 | 别人的东西寄给我了 | 型号不一样
this is not what I bought | you mixed up my order | only the box, nothing in it | one glove short
这不是我买的东西 | 你们搞混了 | 盒子是空的 | 少了一只

how do I return something | return policy | can I send it back | how many days do I have to return it | I want to give it back | I don't like it, can I return it | how does returning work | take it back | return process | I changed my mind about the product
怎么退货 | 可以退吗 | 退货流程 | 几天之内可以退 | 不喜欢能退吗 | 不合适想退 | 退回去要怎么弄 | 无理由退货 | 想把东西退了
she hates the colour, can it go back | not satisfied, take it back | I want to give it back after two weeks | it does not suit me | until when may I send it back | undo my purchase and get money back
买了两个礼拜还能退吗 | 不满意想还给你们 | 她不喜欢能退不 | 最晚什么时候能退 | 不合心意 | 想退掉
I am not happy with it, what can I do | may I give it back | I regret buying this | take this off my hands | she does not like her present from me
不满意怎么办 | 能还给你们吗 | 买了后悔了 | 不想留着了 | 她不喜欢我买的

can I return an opened product | I already used it, can I return it | without the original box | I threw the packaging away | I tried it on once | the seal is broken, can it still be returned
拆了还能退吗 | 用过还能退吗 | 包装扔了能退吗 | 试过一次能退货吗 | 没有原包装可以退吗 | 打开过能退吗
I switched it on already | box is gone, tag is off | worn one evening | only tested it
已经开机了 | 盒子没了吊牌剪了 | 穿过一晚 | 只是试了试

exchange for another size | swap it for a different colour | can I change it for another model | it is too small, can I get a bigger one | replace it with another one | exchange instead of refund
换个颜色 | 换大一号 | 能换别的型号吗 | 太小了想换 | 换货怎么弄 | 想换成另一款 | 可以调换吗
I would rather have the bigger one | give me the black instead | swap sizes | wrong fit, need another
想要大一点的那个 | 给我换黑的 | 尺码换一下 | 不合身换一件

when do I get my refund | where is my money | how long does the refund take | refund has not arrived | money back to my card | I returned it and have not been paid back | refund status | when will the money be on my account
退款什么时候到 | 钱什么时候退给我 | 退款多久到账 | 退了货钱还没到 | 退款到哪里 | 退款进度 | 怎么还没退钱
you still owe me the money | I gave it back, where is my cash | how many days for my money to be back | nothing on my card so far
钱还没退给我 | 东西还了钱呢 | 几天钱能回来 | 卡里还没收到

can I return a gift | I got it as a present and want to give it back | someone gave it to me, can I exchange it | will the giver know I returned it | gift receipt
别人送的礼物能退吗 | 礼物不喜欢可以退吗 | 退礼物送的人会知道吗 | 收到礼物用不上能退吗 | 朋友送的可以换吗

cancel my order | I don't want it any more | stop the order before it ships | I changed my mind, please cancel | how do I cancel a purchase | call off my order
取消订单 | 不想要了怎么取消 | 还没发货可以取消吗 | 改变主意了别发货 | 撤销订单 | 把订单撤掉
ordered by accident | do not ship it please, I bought it elsewhere | get me out of this purchase | I no longer need it, not sent yet
手误买了 | 先别寄我在别处买了 | 不小心下单了 | 不需要了还没发 | 帮我把单子弄掉
forget my order | I take it back, do not send | not needed any longer | stop it before it leaves
不要了别寄 | 单子作废 | 不用了 | 发出前拦一下

change my order | add something to my order | I chose the wrong colour, can I change it | change the quantity | remove an item from my order | I ordered the wrong size by mistake | I selected the wrong version
修改订单 | 想再加一件 | 选错颜色了能改吗 | 改数量 | 下单选错了 | 拍错了型号 | 订单里能再放一个吗
I picked the wrong storage | make it two instead of one | put another thing in the same parcel | I took the wrong version, not shipped yet | please add a cable
容量选错了 | 一个改成两个 | 同一个包裹里再放一件 | 选错版本了 | 帮我再加根线
I typed two instead of one | other colour please, not sent yet | put one more in | I need to correct my order
多点了一个 | 还没寄换个颜色 | 再加一个进去 | 单子要改一下

change the delivery address | I entered the wrong address | wrong street or house number | I moved, send it to the new address | deliver it to my office instead | update shipping address
改地址 | 地址写错了 | 门牌号填错了 | 搬家了换地址 | 改寄到公司 | 收货地址能改吗 | 送到单位去
flat number is missing | send the box to my parents instead | I typed the wrong street | we are moving, can the parcel go to the new flat | wrong postcode
少写了房号 | 寄到我爸妈家 | 街道写错 | 下个礼拜搬走了 | 邮编错了
it goes to the wrong street | send it to work | I will be at my sister's | mistake in the house number
寄错街了 | 寄到单位 | 我在姐姐家收 | 楼号写错

I did not get a confirmation | no e-mail after my order | did my order go through | where is my order number | confirmation mail missing | was my order successful
没收到确认邮件 | 不知道订单成功没有 | 订单号在哪里看 | 下单后没有邮件 | 订单有没有成功 | 找不到订单编号
I paid but my inbox is empty | nothing in my mail after buying | did it work, I see no order | how do I know that you have my order
付完钱没消息 | 邮箱里什么都没有 | 不知道有没有下成功 | 你们收到我的订单了吗
no mail after I paid | have you got my order at all | I heard nothing from you | was it successful
付了没邮件 | 到底收到单没有 | 一直没回音 | 成功了没

pre-order | order something not released yet | when will I be charged for a preorder | reserve the new model | can I order it before it comes out
预购 | 预订新品 | 还没上市可以先订吗 | 预售什么时候付钱 | 预定 | 没发布能先占位吗
be among the first to get it | new model not out yet | order it on the first day | do you charge right away for something not released
想第一批拿到 | 没发售的 | 首发能抢吗 | 没上市会马上扣钱吗

when will it be back in stock | it is sold out | tell me when it is available again | out of stock | restock | when do you get new ones | notify me when it returns
什么时候有货 | 缺货了 | 到货通知我 | 没货了还会有吗 | 补货时间 | 有货的时候告诉我 | 卖完了什么时候再来
unavailable, when do you get more | everything in my size is gone | let me know once it can be bought again | will you have it again
没有了还进货吗 | 等有了喊我一声 | 断货 | 什么时候再来货 | 还会再卖吗
is there going to be more | tell me when you have it | gone everywhere, also here | how long until new stock
还会再进吗 | 有了说一声 | 哪都没货 | 多久补上

can I send it to a hotel | deliver to a parcel locker | deliver to a post office box | send to a pickup point | I am travelling, can it come to my hotel
能送到酒店吗 | 放快递柜可以吗 | 寄到自提点 | 送到代收点 | 能放驿站吗
bring it to my hotel | into a locker | at a collection point | care of reception
送到酒店 | 放柜子里 | 代收点 | 前台代收
`;
