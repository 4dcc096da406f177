/** More of what every shop is asked, in the form of `ORDER_TOPICS`. */
export const SERVICE_TOPICS = `
how long is the warranty | guarantee period | what does the warranty cover | it broke after six months, is it covered | how many years of guarantee | the battery died, is that under warranty
保修多久 | 质保几年 | 坏了保修吗 | 用了半年坏了管不管 | 保修范围 | 电池在保修里吗 | 保几年

how do I get it repaired | it stopped working | my device is broken, can you fix it | send it in for repair | how much does a repair cost | how long does fixing take | it does not turn on any more | out of warranty repair
怎么维修 | 坏了能修吗 | 送修 | 维修多少钱 | 修要多久 | 开不了机了 | 没声音了帮我修 | 过保了能修吗

extend the warranty | longer guarantee | buy extra years of cover | protection plan | accident insurance | screen breakage insurance
延长保修 | 多买几年质保 | 延保 | 碎屏险 | 意外保险 | 摔坏的保险

how can I pay | which payment methods | do you take PayPal | can I pay by card | Apple Pay | do you accept American Express | cash on delivery | can I pay with Alipay | bank transfer
怎么付款 | 支持什么支付方式 | 能用微信吗 | 可以刷信用卡吗 | 支付宝可以吗 | 货到付款 | 能付现金吗 | 可以银行转账吗

pay in instalments | split the payment | pay monthly | buy now pay later | I can't pay it all at once | financing | pay over several months
分期付款 | 能分几个月付吗 | 按月还 | 先买后付 | 一次付不起 | 分期要手续费吗 | 花呗分期

my payment failed | card declined | I was charged but have no order | charged twice | payment does not go through | money was taken twice | the checkout rejects my card
付款失败 | 刷卡被拒 | 扣了钱没有订单 | 扣了两次钱 | 支付不了 | 重复扣款 | 信用卡付不了

I need an invoice | receipt | bill for my company | VAT invoice | where do I download the invoice | tax receipt
开发票 | 要发票 | 公司抬头发票 | 电子发票 | 发票在哪下载 | 报销要发票

is tax included | do prices include VAT | sales tax | which currency are prices in | can I pay in another currency | are there additional taxes
含税吗 | 价格包括税吗 | 标价是什么货币 | 能用人民币结算吗 | 还要另外交税吗

customs duties | import tax | do I pay anything at the border | are duties included | customs fees | who pays customs
关税 | 清关要交钱吗 | 进口税谁付 | 过海关要付费吗 | 税费包含吗 | 会不会被税

use a discount code | my coupon does not work | where do I enter the voucher | promo code rejected | can I combine two codes
优惠码怎么用 | 优惠券用不了 | 折扣码填哪里 | 券怎么用 | 两张券能一起用吗 | 码能叠加吗

price match | it is cheaper elsewhere | the price dropped after I bought it | another shop sells it for less | lowest price guarantee | refund the difference
价格保护 | 别家更便宜 | 刚买就降价了 | 买贵了退差价吗 | 保证最低价吗 | 能补差价吗

student discount | I study, is it cheaper for me | discount for teachers | education price | reduction for university students
学生优惠 | 教育优惠 | 我是学生能便宜吗 | 老师有折扣吗 | 大学生买便宜吗

loyalty points | what are points worth | do my points expire | member benefits | how do I use my points | rewards programme
积分怎么用 | 积分能换多少钱 | 积分会过期吗 | 会员有什么福利 | 积分抵现

when is the next sale | Black Friday | any promotions | when are things cheapest | upcoming discounts | should I wait for a sale
什么时候打折 | 有什么活动 | 双十一 | 黑五 | 什么时候买便宜 | 最近有促销吗 | 等活动划算吗

gift wrapping | can you wrap it | add a card | wrap it as a present without the bill | ribbon and note | how much is wrapping
礼品包装 | 能包装一下吗 | 放张贺卡 | 包成礼物 | 不要放价格单 | 包装要多少钱 | 系个丝带

gift cards | buy a voucher for a friend | how long is the gift card valid | balance of my gift card | gift voucher
礼品卡 | 买购物卡送人 | 卡里余额怎么查 | 礼品卡有效期 | 想送一张卡

do you install it | can someone assemble it | mount the TV on the wall | set it up for me | put the furniture together | can your people hang it up | installation service
上门安装 | 帮忙组装 | 电视挂墙 | 能装好吗 | 我不会装 | 师傅能帮装吗 | 家具组装

recycling | take away my old device | dispose of batteries | can you pick up the old one | get rid of an old TV
回收旧机 | 旧电池怎么扔 | 能把旧的拉走吗 | 处理旧电视 | 旧家电带走

trade in | money for my old phone | how much do I get for my used device | old for new | sell you my old laptop
以旧换新 | 旧手机能折多少钱 | 旧机抵扣 | 收旧手机吗 | 拿旧的换新的

opening hours | when are you open | until when can I call | are you there at the weekend | what time do you close | customer service hours
几点上班 | 营业时间 | 几点前能打电话 | 周末有人吗 | 客服时间 | 几点关门

where is your shop | can I see it in a store | showroom | try it in person | physical store | do you have a branch | can I test it before I buy
店在哪里 | 有实体店吗 | 能现场看吗 | 线下体验 | 可以去店里试吗 | 展厅地址

contact you | talk to a person | phone number | e-mail address | speak to a human | customer service | how do I reach you | real person please
联系你们 | 转人工 | 电话多少 | 邮箱是什么 | 想跟人说话 | 客服电话 | 真人客服 | 怎么找到你们

create an account | do I need to register | sign up | order as a guest | open an account
注册账号 | 不注册能买吗 | 开个账户 | 游客下单 | 怎么注册

forgot my password | cannot log in | reset password | locked out of my account | login does not work
忘记密码 | 登录不了 | 重置密码 | 密码不对 | 进不去账号

delete my account | close my account | remove my data | I no longer want an account
注销账号 | 删除账户 | 删掉我的资料 | 不想要账号了

privacy | what do you do with my data | do you share my information | are chats stored | do you sell my details to advertisers | personal data
隐私 | 我的资料拿去做什么 | 会泄露信息吗 | 聊天记录保存吗 | 信息会卖给别人吗 | 个人信息

unsubscribe from e-mails | stop the newsletter | no more advertising mails | subscribe to offers | take me off the mailing list
退订邮件 | 不要再发广告 | 怎么订阅 | 取消推送 | 从名单里删除 | 想收优惠信息

business customers | we are a company | buy on account | company purchase | invoice for business with payment terms | business account
企业采购 | 我们是公司 | 公司账户 | 可以月结吗 | 公司挂账 | 企业客户

bulk discount | large quantity | we need fifty pieces | cheaper if I buy many | wholesale price | volume discount
批量购买 | 买多有优惠吗 | 大批量采购 | 一次买一百个能便宜吗 | 批发价 | 团购

spare parts | replacement filter | new ear cushions | where do I get accessories | replacement battery | wear parts
配件 | 滤网哪里买 | 换耳罩 | 备件 | 替换电池 | 零件在哪买

user manual | lost the instructions | how do I use it, guide | download the handbook | operating instructions
说明书 | 说明书丢了 | 使用教程 | 怎么操作有手册吗 | 下载手册

voltage | does it work in Europe | plug type | 110 or 230 volts | can I use it in another country | power socket
电压 | 在国外能用吗 | 插头 | 英标插头 | 220伏能用吗 | 欧洲能不能用

is the phone unlocked | SIM lock | does it work with my carrier | can I use my own SIM card | network provider | dual SIM
有锁吗 | 支持哪些运营商 | 能插自己的卡吗 | 双卡吗 | 移动联通电信都能用吗

second hand | refurbished | used products | open box | pre-owned | returned goods for less
二手 | 翻新机 | 有没有用过的 | 官翻 | 退货品便宜卖吗 | 样品机

is it genuine | original product | fake | authentic | is it a counterfeit | from the manufacturer
正品吗 | 是不是假货 | 原装 | 真的吗 | 山寨 | 厂家授权

software updates | firmware | how long do I get updates | update my device | security updates
系统更新 | 固件升级 | 更新几年 | 怎么升级 | 软件更新

transfer my data | move photos to the new phone | copy contacts | switch from my old phone | data migration
数据迁移 | 旧手机照片转到新手机 | 联系人怎么转移 | 换机搬家 | 导数据

can I take it on a plane | power bank in hand luggage | battery on flights | airline rules
能带上飞机吗 | 充电宝登机 | 飞机能带吗 | 托运电池

environment | sustainable | how green is your packaging | climate | recycled materials
环保 | 可持续 | 包装环保吗 | 碳排放 | 环保材料

about the company | who are you | when were you founded | who runs the shop | company history | who is behind this store
关于你们 | 你们是谁 | 什么时候成立 | 老板是谁 | 公司介绍 | 背后是哪家公司

reviews | are the ratings real | how do I write a review | can I trust the stars | customer opinions
评价是真的吗 | 怎么写评价 | 评分可信吗 | 在哪评价 | 买家评论

make a complaint | I am not satisfied | speak to a manager | who do I complain to | bad service | let me talk to your boss
投诉 | 不满意 | 找你们经理 | 在哪投诉 | 服务太差 | 找负责人

is it safe for children | small parts | from which age | toxic | choking | child safety
儿童安全吗 | 多大能玩 | 有没有小零件 | 材料有毒吗 | 会不会误吞 | 几岁可以用
`;
