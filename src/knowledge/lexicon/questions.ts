/** How customers word what they ask about: service words of FAQ and policies, finance and travel; a line a group. */
export const QUESTIONS = `
return, send back, bring back, give back, take back, 退货, 退回, 退换, 退
refund, money back, reimburse, 退款, 退钱, 返款
exchange, swap, replace, replacement, 换货, 更换, 换
cancel, cancellation, call off, 取消, 撤销
delivery, shipping, shipment, ship, deliver, dispatch, 配送, 送货, 发货, 快递, 物流, 送达, 运送, 寄
delivery cost, shipping fee, shipping cost, postage, delivery fee, delivery charge, 运费, 邮费, 快递费, 包邮
parcel, package, packet, 包裹
arrive, arrival, get here, come, turn up, 到货, 送到, 收到, 到
how long, how many days, how soon, when, 多久, 几天, 什么时候, 多长时间
track, tracking, where is my order, where is my parcel, 查物流, 跟踪, 追踪, 查询订单
order, purchase, 订单, 单子, 下单
pay, payment, paying, checkout, 付款, 支付, 结账
credit card, visa, mastercard, 信用卡
alipay, 支付宝
wechat pay, 微信支付, 微信
instalment, installment, instalments, installments, pay monthly, pay later, 分期, 分期付款, 花呗
invoice, receipt, bill, vat, 发票, 开票, 收据
warranty, guarantee, 保修, 质保, 保固
repair, fix, broken, faulty, defective, defect, stopped working, not working, does not work, doesn't work, 维修, 修理, 坏了, 故障, 坏, 修, 质量问题
damaged, broken on arrival, cracked, smashed, 破损, 损坏, 碎了, 摔坏
missing, lost, never arrived, not received, didn't arrive, 丢了, 丢失, 没收到, 少发, 漏发
wrong item, wrong product, wrong size, sent the wrong, 发错, 发错货
discount, promotion, coupon, voucher, promo code, discount code, special offer, 优惠, 优惠券, 折扣, 促销, 优惠码, 打折
student discount, 学生优惠
price match, cheaper elsewhere, price drop, 价保, 保价, 价格保护, 降价
member, membership, loyalty, points, rewards, 会员, 积分
gift card, 礼品卡
gift wrap, gift wrapping, wrapping, 礼品包装, 包装
abroad, overseas, international, foreign country, outside the country, another country, 海外, 国外, 国际, 境外
customs, import duty, duties, tax, 关税, 清关, 税
address, change address, 地址, 改地址, 收货地址
pick up, pickup, collect, collection, click and collect, 自提, 自取
store, shop, showroom, branch, 门店, 实体店, 线下, 店
opening hours, open, opening times, business hours, hours, 营业时间, 几点开门, 几点关门, 上班时间
contact, reach, call you, phone number, email, customer service, support, talk to a person, human, agent, 联系, 客服, 电话, 人工, 联系方式
account, login, log in, sign in, password, 账号, 账户, 登录, 密码
privacy, personal data, my data, personal information, 隐私, 个人信息, 数据
delete, erase, remove, 删除, 注销
unsubscribe, stop emails, opt out, newsletter, 退订, 取消订阅
install, installation, set up, setup, assemble, assembly, 安装, 组装, 上门安装
manual, instructions, user guide, 说明书, 教程
stock, available, availability, in stock, sold out, out of stock, restock, back in stock, 库存, 有货, 缺货, 补货, 现货, 没货
preorder, pre-order, 预订, 预售
genuine, authentic, original, fake, real, 正品, 真货, 假货, 真的
bulk, wholesale, business order, corporate, large order, 批发, 团购, 企业采购, 大批量
trade in, trade-in, old device, recycle, recycling, dispose, 以旧换新, 回收, 旧机
express, same day, next day, fast delivery, urgent, rush, 加急, 当日达, 次日达, 急用
weekend, saturday, sunday, 周末, 周六, 周日
free, no charge, complimentary, 免费
unopened, sealed, 未拆封, 没拆
opened, used, tried, 拆封, 用过, 拆了
change my mind, don't like it, do not like it, no longer want, 不想要, 不喜欢, 后悔, 无理由
review, feedback, rating, 评价, 评论
battery, 电池
safe, security, secure, 安全
interest rate, interest, apr, yield, return rate, 利率, 利息, 年化, 收益率, 收益
loan, borrow, lend, credit, 贷款, 借款, 借钱
mortgage, home loan, house loan, 房贷, 按揭
deposit, save money, savings, 存款, 储蓄, 定期, 存钱
fund, funds, mutual fund, 基金
invest, investment, wealth management, 投资, 理财
insurance, cover, policy, 保险, 保单
risk, risky, 风险
withdraw, withdrawal, take out money, redeem, 取款, 取出, 赎回, 提现
transfer, remittance, send money, 转账, 汇款
fee, charge, commission, cost, 手续费, 费用, 收费
credit limit, limit, 额度, 限额
early repayment, pay off early, repay early, 提前还款
minimum, least, 最低, 起购, 起投
flight, plane, air ticket, 机票, 航班, 飞机
hotel, accommodation, lodging, 酒店, 住宿
tour, package holiday, trip, itinerary, 行程, 旅游, 跟团, 线路
beach, seaside, island, 海边, 海滩, 海岛
ski, skiing, snow, 滑雪, 雪
visa, 签证
passport, 护照
luggage, baggage, 行李
child, children, kids, baby, 儿童, 小孩, 孩子, 婴儿
travel insurance, 旅游险, 旅行保险
reschedule, change date, change my booking, postpone, 改期, 改签, 延期
book, booking, reserve, reservation, 预订, 预约, 订
monday, 周一, 星期一, 礼拜一
saturday, 周六, 星期六, 礼拜六
sunday, 周日, 星期天, 星期日, 礼拜天
visit, drop by, come by, come over, stop by, 过去, 过来, 去看看
person, human, somebody, someone, real person, 真人, 人工, 有人
counterfeit, fake, copy, knock-off, replica, 山寨, 假货, 高仿, 假的
crack, cracked, dent, dented, scratch, scratched, shattered, smashed, torn, 裂, 碎, 瘪, 划痕, 压扁
broken, broke, dead, died, stopped working, does not turn on, won't turn on, 坏了, 不转了, 开不了机, 没反应
lost, missing, gone, disappeared, vanished, 丢了, 不见了, 丢失, 弄丢
wall, mount, mounting, hang, hang up, put up, fit, fitting, 挂墙, 挂, 壁挂
forget, delete, erase, close my account, 注销, 删除, 忘掉
advertisers, marketing, third parties, advertising, 广告商, 第三方, 广告
conversation, chat, what i type, 聊天, 对话, 聊天记录
blocked, locked, locked out, 锁了, 被锁
remainder, balance, left over, 余额, 剩下
filter, brush, brush head, ear cushion, spare, 滤网, 刷头, 耳罩, 配件, 零件
half, part, some, 一半
staff, employees, team, 员工, 同事, 团队
dozen, many, several, large quantity, bulk, 一打, 大批, 批量
company, firm, business, office, 公司, 企业, 单位
booklet, handbook, manual, leaflet, instructions, guide, 说明书, 小册子, 手册
stars, ratings, opinions, reviews, 星星, 评分, 打分, 评价, 五星
boss, manager, supervisor, in charge, 经理, 老板, 负责人, 主管
basket, cart, checkout, 购物车, 结账
`;

