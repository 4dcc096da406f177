/** What customers ask every travel agency, in the form of `ORDER_TOPICS`. */
export const TRAVEL_TOPICS = `
how do I book | book a trip online | make a reservation | what do I need to book | book by phone | sign up for a tour | reserve a place | how does booking work
怎么预订 | 怎么报名 | 网上订行程 | 电话能订吗 | 报名要什么 | 订一个位子 | 预订流程
I would like to come along, what do I do | put our names down | how do we reserve two places | I want this one, what now | can I hold a place for a few days
我想参加怎么弄 | 帮我们报上名 | 留两个位子 | 就要这个，下一步呢 | 能先占位吗

deposit | when is the balance due | how much do I pay now | pay the rest later | first payment for the trip | final payment date | booking deposit
定金多少 | 尾款什么时候付 | 现在要付多少 | 先付多少钱 | 全款什么时候交 | 余款 | 订金
how much do you want right away | when do I have to transfer the rest | do I pay it all at once | what is payable today
先交多少 | 剩下的哪天交 | 要一次付清吗 | 今天付多少

how can I pay | payment methods | pay by card | do you take Alipay | pay for the trip in instalments | bank transfer | can I pay in cash
怎么付款 | 支付方式 | 能用支付宝吗 | 可以刷卡吗 | 能分期吗 | 银行转账 | 收现金吗
do you take my credit card | can I pay bit by bit | is there a charge for paying by card | WeChat all right?
收信用卡吗 | 能慢慢付吗 | 刷卡加钱吗 | 微信行不行

invoice for the trip | receipt | bill for my employer | company invoice | proof of payment
发票 | 开发票 | 公司抬头 | 收据 | 报销用
my boss needs a paper for this | something for the tax office | with the name of our company on it
单位要票 | 要报销 | 写公司名字

is my booking confirmed | I have no confirmation | booking status | when do I get my documents | travel documents not here yet | did my booking go through
订单确认了吗 | 没收到确认 | 预订状态 | 出团通知书什么时候发 | 订成功了吗 | 行程单
is it all settled with our trip | I paid, but have heard nothing | are we really going | where are my tickets and papers
我们的订好了吗 | 付了钱没动静 | 真的能走吗 | 票和资料呢

what is included | does the price include flights | are meals included | what is not in the price | extra costs | is breakfast included | entrance fees
包含什么 | 价格含机票吗 | 含餐吗 | 门票包括吗 | 还要另外花钱吗 | 有没有自费项目 | 早餐包吗
do we have to pay for dinners ourselves | what else will I have to pay | all in or are there extras
晚饭要自己掏吗 | 还要花什么钱 | 全包吗

single supplement | travelling alone | room for one | price for one person | solo traveller | share a room with somebody
单房差 | 一个人去 | 单人价格 | 单人房 | 一个人报名 | 能拼房吗
it is only me | I don't want to share with a stranger
就我一个 | 自己出去玩 | 不想跟陌生人住

price for children | child discount | do kids travel cheaper | baby free of charge | extra bed for a child | family price
儿童价 | 小孩多少钱 | 孩子打折吗 | 婴儿收费吗 | 儿童加床 | 小朋友半价吗
we bring our little ones | what about the baby | two adults and two kids, what does it come to
带两个娃 | 宝宝要钱吗 | 两大两小多少钱

minimum age | from what age | can a toddler come along | too young for the tour | age limit | can my teenager join
最小年龄 | 几岁可以参加 | 小孩能去吗 | 年龄限制 | 多大的孩子能报名 | 老人有年龄限制吗
is he old enough at ten | are teenagers allowed | can a baby come | is it only for adults
十岁能去吗 | 青少年行吗 | 婴儿能带吗 | 只限成人吗

group discount | we are twelve people | cheaper for a group | company outing | price for a school class | many travellers together
团体优惠 | 人多便宜吗 | 公司团建 | 十个人有折扣吗 | 包团 | 一大家子去
there are a lot of us | we come with the whole office | something off if we bring friends | reduction for our club
我们人多 | 全公司一起去 | 带朋友一起有优惠吗 | 社团能便宜吗

early booking discount | book early and save | last minute offer | is it cheaper now | early bird | any reductions
早鸟优惠 | 提前订便宜吗 | 特价 | 最后时刻优惠 | 早订有折扣吗
is it worth booking now already | do you reward people who plan ahead | cheaper if I decide today | is it going to get cheaper later
现在订划算吗 | 早点定有好处吗 | 今天定能便宜吗 | 以后会降价吗

cancel my trip | cancellation fee | what if I cannot travel | cancel and get money back | how much do I lose when I cancel | I do not want to go any more | storno
取消行程 | 退团 | 取消要扣多少 | 去不了了能退吗 | 退订费用 | 临时不去了
we have to call it off | what do you keep if we stay at home | I can't go after all
我们不去了 | 不去你们扣多少 | 临时走不了

cancel a cruise | cruise cancellation fee | call off the cruise | cannot go on the ship
取消邮轮 | 邮轮退订 | 邮轮退票扣多少 | 不坐邮轮了
we can't make the ship | I don't want the sailing any more | what do I lose on the river trip
船上不了了 | 不想坐船了 | 游轮退要亏多少

cancel a hotel | free hotel cancellation | until when can I cancel the room | hotel refund
取消酒店 | 酒店能免费取消吗 | 退房间 | 酒店退订 | 几号前能退酒店
I don't need the room any more | what if we don't turn up at the hotel | let the room go
房不要了 | 没入住怎么算 | 房间退掉

when do I get my refund | money back after cancelling | refund has not arrived | how long does the refund take
退款多久到 | 钱什么时候退 | 退款还没到 | 退款要几天
where is my money | you owe me after I called it off | still nothing on my account
钱呢 | 退了还没给我钱 | 账上还没有

change the dates | postpone the trip | travel another week | move my booking | reschedule | go earlier than booked
改期 | 换日期 | 推迟出发 | 想改到下个月 | 提前走行吗 | 改出发时间
could we go a week later | something came up, another month please | shift everything by a few days
能晚一周吗 | 有事想换个月 | 整个往后挪几天

change the name | another person takes my place | my name is misspelt | transfer the booking to a friend | replace a traveller
换人 | 改名字 | 名字写错了 | 让朋友替我去 | 转给别人
you wrote my name wrong | give my place to somebody | swap one of us
名字打错了 | 位子给别人 | 换个人去

what if you cancel | tour does not take place | minimum number not reached | you called off my trip | too few people
你们取消怎么办 | 不成团 | 人数不够 | 取消了赔偿吗 | 成团人数
nobody else booked, what now | is it sure to take place | what do I get when you don't go | too small a group
没人报怎么办 | 一定能走吗 | 你们不发团我怎么办 | 人太少

bad weather | strike | storm | flight cancelled because of snow | volcano | what if it rains all week | airport closed
天气不好怎么办 | 下雨还去吗 | 罢工 | 暴风雪 | 航班因天气取消 | 地震 | 不可抗力
what if it pours all week | snowed in | they are on strike that day
一直下雨呢 | 大雪封路 | 那天罢工

travel insurance | which insurance do you sell | insurance against cancellation | medical cover abroad | is insurance included | am I insured
旅行保险 | 旅游险怎么买 | 取消险 | 医疗险 | 保险包含吗 | 有什么保险
who pays the hospital abroad | something that covers us | am I covered when I break a leg | cover for everything
国外看病谁付 | 想买个保障 | 摔伤了保吗 | 全面一点的保险

add insurance later | until when can I insure | insurance after booking | too late for insurance
后面还能买保险吗 | 保险什么时候前买 | 订完再加保险 | 补买保险
can I still take out cover | I forgot to tick it when booking | is it too late for protection
现在还能买保险吗 | 订的时候忘勾了 | 还来得及保吗

ill before departure | I broke my leg | sick and cannot travel | doctor says I must not fly | hospital before the trip
出发前生病 | 病了去不了 | 骨折了 | 医生不让飞 | 住院了怎么办
I am in hospital and can't come | doctor says no | my mother got sick and I have to stay
我住院去不了了 | 医生不让去 | 妈妈病了走不开

visa | do I need a visa | apply for a visa | visa for Japan | can you get the visa for me | which papers for the visa | entry rules
签证 | 要签证吗 | 怎么办签证 | 日本签证 | 你们代办签证吗 | 签证材料 | 入境要求 | 免签吗
do I need a stamp to get in | what papers for the border | can I enter with a Chinese passport | who applies for it
入境要什么 | 中国护照能进吗 | 谁帮我办 | 要提前办手续吗

visa refused | visa rejected | did not get my visa | embassy said no
拒签 | 签证没下来 | 被拒签退钱吗 | 签证没过
they did not give it to me | embassy said no | no entry permit, what about the money
没给我签 | 使馆不批 | 签不下来钱怎么办

passport validity | six months rule | passport expires soon | is my old passport fine | passport or identity card
护照有效期 | 护照快过期 | 六个月有效 | 旧护照行吗 | 用身份证可以吗
mine runs out in March | is four months left enough | how many empty pages | does the child need one
三月到期行吗 | 剩四个月够吗 | 要几页空白 | 小孩要护照吗

luggage allowance | how heavy may my suitcase be | hand luggage | two bags | excess baggage | weight limit | skis or a pram
行李额 | 能带多重 | 手提行李 | 行李超重 | 带几件 | 托运多少公斤 | 婴儿车能带吗
second suitcase | what can I carry on board | can I take my own board
再带一个箱子 | 能带上机多少 | 自己的板能带吗

packing list | what to pack | which clothes | do I need hiking boots | what should I bring | power adapter | equipment
带什么 | 行李清单 | 穿什么衣服 | 要带登山鞋吗 | 准备什么 | 要带转换插头吗
what clothes for there | which shoes | do I need warm things | what should be in my rucksack
穿什么 | 什么鞋 | 要带厚衣服吗 | 包里装什么

lost luggage | suitcase missing | bag did not come | damaged suitcase | luggage delayed | airline lost my bag
行李丢了 | 行李没到 | 箱子坏了 | 行李延误 | 航空公司弄丢行李
my bag is not here | the airline lost my case | I stand here without my things
包没到 | 航司把箱子弄丢了 | 东西没来

flight times | when do we fly | which airline | departure time | seat reservation | direct flight | when do I get my tickets
航班时间 | 几点起飞 | 哪家航空 | 出发时间 | 能选座吗 | 直飞吗 | 机票什么时候出
what time do we leave | when do we take off | which airline | can I sit by the window
几点走 | 几点起飞 | 哪家航空 | 能坐靠窗吗

own arrival | book without flights | I come by train | my own car | join at the destination | travel there myself
自己去 | 不要机票 | 自驾过去 | 坐火车到 | 当地集合 | 自行前往
I come by myself | I already have tickets | I live closer to another airport | take the flight off the price
我自己过去 | 票已经买了 | 从别的城市飞 | 不要机票便宜多少

airport transfer | pick-up from the airport | how do I get to the hotel | shuttle | taxi from the airport | who meets us
接机 | 机场到酒店怎么走 | 有接送吗 | 送机 | 谁来接我们 | 机场大巴
who picks us up | how do we get to the hotel | do we need a taxi
谁来接 | 怎么去酒店 | 要自己打车吗

group size | how many people are in the group | small groups | how many travellers | private tour
团多大 | 一个团几个人 | 小团吗 | 多少人一团 | 私家团
how many of us will there be | are we alone with the guide | is it a big crowd | who else comes
一共多少人 | 就我们几个吗 | 人多不多 | 还有谁去

language of the guide | Chinese speaking guide | which language is the tour in | does the guide speak German | tour leader language
导游语言 | 中文导游 | 导游会说英语吗 | 讲什么语言 | 领队
does he speak Chinese | will I understand what they explain | is it led in English
会讲中文吗 | 讲解听得懂吗 | 是英语带的吗

how hard is it | fitness | level of difficulty | how many kilometres a day | am I fit enough | steep paths | beginner hike
难度 | 累不累 | 体力要求 | 每天走多少 | 新手能走吗 | 强度大吗 | 爬升多少
is it steep | how many hours a day on foot | can a beginner do it | bad knees
陡不陡 | 一天走几小时 | 新手行吗 | 膝盖不好

vegetarian | food allergy | gluten free meals | vegan food on the trip | halal | special diet | lactose
素食 | 过敏 | 不吃猪肉 | 清真 | 忌口 | 有素餐吗 | 无麸质
I eat no meat | my husband is coeliac | can they cook for us without milk
我吃素 | 麸质不行 | 不喝牛奶能安排吗

wheelchair | disabled traveller | barrier-free | walking difficulties | accessible room | I cannot climb stairs
轮椅 | 残疾人 | 无障碍 | 腿脚不方便 | 不能爬楼梯 | 行动不便
I can't do stairs | is there a lift everywhere | walking is hard for me
上不了台阶 | 都有电梯吗 | 走路不方便

seniors | trips for my parents | something easy for older people | my mother is 75 | gentle tours | retired
老人 | 带父母去 | 适合长辈的 | 爸妈七十多了 | 轻松一点的 | 退休
my mum is 78 | something easy for old people | is there an upper limit | slow pace for grandparents
妈妈七十八了 | 给老人轻松点的 | 年纪大有上限吗 | 爷爷奶奶慢慢走

tips | gratuities | how much to tip | tip for the guide | is service included
小费 | 给多少小费 | 小费包含吗 | 导游小费 | 要准备小费吗
is it rude to give nothing
不给不好吧

vaccinations | do I need a jab | yellow fever | malaria | health risks | medicine to take along
疫苗 | 要打针吗 | 黄热病 | 带什么药 | 健康要求
do I need jabs | malaria | is there yellow fever | what should I ask my doctor
要打针吗 | 疟疾 | 有黄热病吗 | 要问医生什么

emergency | accident on the trip | I missed my flight | whom do I call at night | help during the trip | stolen passport | ill on the way
紧急情况 | 路上出事找谁 | 误机了 | 护照被偷 | 半夜联系谁 | 旅途中生病 | 求助电话
I am on the way and something is wrong | we missed the bus, whom do I ring | my passport was stolen here | accident
路上出事了 | 没赶上车找谁 | 护照被偷了 | 出车祸了

contact | phone number | how can I reach you | talk to a person | office hours | when are you open | e-mail address
联系方式 | 电话多少 | 人工客服 | 几点上班 | 怎么找你们 | 邮箱
give me a number | is somebody there on Sunday | can I drop in | how late can I ring
电话多少 | 周日有人吗 | 能上门吗 | 几点前能打

gift voucher | give a trip as a present | travel voucher | how long is the voucher valid
礼品券 | 送人旅行 | 旅行券 | 代金券有效期 | 当礼物
a present for my parents' anniversary | can I give somebody money towards a trip | a card for a journey
送爸妈 | 送朋友旅行基金 | 有卡送人吗

honeymoon | wedding anniversary | newlyweds | romantic trip | surprise for my wife on the trip
蜜月 | 新婚 | 结婚纪念 | 浪漫 | 给太太惊喜
something special for the two of us | romantic extra
两个人有惊喜吗 | 浪漫安排

pets | bring my dog | cat on the trip | are animals allowed | dog friendly hotel
宠物 | 带狗 | 带猫 | 能带宠物吗 | 狗狗友好
our cat comes too | do they take animals
猫能去吗 | 小狗让带吗 | 接受动物吗

complaint after the trip | I was not satisfied | the hotel was dirty | it was not as described | money back for bad service
投诉 | 不满意 | 酒店很脏 | 和描述不一样 | 货不对板 | 旅行回来想投诉
the room was dirty and half was missing | I want something back for that | not what you promised | it was a disaster
房间脏还缺项目 | 要补偿 | 跟说的不一样 | 太糟了

data protection | passport copy | what do you do with my data | who sees my data | delete my data
隐私 | 护照信息安全吗 | 个人信息 | 数据怎么用 | 删除我的资料
who gets my passport copy | do you keep my papers | delete what you have of me
护照复印件谁看 | 资料会留吗 | 把我的删掉
`;
