/** What customers ask every travel agency, in the form of `ORDER_TOPICS`. */
export const TRAVEL_TOPICS = `
how do I book | book a trip online | make a reservation | what do I need to book | book by phone | sign up for a tour | reserve a place | how does booking work
怎么预订 | 怎么报名 | 网上订行程 | 电话能订吗 | 报名要什么 | 订一个位子 | 预订流程

deposit | when is the balance due | how much do I pay now | pay the rest later | first payment for the trip | final payment date | booking deposit
定金多少 | 尾款什么时候付 | 现在要付多少 | 先付多少钱 | 全款什么时候交 | 余款 | 订金

how can I pay | payment methods | pay by card | do you take Alipay | pay for the trip in instalments | bank transfer | can I pay in cash
怎么付款 | 支付方式 | 能用支付宝吗 | 可以刷卡吗 | 能分期吗 | 银行转账 | 收现金吗

invoice for the trip | receipt | bill for my employer | company invoice | proof of payment
发票 | 开发票 | 公司抬头 | 收据 | 报销用

is my booking confirmed | I have no confirmation | booking status | when do I get my documents | travel documents not here yet | did my booking go through
订单确认了吗 | 没收到确认 | 预订状态 | 出团通知书什么时候发 | 订成功了吗 | 行程单

what is included | does the price include flights | are meals included | what is not in the price | extra costs | is breakfast included | entrance fees
包含什么 | 价格含机票吗 | 含餐吗 | 门票包括吗 | 还要另外花钱吗 | 有没有自费项目 | 早餐包吗

single supplement | travelling alone | room for one | price for one person | solo traveller | share a room with somebody
单房差 | 一个人去 | 单人价格 | 单人房 | 一个人报名 | 能拼房吗

price for children | child discount | do kids travel cheaper | baby free of charge | extra bed for a child | family price
儿童价 | 小孩多少钱 | 孩子打折吗 | 婴儿收费吗 | 儿童加床 | 小朋友半价吗

minimum age | from what age | can a toddler come along | too young for the tour | age limit | can my teenager join
最小年龄 | 几岁可以参加 | 小孩能去吗 | 年龄限制 | 多大的孩子能报名 | 老人有年龄限制吗

group discount | we are twelve people | cheaper for a group | company outing | price for a school class | many travellers together
团体优惠 | 人多便宜吗 | 公司团建 | 十个人有折扣吗 | 包团 | 一大家子去

early booking discount | book early and save | last minute offer | is it cheaper now | early bird | any reductions
早鸟优惠 | 提前订便宜吗 | 特价 | 最后时刻优惠 | 早订有折扣吗

cancel my trip | cancellation fee | what if I cannot travel | cancel and get money back | how much do I lose when I cancel | I do not want to go any more | storno
取消行程 | 退团 | 取消要扣多少 | 去不了了能退吗 | 退订费用 | 临时不去了

cancel a cruise | cruise cancellation fee | call off the cruise | cannot go on the ship
取消邮轮 | 邮轮退订 | 邮轮退票扣多少 | 不坐邮轮了

cancel a hotel | free hotel cancellation | until when can I cancel the room | hotel refund
取消酒店 | 酒店能免费取消吗 | 退房间 | 酒店退订 | 几号前能退酒店

when do I get my refund | money back after cancelling | refund has not arrived | how long does the refund take
退款多久到 | 钱什么时候退 | 退款还没到 | 退款要几天

change the dates | postpone the trip | travel another week | move my booking | reschedule | go earlier than booked
改期 | 换日期 | 推迟出发 | 想改到下个月 | 提前走行吗 | 改出发时间

change the name | another person takes my place | my name is misspelt | transfer the booking to a friend | replace a traveller
换人 | 改名字 | 名字写错了 | 让朋友替我去 | 转给别人

what if you cancel | tour does not take place | minimum number not reached | you called off my trip | too few people
你们取消怎么办 | 不成团 | 人数不够 | 取消了赔偿吗 | 成团人数

bad weather | strike | storm | flight cancelled because of snow | volcano | what if it rains all week | airport closed
天气不好怎么办 | 下雨还去吗 | 罢工 | 暴风雪 | 航班因天气取消 | 地震 | 不可抗力

travel insurance | which insurance do you sell | insurance against cancellation | medical cover abroad | is insurance included | am I insured
旅行保险 | 旅游险怎么买 | 取消险 | 医疗险 | 保险包含吗 | 有什么保险

add insurance later | until when can I insure | insurance after booking | too late for insurance
后面还能买保险吗 | 保险什么时候前买 | 订完再加保险 | 补买保险

ill before departure | I broke my leg | sick and cannot travel | doctor says I must not fly | hospital before the trip
出发前生病 | 病了去不了 | 骨折了 | 医生不让飞 | 住院了怎么办

visa | do I need a visa | apply for a visa | visa for Japan | can you get the visa for me | which papers for the visa | entry rules
签证 | 要签证吗 | 怎么办签证 | 日本签证 | 你们代办签证吗 | 签证材料 | 入境要求 | 免签吗

visa refused | visa rejected | did not get my visa | embassy said no
拒签 | 签证没下来 | 被拒签退钱吗 | 签证没过

passport validity | six months rule | passport expires soon | is my old passport fine | passport or identity card
护照有效期 | 护照快过期 | 六个月有效 | 旧护照行吗 | 用身份证可以吗

luggage allowance | how heavy may my suitcase be | hand luggage | two bags | excess baggage | weight limit | skis or a pram
行李额 | 能带多重 | 手提行李 | 行李超重 | 带几件 | 托运多少公斤 | 婴儿车能带吗

packing list | what to pack | which clothes | do I need hiking boots | what should I bring | power adapter | equipment
带什么 | 行李清单 | 穿什么衣服 | 要带登山鞋吗 | 准备什么 | 要带转换插头吗

lost luggage | suitcase missing | bag did not come | damaged suitcase | luggage delayed | airline lost my bag
行李丢了 | 行李没到 | 箱子坏了 | 行李延误 | 航空公司弄丢行李

flight times | when do we fly | which airline | departure time | seat reservation | direct flight | when do I get my tickets
航班时间 | 几点起飞 | 哪家航空 | 出发时间 | 能选座吗 | 直飞吗 | 机票什么时候出

own arrival | book without flights | I come by train | my own car | join at the destination | travel there myself
自己去 | 不要机票 | 自驾过去 | 坐火车到 | 当地集合 | 自行前往

airport transfer | pick-up from the airport | how do I get to the hotel | shuttle | taxi from the airport | who meets us
接机 | 机场到酒店怎么走 | 有接送吗 | 送机 | 谁来接我们 | 机场大巴

group size | how many people are in the group | small groups | how many travellers | private tour
团多大 | 一个团几个人 | 小团吗 | 多少人一团 | 私家团

language of the guide | Chinese speaking guide | which language is the tour in | does the guide speak German | tour leader language
导游语言 | 中文导游 | 导游会说英语吗 | 讲什么语言 | 领队

how hard is it | fitness | level of difficulty | how many kilometres a day | am I fit enough | steep paths | beginner hike
难度 | 累不累 | 体力要求 | 每天走多少 | 新手能走吗 | 强度大吗 | 爬升多少

vegetarian | food allergy | gluten free meals | vegan food on the trip | halal | special diet | lactose
素食 | 过敏 | 不吃猪肉 | 清真 | 忌口 | 有素餐吗 | 无麸质

wheelchair | disabled traveller | barrier-free | walking difficulties | accessible room | I cannot climb stairs
轮椅 | 残疾人 | 无障碍 | 腿脚不方便 | 不能爬楼梯 | 行动不便

seniors | trips for my parents | something easy for older people | my mother is 75 | gentle tours | retired
老人 | 带父母去 | 适合长辈的 | 爸妈七十多了 | 轻松一点的 | 退休

tips | gratuities | how much to tip | tip for the guide | is service included
小费 | 给多少小费 | 小费包含吗 | 导游小费 | 要准备小费吗

vaccinations | do I need a jab | yellow fever | malaria | health risks | medicine to take along
疫苗 | 要打针吗 | 黄热病 | 带什么药 | 健康要求

emergency | accident on the trip | I missed my flight | whom do I call at night | help during the trip | stolen passport | ill on the way
紧急情况 | 路上出事找谁 | 误机了 | 护照被偷 | 半夜联系谁 | 旅途中生病 | 求助电话

contact | phone number | how can I reach you | talk to a person | office hours | when are you open | e-mail address
联系方式 | 电话多少 | 人工客服 | 几点上班 | 怎么找你们 | 邮箱

gift voucher | give a trip as a present | travel voucher | how long is the voucher valid
礼品券 | 送人旅行 | 旅行券 | 代金券有效期 | 当礼物

honeymoon | wedding anniversary | newlyweds | romantic trip | surprise for my wife on the trip
蜜月 | 新婚 | 结婚纪念 | 浪漫 | 给太太惊喜

pets | bring my dog | cat on the trip | are animals allowed | dog friendly hotel
宠物 | 带狗 | 带猫 | 能带宠物吗 | 狗狗友好

complaint after the trip | I was not satisfied | the hotel was dirty | it was not as described | money back for bad service
投诉 | 不满意 | 酒店很脏 | 和描述不一样 | 货不对板 | 旅行回来想投诉

data protection | passport copy | what do you do with my data | who sees my data | delete my data
隐私 | 护照信息安全吗 | 个人信息 | 数据怎么用 | 删除我的资料
`;
