/** What customers ask every bank, in the form of `ORDER_TOPICS`. */
export const BANKING_TOPICS = `
open an account | how do I open a bank account | become a customer | what do I need to open an account | can I open it online | which documents for a new account | set up an account from abroad | sign up with your bank | open an account in the app
开户 | 怎么开户 | 开账户要什么证件 | 手机能开户吗 | 网上开户 | 外国人能开户吗 | 新开一个账户 | 办张银行卡要带什么 | 开户要多久
I would like to bank with you | how do I get started as a new customer | which papers do you want to see from a newcomer | I just moved here and need a bank | can my wife and I come in and sign up
我想在你们这办个户 | 新客户怎么弄 | 刚搬来想找家银行 | 要带哪些东西才能办 | 第一次来办什么手续

monthly account fee | does the account cost anything | account maintenance charge | is the account free | do I need a minimum balance | what if my balance falls below the minimum | fees for keeping an account | free current account
账户管理费 | 开户收费吗 | 账户要月费吗 | 有免费的账户吗 | 余额太低扣不扣钱 | 最低存多少 | 小额管理费 | 年费月费多少
what does it cost me to be with you | do you take something off every month | am I charged if there is hardly any money on it | why did you take 15 yuan for nothing
放着不用要钱吗 | 每个月会扣钱吗 | 光留着卡收不收钱 | 里面没什么钱会被扣吗 | 怎么无缘无故扣了钱

switch bank | move to you from another bank | transfer my standing orders and direct debits | change bank and keep my direct debits | have my salary paid in here | bring my regular payments along
换银行 | 从别家银行转过来 | 工资卡转到你们这 | 自动扣款一起迁过来 | 代扣怎么转移 | 一键换行
I am with another bank and want to come over | who tells my employer the new number | my rent is paid by another bank every month, can that come along | do I have to tell everybody the new number myself
我在别的银行想转过来 | 单位那边谁去通知 | 房租每月自动扣能一起搬来吗 | 水电费代扣能帮我转吗

close my account | shut down my account | I no longer want my account | end my banking with you | delete my bank account | how do I leave the bank
销户 | 注销账户 | 账户不用了 | 关闭账户 | 不想要这个账户了 | 怎么取消账户
I am leaving, what do I have to do | I want out | get rid of the account | I don't use it any more, end it | how do I leave for good
不想在你们这存了 | 以后不用了帮我关掉 | 这个户头我不要了 | 怎么跟你们断掉

bank statement | account statement as PDF | download my statement | list of my transactions | proof of balance | see past transactions | statement for the tax office | certificate of my balance
流水 | 打印银行流水 | 对账单 | 电子账单 | 余额证明 | 账户明细在哪看 | 交易记录下载 | 开存款证明
I need a list of what went in and out | the landlord wants to see three months of income | something with a stamp for the embassy | where is the paper with all my payments | how do I see last year's bookings
要一份进出明细 | 房东要看三个月收入 | 签证要盖章的流水 | 去年的记录在哪看 | 要个证明我有多少钱

forgot my password | forgotten app password | cannot log in to online banking | app locked | reset my login | my account is blocked after wrong passwords | I do not get the login code | lost access to the app
忘记密码 | 登录不了 | 网银登不上 | App 登录失败 | 密码输错被锁 | 收不到验证码 | 重置登录密码 | 手机银行打不开
it does not let me in | I typed it wrong too many times | cannot remember what I chose | the app throws me out | new phone and now I cannot sign in
进不去了 | 输错太多次了 | 想不起来当初设的什么 | 一打开就退出 | 换了手机登不上了

change my address | new phone number | I moved house | update my details | I have a new mobile number | my name changed after the wedding | change e-mail
修改手机号 | 换手机号了 | 地址变了 | 更新个人资料 | 改预留手机号 | 改名字 | 身份证过期更新
I have a new number | I moved last month | my surname is different since the wedding | you still write to my old flat | tell you where I live now
我换号码了 | 上个月搬家了 | 信还寄到老房子 | 结婚改姓了 | 预留的手机不用了

lost card | my card was stolen | block my card | I cannot find my card | freeze the card at once | someone has my card | card missing | report a lost card | my purse was stolen
卡丢了 | 银行卡被偷 | 挂失 | 怎么冻结卡 | 卡不见了 | 信用卡遗失 | 包被偷了卡在里面 | 临时锁卡
I left it in the machine | can't find the plastic anywhere | stolen on the bus | stop it quickly before somebody uses it
卡找不着了 | 落在取款机里了 | 公交上被偷了 | 赶紧给我停了别让人刷 | 吞卡了

replacement card | new card because the old one is broken | order another card | how long until the new card arrives | cost of a new card | damaged card | chip does not work | my card expired
补卡 | 换新卡 | 卡坏了 | 补卡多少钱 | 新卡多久寄到 | 卡消磁了 | 芯片坏了 | 卡到期了换卡
the chip is broken, I need another one | mine is worn out | how long till the new plastic is here | bent and the machine does not read it | do you charge for sending another one
芯片坏了要换 | 磨损了刷不出来 | 新卡几天寄到 | 重新办一张要钱吗 | 消磁了

credit card annual fee | yearly fee of the card | is there a free credit card | card without annual charge | what does the credit card cost a year | waive the annual fee
信用卡年费 | 年费多少 | 免年费的信用卡 | 年费能免吗 | 信用卡要钱吗 | 刷几次免年费
what do I pay a year for the plastic | one that costs nothing | is there a free one | how much is the gold one every year | does it cost me even if I don't use it
一年要交多少卡费 | 有没有免费的 | 不收钱的信用卡 | 不刷也要交吗 | 刷几次免年费

raise my credit limit | higher limit on my card | increase the card limit | temporary limit increase | my limit is too low | more credit on my card
提高额度 | 信用卡提额 | 临时额度 | 额度太低 | 额度不够用 | 怎么申请提额
the ceiling is too low | let me use more this month | bigger purchase coming up, it won't go through
上限太低了 | 这个月要多用点 | 要买大件不够刷 | 能给我提一提吗

interest-free days | when is the card bill due | how long until I have to pay the card | grace period | billing date and due date | when does card interest start
免息期 | 账单日和还款日 | 最长免息多少天 | 什么时候还信用卡 | 几号出账单 | 还款日是哪天
when do I have to have paid so that it costs nothing | how many days until interest starts | do I pay anything if I settle it all at once | how long can I take before it costs me
几号前还就不收利息 | 多少天之内不要利息 | 全部还清还收费吗 | 多久开始算利息

missed card payment | late payment fee | I paid the card late | overdue credit card | penalty for paying late | forgot the due date | will a late payment hurt my credit record
逾期了 | 信用卡晚还几天 | 滞纳金 | 违约金多少 | 忘了还信用卡 | 逾期影响征信吗 | 过了还款日
I am two days over | the bill slipped my mind | what do you do to people who pay too late | does it hurt my record
晚了两天会怎样 | 账单忘了看 | 过了还款日才想起来 | 会不会上征信

pay in instalments | split a purchase | instalment plan on the card | pay over twelve months | fee for instalments | spread a big purchase
分期 | 账单分期 | 分期手续费 | 消费分期 | 能分十二期吗 | 大额消费分期还
can I pay the sofa off bit by bit | spread a big purchase over a year | make smaller payments out of one big one | what does it cost to split it
大件能慢慢还吗 | 分一年还行吗 | 一笔拆成几笔还 | 分开还要多少手续费

withdraw cash | cash machine fee | take money out at an ATM | which ATMs are free | daily cash limit | cash advance on the credit card | money from a machine of another bank
取现 | 取钱手续费 | ATM 取款 | 跨行取款收费吗 | 一天能取多少 | 信用卡取现 | 哪些取款机免费
I need notes from a machine | getting money out, is that free | what do you charge at somebody else's machine | how much can I draw | is it dear to draw abroad
取点现金 | 在别家机器取收钱吗 | 取钱免费吗 | 一次能取多少 | 在国外取钱贵不贵

use the card abroad | card in another country | foreign transaction fee | will it work on holiday | paying in foreign currency | tell the bank before I travel | charges overseas
国外能用卡吗 | 境外刷卡 | 外币交易费 | 出国用卡 | 货币转换费 | 国外取现 | 出国前要通知银行吗
what do you add when I pay in dollars | do I have to tell you before I travel | shopping on a foreign website | will it be blocked on holiday
刷外币加收多少 | 出国前要说一声吗 | 在国外网站买东西 | 度假会不会被锁

payment I do not recognise | unknown transaction | I was charged for something I did not buy | wrong debit | dispute a charge | somebody used my card | an odd booking on my account | chargeback
不认识的交易 | 不明扣款 | 盗刷 | 这笔不是我刷的 | 争议交易 | 被多扣了 | 账单上有奇怪的消费 | 拒付
who took 80 from me | there's something on the bill that isn't mine | I was charged twice by a shop | a shop I don't know
这笔不是我刷的 | 谁扣了我八十 | 账单上有个没见过的商户 | 一家店扣了我两回

fraud | I was scammed | phishing message | I gave my code to a caller | fake call from the bank | suspicious text message | I paid a swindler | is this mail genuine
诈骗 | 被骗了 | 钓鱼短信 | 验证码告诉别人了 | 假冒客服 | 可疑电话 | 骗子让我转账 | 这个短信是真的吗
someone pretended to be from the bank | I gave them the code | I clicked a link and now I am afraid | they told me to move my money | is this mail really from you
有人冒充你们打电话 | 我把验证码告诉别人了 | 点了链接怕出事 | 让我把钱转到安全账户 | 这短信真是你们发的吗

transfer limit | how much can I send a day | maximum transfer | raise the transfer limit | send a large sum | my transfer is over the limit | daily limit
转账限额 | 一天最多转多少 | 提高转账额度 | 大额转账 | 单笔上限 | 超限额了转不了
how much can go out at once | it says too much for one day | I need to send a big sum | can I pay 200,000 in one go | why does it refuse such a big amount
一次能转出多少 | 提示超过当天上限 | 要转一大笔 | 二十万能一次转吗 | 金额太大转不了

transfer fee | what does a transfer cost | is sending money free | charge for a bank transfer | cost of sending to another bank | do transfers cost anything
转账手续费 | 转账收费吗 | 跨行转账费用 | 汇款要钱吗 | 转账免费吗
does it cost anything to send money to a friend | do you take something for moving money | is sending to another bank free | what do you charge at the counter
给朋友转钱收费吗 | 跨行要钱吗 | 转出去扣不扣 | 柜台转收多少

how long does a transfer take | when will my transfer arrive | the money has not arrived yet | transfer at the weekend | same-day transfer | how fast is a payment to another bank | my transfer is still pending
转账多久到账 | 钱什么时候到 | 转账还没到 | 周末转账几时到 | 跨行多久到 | 实时到账吗 | 汇款一直没到
it has not reached her yet | still not there after a day | is it there at once | how long until he has it
对方还没收到 | 一天了还没到 | 是马上到吗 | 他那边多久能看见

send money abroad | international transfer | pay someone in another country | SWIFT and IBAN | foreign remittance | transfer to my family overseas | send euros to Germany | cost of an international payment
国际汇款 | 汇钱到国外 | 境外汇款 | 给国外亲人汇款 | 跨境转账 | SWIFT 代码 | 汇款到美国 | 购汇汇出
pay my daughter's tuition in London | my parents live overseas, how do I get money to them | wire to another country | what does it cost to send euros
给在英国的女儿交学费 | 爸妈在国外怎么打钱 | 往国外打钱 | 汇欧元要多少

sent to the wrong account | wrong recipient | cancel a transfer | take back a payment | mistyped the account number | get my money back from a wrong transfer | recall a transfer
转错账 | 转错人了 | 账号写错 | 撤回转账 | 钱打错了能追回吗 | 汇错款 | 取消转账
I mixed up two digits and it went to a stranger | wrong person got my money | can you call it back | I picked the wrong name
输错一位转给陌生人了 | 钱给错人了 | 能追回来吗 | 选错名字了

exchange rate | what is the dollar worth | convert currency | buy foreign currency | today's rate | change money for a trip | rate for euros
汇率 | 今天汇率多少 | 换外币 | 换美元 | 结汇购汇 | 外汇牌价 | 兑换欧元
how many yuan for a dollar | what do I get for my euros today | buy dollars for the trip | do you add something on the rate
一美元换多少 | 今天欧元能换多少 | 出国前换点美金 | 换汇你们加价吗

deposit interest rate | savings rates | how much interest on a fixed deposit | rate for one year | what do I earn on savings | best rate for a time deposit | interest on my money
存款利率 | 定期利率 | 一年定存多少利息 | 活期利率 | 存三年利率 | 哪个存款利息高 | 大额存单利率
what do you pay me on 50,000 | how much does it grow in a year | what is the best you pay for savings
五万存一年多少 | 一年能有多少利 | 存哪种最划算

withdraw a deposit early | break my fixed deposit | take money out before maturity | I need my savings sooner | penalty for early withdrawal | cancel a time deposit
提前支取 | 定期没到期想取 | 定存提前取损失多少 | 急用钱取定期 | 没到期利息怎么算
I need the money before the time is up | break the deposit | can I get at it in an emergency | what do I lose if I take it out now
没到期想用钱 | 急用能先取吗 | 现在拿出来亏多少 | 提前取损失多少

is my money safe | deposit insurance | what if the bank goes bankrupt | guarantee for deposits | are my savings protected | how much is insured
存款安全吗 | 存款保险 | 银行破产怎么办 | 存的钱有保障吗 | 赔多少 | 最高赔付
what if the bank goes bust | is it guaranteed | can I lose what I saved | up to what sum am I covered
银行倒了怎么办 | 保本吗存款 | 存的钱会不会没了 | 保到多少

when is interest paid | interest credit date | when do I get my interest | how often is interest paid | interest has not been credited
什么时候付息 | 利息什么时候到账 | 结息日 | 多久结一次利息 | 利息怎么发
when do I see it on my account | how often do you pay it | is it paid monthly | which day does it come
利息哪天到账 | 多久给一次 | 每个月都给吗 | 几号结息

can I get a loan | am I eligible for a loan | loan requirements | do I qualify for credit | how much may I borrow | loan for the self-employed | minimum income for a loan | personal loan conditions
能贷款吗 | 贷款条件 | 我能借多少 | 收入多少能贷 | 自由职业能贷款吗 | 申请贷款要求 | 信用不好能贷吗 | 可以借钱吗
would you lend me something | do I earn enough to borrow | could I get 100,000 from you | I am self-employed, do you lend to me | what do I have to fulfil
能借我点钱吗 | 我这收入能贷吗 | 能批十万吗 | 自己做生意能贷吗 | 要符合什么

documents for a loan | which papers for a mortgage | what do I have to submit | proof of income for a loan | loan application paperwork | what to bring for a loan
贷款材料 | 贷款需要什么资料 | 房贷要哪些证明 | 收入证明 | 申请要交什么 | 办贷款带什么
what do you want to see before you lend | papers you want from me | do you need my payslips | what should I have ready
要看什么材料 | 要交哪些单子 | 要工资单吗 | 先准备什么

how long until the loan is approved | loan decision | when do I hear about my application | how fast is the money paid out | waiting for approval | mortgage approval time
贷款多久批 | 审批要几天 | 什么时候放款 | 房贷审批进度 | 申请了还没消息 | 多久下款
I applied on Monday, when do I hear | is it through yet | how quickly do you decide | still waiting for your yes
周一申请的啥时候有信 | 批了没有 | 多久给答复 | 还在等你们同意

loan refused | why was I rejected | application declined | you said no to my loan | reason for the refusal | apply again after a rejection | review the decision
贷款被拒 | 为什么不批 | 申请没通过 | 拒贷原因 | 被拒能再申请吗 | 能复议吗
you said no, why | can somebody look at it again | I don't agree with your no
为什么不批 | 没通过是哪里不行 | 能再看看吗 | 不服这个结果

repay a loan early | pay off the mortgage sooner | early repayment fee | extra repayment | settle my loan now | prepay part of the loan
提前还款 | 提前还贷 | 提前还清要违约金吗 | 部分提前还 | 一次性还清 | 提前还房贷手续费
get rid of my debt sooner | pay the rest in one go | does it cost me to finish early
想早点还完 | 剩下的一把还

cannot pay my loan | trouble with the instalment | I am out of work | pause my repayments | payment holiday | lower my monthly rate | short of money this month
还不起贷款 | 这个月还不上 | 没收入了怎么还 | 延期还款 | 暂停还款 | 月供压力大 | 能缓一缓吗
it is too much this month | can we pause it | I will be late with the instalment, what then
这个月实在还不上 | 能不能缓一缓 | 月供压力太大

down payment | how much of my own money for a house | deposit for a mortgage | first payment for a car loan | share of the price I must pay myself
首付 | 首付多少 | 买房首付比例 | 车贷首付 | 自己要出多少
how much of my own do I need for a flat | what part do I pay up front | is 10% enough to start | own money for a car
买房自己先出多少 | 先交几成 | 一成够吗 | 买车自己要掏多少

risk levels | what does R3 mean | risk class of a product | how risky is it | explain the risk rating | low risk products
风险等级 | R2 是什么意思 | 产品风险高吗 | 风险级别怎么分 | 低风险的有哪些
how risky is level 3 | what do the R numbers tell me | how much could I lose with an R2
三级风险大吗 | R几是什么意思 | R2会亏多少

risk questionnaire | why so many questions before investing | risk profile | risk assessment test | fill in the suitability form | renew my risk profile
风险测评 | 为什么要做测评 | 风险问卷 | 测评过期了 | 买理财前要答题 | 我的风险承受能力
why so many questions before I invest | do I have to answer all that | it won't let me buy before I fill something in | what is a C3
买之前为什么问这么多 | 一定要填吗 | 不做题不让买 | C3是什么

is the return guaranteed | can I lose money with a fund | expected return | promised yield | how much does the fund earn | is my capital protected
收益有保证吗 | 会亏吗 | 保本吗 | 基金一年赚多少 | 预期收益 | 本金会不会损失
will I get my money back for sure | how much will it bring me | can it go down | is there something with no risk that brings more
肯定不会亏吧 | 能赚多少 | 会跌吗 | 稳赚吗

buy a fund | invest monthly | how do I start investing | minimum for a fund | savings plan | subscribe to a fund | put money into funds
买基金 | 怎么投资 | 定投 | 最低多少起买 | 申购基金 | 开始理财 | 基金怎么买
I want to start with 100 a month | how do I get into funds | where do I buy it | I ordered it yesterday, which price do I get
每月投一百怎么弄 | 怎么开始买 | 在哪里买 | 昨天下单按哪天价

sell a fund | redeem my units | when do I get the money from a fund | cash in my investment | how long does a redemption take
赎回基金 | 卖基金 | 赎回多久到账 | 基金怎么取出来 | 钱几天到
I want my invested money back | how do I get out of it | when is the money on my account after selling | turn it into cash
投的钱想拿回来 | 怎么退出来 | 卖了几天到账 | 变现

fund costs | management fee | front-end load | what do I pay for a fund | subscription fee | redemption fee
基金费用 | 管理费 | 申购费 | 赎回费 | 买基金要手续费吗 | 费率多少
what do you earn on it | hidden charges | which one is the cheapest | what comes off every year
你们抽多少 | 有没有隐形收费 | 哪个费率最低 | 每年扣多少

complaint | I want to complain | bad service at the branch | ombudsman | where do I complain | not satisfied with the bank
投诉 | 怎么投诉 | 服务态度差 | 投诉电话 | 我要反映问题 | 对你们不满意
I am fed up with you | somebody was rude at the counter | who is in charge, this can't be | I want this looked at
太气人了 | 柜员态度差 | 找你们领导 | 这事得有个说法

data protection | what do you do with my data | do you share my data | who sees my data | privacy at the bank | delete my data
隐私 | 个人信息保护 | 你们怎么用我的数据 | 信息会泄露吗 | 会给第三方吗 | 删除我的数据
who sees what I tell you | do you pass on my name | what do you know of me | keep my things to yourselves
我说的谁能看见 | 会把我资料给别人吗 | 你们知道我什么 | 信息会泄露吗

branch opening hours | when does the branch open | branch near me | are you open at the weekend | lunch break at the branch | where is a branch
网点营业时间 | 几点开门 | 周末营业吗 | 附近网点 | 中午休息吗 | 几点下班
when can I come by | until when is somebody in | do you close for lunch
什么时候能过去 | 几点下班 | 中午休息吗

speak to an adviser | book an appointment | meet an adviser | advice on investing | personal advice | make an appointment at the branch | talk about a mortgage with somebody
预约理财经理 | 找顾问 | 想当面咨询 | 约时间谈 | 有人给建议吗 | 网点预约
somebody should explain my options | I want to talk about my pension plan with a human | help me plan | can a person go through it with me
找个人给我讲讲 | 想聊聊养老规划 | 帮我规划一下 | 有专人吗

account for a child | bank card for teenagers | savings for my son | account for students under 18 | open an account for my baby | pocket money account
儿童账户 | 给孩子开户 | 未成年人办卡 | 孩子的零花钱账户 | 给小孩存钱 | 宝宝能开户吗
something for my little one | my son is 13, can he have a card | pocket money on a card | start saving for the baby
给孩子存钱 | 儿子十三能办卡吗 | 零花钱卡 | 给宝宝开一个
`;
