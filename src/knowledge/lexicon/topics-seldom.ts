/**
 * What customers ask and few businesses write down, in the form of `ORDER_TOPICS`. A pack that speaks of it answers; for all others these
 * are questions that nobody should answer with what merely sounds alike.
 */
export const SELDOM_TOPICS = `
can I rent it | do you rent out equipment | hire one for the weekend | rental price per day | can I borrow one for a day | lease a car from you
能租吗 | 有租赁服务吗 | 租一天多少钱 | 出租吗 | 可以借用几天吗 | 能租一个月吗

are you hiring | do you have any jobs | apply for a position | I want to work for you | internship | vacancies for students | do you need drivers
招人吗 | 有职位吗 | 怎么应聘 | 我想去你们那上班 | 有实习吗 | 招兼职吗 | 需要司机吗

who is your boss | name of the founder | who runs the company | how much do your workers earn | where do your employees come from | does your manager use your products
你们有多少人 | 老板是谁 | 创始人叫什么 | 谁管公司 | 员工工资多少 | 你们老板自己用吗 | 董事长是谁

are you on the stock exchange | can I buy your shares | how much profit did you make | invest in your company | annual turnover | become a shareholder
上市了吗 | 能买你们股票吗 | 去年赚了多少 | 能投资你们吗 | 营业额多少 | 怎么当股东

do you accept crypto | pay with ethereum | do you take dogecoin | digital coins
收比特币吗 | 能用虚拟货币吗 | 加密货币能付吗 | 以太坊可以吗 | 数字人民币能付吗

do you have a branch in Paris | is there a store in Munich | are you in New York too | nearest location in Madrid | will you open one in Tokyo | other locations in the north
巴黎有分店吗 | 在上海有店吗 | 纽约有没有你们的店 | 会在东京开店吗 | 北方有门店吗 | 别的城市有吗

discount for pensioners | reduction for nurses | do soldiers pay less | discount for the unemployed | cheaper for firefighters | discount for large families | senior price on Tuesdays
老人有折扣吗 | 护士优惠 | 军人便宜吗 | 医生有优惠吗 | 残疾人减免 | 多子女家庭优惠 | 退休人员打折吗

is there a toilet | can I charge my electric car there | is there wifi | do you have a café inside | is there a play corner for kids | changing room for babies | is it air-conditioned
有厕所吗 | 能给电动车充电吗 | 有无线网吗 | 里面有咖啡厅吗 | 有儿童乐园吗 | 有母婴室吗 | 有空调吗

can I bring my dog inside | are pets allowed in your rooms | may my cat come in
能带狗进来吗 | 可以带宠物进店吗 | 猫能进吗

may I take photos inside | can I film in your rooms | is photography allowed
可以拍照吗 | 能在里面录像吗 | 让拍视频吗

can I visit your factory | guided tour of the warehouse | may our class come and look round | see where you make it
能参观工厂吗 | 带学生来参观行吗 | 能看看仓库吗 | 可以去看生产线吗

do you sponsor clubs | donate to our school | would you support our charity | give money to our event | donate for a good cause
能赞助我们吗 | 给学校捐点东西行吗 | 支持公益吗 | 赞助活动 | 可以捐款吗

can I advertise with you | partner with your company | become a supplier | sell my own products through you | affiliate programme | become a dealer | influencer collaboration
能打广告吗 | 怎么跟你们合作 | 想做供应商 | 我的东西能放你们这卖吗 | 加盟 | 做代理 | 带货合作

do you give courses | can I learn it from you | workshops for beginners | do you teach | lessons on Saturdays
有培训班吗 | 开课吗 | 教怎么做吗 | 有体验课吗 | 新手教学

put my name on it | engraving | print my own picture on it | custom colour made for me | make one to my drawing | build one to my own wishes
能刻字吗 | 印自己的照片 | 定制 | 按我的图做一个 | 能私人订制吗 | 给我单独做一个

who makes it for you | which factory is it from | where are your goods produced | who designed it | which country is it made in
哪个厂代工的 | 在哪生产 | 谁设计的 | 产地是哪 | 哪国造的

do you clean it for me | can you wash my carpet | cleaning service | will someone come and clean my sofa
提供清洗吗 | 能洗地毯吗 | 上门保洁 | 帮我洗沙发

do you mend bikes | can you fix my car | repair my shoes | tailor my trousers | will you paint my flat
修自行车吗 | 能修车吗 | 修鞋吗 | 改裤子吗 | 帮我刷墙吗

water my plants | look after my pet | walk my dog | keep my things for me while I am away | babysit my child
帮我浇花 | 帮看宠物 | 帮我遛狗 | 我不在时帮存东西 | 帮看孩子

hold our party at your place | rent your hall | can I book your room for a birthday | wedding at your place
能在你们那办生日会吗 | 包场 | 办婚礼行吗 | 场地出租吗

write a letter for me | translate this for me | do my homework | write my tax declaration | draw up a contract for me | fill in my application
帮我写封信 | 帮我翻译 | 帮我写作业 | 帮我报税 | 起草合同 | 填申请表

do you sell flowers | train tickets | do you sell medicine | are there concert tickets | do you sell cars | do you sell houses | do you sell gold
有鲜花吗 | 卖火车票吗 | 卖药吗 | 有演唱会门票吗 | 卖车吗 | 卖房子吗 | 卖黄金吗

do you insure pets | do you offer car insurance | home insurance | legal advice | do you give medical advice | do you do marriage counselling
有宠物险吗 | 车险 | 家财险 | 法律咨询 | 能看病吗 | 心理咨询

follow you on TikTok | is there an app for my television | do you have a magazine | your own radio station
有播客吗 | 抖音号是什么 | 有公众号吗 | 有杂志吗 | 有电台吗

what are other customers like | how many customers do you have | who buys most from you | which celebrities come to you
你们有多少客户 | 谁买得最多 | 哪个明星来过 | 客人都是什么人

how old is the building | who was the architect | how high is the ceiling | what colour is your logo | what was here before
楼多少年了 | 谁盖的 | 多高 | 标志什么颜色 | 以前这里是什么

which team do you support | what is your favourite film | are you religious | whom do you vote for | what do you think of the president
支持哪支球队 | 喜欢什么电影 | 信什么教 | 选谁 | 怎么看总统

who won the match | what is the weather tomorrow | how high is the mountain | what is the capital | who invented it | how many people live there | at what temperature does it boil
谁赢了比赛 | 明天下雨吗 | 山有多高 | 首都是哪 | 谁发明的 | 有多少人口 | 几度会开

how do I cook it | recipe for dinner | calories in a sandwich | how do I lose weight | how do I learn a language | how do I train a dog
怎么做菜 | 晚饭菜谱 | 多少卡路里 | 怎么减肥 | 怎么学外语 | 怎么训狗

a restaurant nearby | where is the next petrol station | what can one see in the town | a good doctor around here | is there a hotel close by
附近有什么好吃的 | 最近的加油站在哪 | 城里有什么好玩的 | 附近有好医生吗 | 旁边有酒店吗

will prices rise next year | what will the market do | will the dollar fall | which numbers will win | when does the next crisis come
明年会涨价吗 | 行情会怎样 | 美元会跌吗 | 下期号码是多少 | 什么时候有危机

combine it with another shop's parcel | send it together with a purchase from elsewhere | deliver by drone | deliver by horse | drop it from a helicopter | leave it in the tree house
跟别家的包裹一起寄 | 和别处买的合并发 | 无人机送 | 骑马送 | 直升机送 | 放树屋里

give my points to somebody else | donate my points | pay with airline miles | use points from another shop | collect miles with you
积分转给别人 | 积分捐掉 | 用航空里程付 | 用别家积分 | 能攒里程吗
`;
