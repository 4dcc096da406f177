/**
 * How customers ask about what every shop is asked: a topic a block, English wordings, then Chinese ones, separated by bars. They
 * teach the built-in embedding which words belong together, and lend their wordings to a pack's own questions on the same topic.
 */
export const ORDER_TOPICS = `
how long does delivery take | when will it arrive | how fast is shipping | how many days until I get it | when will I receive my order | delivery times | will it be here by the weekend | how soon can you deliver | I need it quickly, how fast can it come | estimated arrival | how long do I have to wait for it | what is the fastest delivery
多久能到 | 几天能收到 | 什么时候送到 | 发货后要几天 | 最快多久能拿到 | 要等多久 | 配送时间 | 今天下单明天能到吗 | 着急用能快点送吗 | 预计什么时候到货 | 物流一般要几天

how much is shipping | what does delivery cost | is delivery free | shipping fees | do I pay postage | from what amount is shipping free | minimum order for free delivery | extra charge for express | how much do I pay for sending it
运费怎么算 | 邮费多少钱 | 包邮吗 | 买多少免运费 | 快递费谁出 | 加急要加多少钱 | 要付运费吗 | 满多少免邮 | 配送费

do you ship abroad | do you deliver to my country | international delivery | can I order from another country | shipping to France | can you send it overseas | delivery to the UK | do you post to Hong Kong | which countries do you ship to | I live in Germany, can I buy from you | can it be sent to my family abroad
可以寄国外吗 | 海外能买吗 | 支持国际配送吗 | 能寄到香港吗 | 我在国外可以下单吗 | 能送到法国吗 | 配送哪些国家 | 寄给国外的亲戚 | 能发到英国吗

can I choose a delivery time | evening delivery | deliver on Saturday | do you deliver on Sundays | I work during the day, can you come after six | pick a time slot for delivery | can the courier come in the morning | choose the day it is delivered
可以约时间送吗 | 晚上能送吗 | 周末送不送 | 白天不在家能晚点送吗 | 能指定哪天送吗 | 上午送可以吗 | 快递员几点来

can I pick it up myself | collect in store | click and collect | come and get my order | I would rather fetch it from the shop | store pickup | reserve and pick up | how long until I can collect it
可以自己去拿吗 | 门店自提 | 到店取货 | 自己上门取 | 网上下单店里拿 | 多久可以去取

where is my package | track my order | how do I follow my parcel | tracking link | where can I see the shipping status | parcel location | check where my shipment is | tracking number
我的包裹到哪了 | 怎么查物流 | 快递单号在哪里 | 查看配送进度 | 怎么跟踪订单 | 东西现在在哪里 | 物流信息在哪看

my parcel is lost | my package never came | tracking has not changed for days | it says delivered but I did not get it | package stuck | the parcel disappeared | still have not received my order | courier says it was delivered but nothing is here
包裹丢了 | 快递不见了 | 物流好几天没动 | 显示已签收但没收到 | 一直没收到货 | 快递卡住了 | 东西寄丢了怎么办 | 门口没有包裹

my order arrived broken | it was damaged in transit | the item came cracked | box was crushed | arrived with a dent | the glass was smashed when I opened it | scratched on arrival | the parcel was torn and the product is broken
收到就是坏的 | 运输途中损坏 | 到手有裂痕 | 包装压坏了 | 打开就碎了 | 收到的时候瘪了 | 外壳有划痕 | 快递摔坏了

you sent the wrong item | I got the wrong colour | something is missing from my order | parts are missing | not what I ordered | I received a different product | the cable was not in the box | only one of two items came
发错货了 | 颜色不对 | 少发了东西 | 配件没有 | 收到的不是我买的 | 寄错了 | 盒子里少了零件 | 少了一件

how do I return something | return policy | can I send it back | how many days do I have to return it | I want to give it back | I don't like it, can I return it | how does returning work | take it back | return process | I changed my mind about the product
怎么退货 | 可以退吗 | 退货流程 | 几天之内可以退 | 不喜欢能退吗 | 不合适想退 | 退回去要怎么弄 | 无理由退货 | 想把东西退了

can I return an opened product | I already used it, can I return it | without the original box | I threw the packaging away | I tried it on once | the seal is broken, can it still be returned
拆了还能退吗 | 用过还能退吗 | 包装扔了能退吗 | 试过一次能退货吗 | 没有原包装可以退吗 | 打开过能退吗

exchange for another size | swap it for a different colour | can I change it for another model | it is too small, can I get a bigger one | replace it with another one | exchange instead of refund
换个颜色 | 换大一号 | 能换别的型号吗 | 太小了想换 | 换货怎么弄 | 想换成另一款 | 可以调换吗

when do I get my refund | where is my money | how long does the refund take | refund has not arrived | money back to my card | I returned it and have not been paid back | refund status | when will the money be on my account
退款什么时候到 | 钱什么时候退给我 | 退款多久到账 | 退了货钱还没到 | 退款到哪里 | 退款进度 | 怎么还没退钱

can I return a gift | I got it as a present and want to give it back | someone gave it to me, can I exchange it | will the giver know I returned it | gift receipt
别人送的礼物能退吗 | 礼物不喜欢可以退吗 | 退礼物送的人会知道吗 | 收到礼物用不上能退吗 | 朋友送的可以换吗

cancel my order | I don't want it any more | stop the order before it ships | I changed my mind, please cancel | how do I cancel a purchase | call off my order
取消订单 | 不想要了怎么取消 | 还没发货可以取消吗 | 改变主意了别发货 | 撤销订单 | 把订单撤掉

change my order | add something to my order | I chose the wrong colour, can I change it | change the quantity | remove an item from my order | I ordered the wrong size by mistake | I selected the wrong version
修改订单 | 想再加一件 | 选错颜色了能改吗 | 改数量 | 下单选错了 | 拍错了型号 | 订单里能再放一个吗

change the delivery address | I entered the wrong address | wrong street or house number | I moved, send it to the new address | deliver it to my office instead | update shipping address
改地址 | 地址写错了 | 门牌号填错了 | 搬家了换地址 | 改寄到公司 | 收货地址能改吗 | 送到单位去

I did not get a confirmation | no e-mail after my order | did my order go through | where is my order number | confirmation mail missing | was my order successful
没收到确认邮件 | 不知道订单成功没有 | 订单号在哪里看 | 下单后没有邮件 | 订单有没有成功 | 找不到订单编号

pre-order | order something not released yet | when will I be charged for a preorder | reserve the new model | can I order it before it comes out
预购 | 预订新品 | 还没上市可以先订吗 | 预售什么时候付钱 | 预定 | 没发布能先占位吗

when will it be back in stock | it is sold out | tell me when it is available again | out of stock | restock | when do you get new ones | notify me when it returns
什么时候有货 | 缺货了 | 到货通知我 | 没货了还会有吗 | 补货时间 | 有货的时候告诉我 | 卖完了什么时候再来

can I send it to a hotel | deliver to a parcel locker | deliver to a post office box | send to a pickup point | I am travelling, can it come to my hotel
能送到酒店吗 | 放快递柜可以吗 | 寄到自提点 | 送到代收点 | 能放驿站吗
`;