/** What is said of one case and means a rule: places, cards and days, with what they lead to. */
export const CASES = `
france, germany, spain, italy, norway, sweden, denmark, finland, netherlands, holland, belgium, switzerland, austria, poland, portugal, greece, ireland, brazil, mexico, india, thailand, vietnam, malaysia, new zealand, dubai, russia, 挪威, 瑞典, 丹麦, 芬兰, 荷兰, 比利时, 瑞士, 奥地利, 波兰, 葡萄牙, 希腊, 爱尔兰, 巴西, 墨西哥, 印度, 泰国, 越南, 马来西亚, 新西兰, 迪拜, 俄罗斯, england, london, paris, europe, usa, america, japan, korea, singapore, australia, canada, hong kong, 法国, 德国, 西班牙, 意大利, 英国, 伦敦, 欧洲, 美国, 日本, 韩国, 新加坡, 澳大利亚, 加拿大, 香港 > abroad, international, 国外
visa card, mastercard, amex, american express, paypal, apple pay, google pay, debit card, bitcoin, 万事达, 银联, 借记卡, 现金 > pay, payment, 付款
euro, euros, pounds, yuan, currency, 人民币, 欧元, 英镑 > currency, 货币
monday, tuesday, wednesday, thursday, friday, tomorrow, tonight, 周一, 周二, 周三, 周四, 周五, 明天, 今晚 > day, time, 时间
toddler, swallow, choke, choking, small parts, mouth, 误吞, 吞, 啃, 小零件 > children, safe, 安全
professor, teacher, school, university, college, 老师, 学校, 大学, 大学生 > student, education, 教育
poodle, labrador, terrier, dachshund, puppy, kitten, cat, hamster, parrot, rabbit, 泰迪, 金毛, 贵宾犬, 小狗, 猫, 猫咪, 仓鼠, 鹦鹉, 兔子 > dog, pets, animals, 狗, 宠物
grandma, grandpa, grandmother, grandfather, elderly, pensioner, retired, 奶奶, 爷爷, 外婆, 外公, 老人家, 退休 > parents, seniors, 父母, 老人
peanut, nuts, gluten, lactose, milk, shellfish, pork, beef, diabetic, coeliac, vegan, 花生, 坚果, 麸质, 乳糖, 海鲜, 猪肉, 牛肉, 糖尿病, 素食 > allergy, food, meals, diet, 过敏, 饮食, 吃
typhoon, hurricane, storm, flood, earthquake, volcano, blizzard, fog, strike, 台风, 飓风, 暴雨, 洪水, 地震, 火山, 大雪, 罢工 > bad weather, weather, 天气
flu, fever, surgery, operation, hospital, pregnant, broke my leg, broke my arm, sick, 发烧, 感冒, 手术, 住院, 怀孕, 骨折, 摔断, 生病 > ill, doctor, 病, 医生
stairs, crutches, walker, disabled, blind, 台阶, 拐杖, 残疾, 腿脚不便 > wheelchair, step-free, 轮椅, 无障碍
driver, waiter, porter, crew, 司机, 服务员, 船员 > guide, tips, 小费, 导游
suitcase, backpack, rucksack, trolley, 箱子, 行李箱, 背包 > luggage, bag, 行李
sister, brother, cousin, colleague, 妹妹, 姐姐, 弟弟, 哥哥, 同事 > friend, somebody, another person, 朋友, 别人
newlyweds, just married, wedding, romantic, 新婚, 蜜月, 结婚 > honeymoon, 蜜月
wallet, purse, handbag, 钱包, 手提包 > card, lost, 卡, 丢
stolen, stole, robbed, nicked, pickpocket, 被偷, 偷了, 被抢 > lost, theft, 丢, 丢失
turned down, refused, rejected, said no, 没批, 不批, 被拒, 没通过 > declined, 拒绝
increase, raise, higher, bump up, go up, 提高, 调高, 提额, 多一点 > raise, limit, 额度
unemployed, lost my job, laid off, redundant, bankrupt, short of money, 失业, 下岗, 被裁, 破产, 没钱 > cannot pay, difficulty, 还不上
inherit, inherited, bonus, windfall, lump sum, 继承, 奖金, 一次性 > early, in full, 提前, 全部
salary, wages, payslip, income, paycheck, 工资, 薪水, 收入 > income, 收入
landlord, rent, tenant, 房东, 房租 > transfer, payee, 转账
flat, apartment, home, house, 公寓, 房子, 买房 > home, mortgage, 房贷
scam, scammer, phishing, impostor, trick, 骗, 诈骗, 骗子, 钓鱼 > fraud, scammed, 诈骗
profile, log on, username, 登录名, 用户名 > account, log in, 账户, 登录
document, paper, papers, paperwork, 单据, 凭证, 材料, 证明 > invoice, documents, 发票, 资料
accounting, accountant, bookkeeping, tax office, 财务, 会计, 报税 > invoice, tax, 发票, 税
crackles, hums, buzzing, noise, flickers, overheats, smokes, 杂音, 异响, 闪烁, 发烫, 冒烟 > faulty, repair, 故障, 维修
elevator, lift, floor, staircase, 楼梯, 电梯, 几楼 > upstairs, 上楼
next door, flatmate, roommate, doorman, concierge, 隔壁, 室友, 门卫, 物业 > neighbour, 邻居, 代收
`;
