/** What customers ask every bank, in the form of `ORDER_TOPICS`. */
export const BANKING_TOPICS = `
open an account | how do I open a bank account | become a customer | what do I need to open an account | can I open it online | which documents for a new account | set up an account from abroad | sign up with your bank | open an account in the app
开户 | 怎么开户 | 开账户要什么证件 | 手机能开户吗 | 网上开户 | 外国人能开户吗 | 新开一个账户 | 办张银行卡要带什么 | 开户要多久

monthly account fee | does the account cost anything | account maintenance charge | is the account free | do I need a minimum balance | what if my balance falls below the minimum | fees for keeping an account | free current account
账户管理费 | 开户收费吗 | 账户要月费吗 | 有免费的账户吗 | 余额太低扣不扣钱 | 最低存多少 | 小额管理费 | 年费月费多少

switch bank | move to you from another bank | transfer my standing orders and direct debits | change bank and keep my direct debits | have my salary paid in here | bring my regular payments along
换银行 | 从别家银行转过来 | 工资卡转到你们这 | 自动扣款一起迁过来 | 代扣怎么转移 | 一键换行

close my account | shut down my account | I no longer want my account | end my banking with you | delete my bank account | how do I leave the bank
销户 | 注销账户 | 账户不用了 | 关闭账户 | 不想要这个账户了 | 怎么取消账户

bank statement | account statement as PDF | download my statement | list of my transactions | proof of balance | see past transactions | statement for the tax office | certificate of my balance
流水 | 打印银行流水 | 对账单 | 电子账单 | 余额证明 | 账户明细在哪看 | 交易记录下载 | 开存款证明

forgot my password | forgotten app password | cannot log in to online banking | app locked | reset my login | my account is blocked after wrong passwords | I do not get the login code | lost access to the app
忘记密码 | 登录不了 | 网银登不上 | App 登录失败 | 密码输错被锁 | 收不到验证码 | 重置登录密码 | 手机银行打不开

change my address | new phone number | I moved house | update my details | I have a new mobile number | my name changed after the wedding | change e-mail
修改手机号 | 换手机号了 | 地址变了 | 更新个人资料 | 改预留手机号 | 改名字 | 身份证过期更新

lost card | my card was stolen | block my card | I cannot find my card | freeze the card at once | someone has my card | card missing | report a lost card | my purse was stolen
卡丢了 | 银行卡被偷 | 挂失 | 怎么冻结卡 | 卡不见了 | 信用卡遗失 | 包被偷了卡在里面 | 临时锁卡

replacement card | new card because the old one is broken | order another card | how long until the new card arrives | cost of a new card | damaged card | chip does not work | my card expired
补卡 | 换新卡 | 卡坏了 | 补卡多少钱 | 新卡多久寄到 | 卡消磁了 | 芯片坏了 | 卡到期了换卡

credit card annual fee | yearly fee of the card | is there a free credit card | card without annual charge | what does the credit card cost a year | waive the annual fee
信用卡年费 | 年费多少 | 免年费的信用卡 | 年费能免吗 | 信用卡要钱吗 | 刷几次免年费

raise my credit limit | higher limit on my card | increase the card limit | temporary limit increase | my limit is too low | more credit on my card
提高额度 | 信用卡提额 | 临时额度 | 额度太低 | 额度不够用 | 怎么申请提额

interest-free days | when is the card bill due | how long until I have to pay the card | grace period | billing date and due date | when does card interest start
免息期 | 账单日和还款日 | 最长免息多少天 | 什么时候还信用卡 | 几号出账单 | 还款日是哪天

missed card payment | late payment fee | I paid the card late | overdue credit card | penalty for paying late | forgot the due date | will a late payment hurt my credit record
逾期了 | 信用卡晚还几天 | 滞纳金 | 违约金多少 | 忘了还信用卡 | 逾期影响征信吗 | 过了还款日

pay in instalments | split a purchase | instalment plan on the card | pay over twelve months | fee for instalments | spread a big purchase
分期 | 账单分期 | 分期手续费 | 消费分期 | 能分十二期吗 | 大额消费分期还

withdraw cash | cash machine fee | take money out at an ATM | which ATMs are free | daily cash limit | cash advance on the credit card | money from a machine of another bank
取现 | 取钱手续费 | ATM 取款 | 跨行取款收费吗 | 一天能取多少 | 信用卡取现 | 哪些取款机免费

use the card abroad | card in another country | foreign transaction fee | will it work on holiday | paying in foreign currency | tell the bank before I travel | charges overseas
国外能用卡吗 | 境外刷卡 | 外币交易费 | 出国用卡 | 货币转换费 | 国外取现 | 出国前要通知银行吗

payment I do not recognise | unknown transaction | I was charged for something I did not buy | wrong debit | dispute a charge | somebody used my card | an odd booking on my account | chargeback
不认识的交易 | 不明扣款 | 盗刷 | 这笔不是我刷的 | 争议交易 | 被多扣了 | 账单上有奇怪的消费 | 拒付

fraud | I was scammed | phishing message | I gave my code to a caller | fake call from the bank | suspicious text message | I paid a swindler | is this mail genuine
诈骗 | 被骗了 | 钓鱼短信 | 验证码告诉别人了 | 假冒客服 | 可疑电话 | 骗子让我转账 | 这个短信是真的吗

transfer limit | how much can I send a day | maximum transfer | raise the transfer limit | send a large sum | my transfer is over the limit | daily limit
转账限额 | 一天最多转多少 | 提高转账额度 | 大额转账 | 单笔上限 | 超限额了转不了

transfer fee | what does a transfer cost | is sending money free | charge for a bank transfer | cost of sending to another bank | do transfers cost anything
转账手续费 | 转账收费吗 | 跨行转账费用 | 汇款要钱吗 | 转账免费吗

how long does a transfer take | when will my transfer arrive | the money has not arrived yet | transfer at the weekend | same-day transfer | how fast is a payment to another bank | my transfer is still pending
转账多久到账 | 钱什么时候到 | 转账还没到 | 周末转账几时到 | 跨行多久到 | 实时到账吗 | 汇款一直没到

send money abroad | international transfer | pay someone in another country | SWIFT and IBAN | foreign remittance | transfer to my family overseas | send euros to Germany | cost of an international payment
国际汇款 | 汇钱到国外 | 境外汇款 | 给国外亲人汇款 | 跨境转账 | SWIFT 代码 | 汇款到美国 | 购汇汇出

sent to the wrong account | wrong recipient | cancel a transfer | take back a payment | mistyped the account number | get my money back from a wrong transfer | recall a transfer
转错账 | 转错人了 | 账号写错 | 撤回转账 | 钱打错了能追回吗 | 汇错款 | 取消转账

exchange rate | what is the dollar worth | convert currency | buy foreign currency | today's rate | change money for a trip | rate for euros
汇率 | 今天汇率多少 | 换外币 | 换美元 | 结汇购汇 | 外汇牌价 | 兑换欧元

deposit interest rate | savings rates | how much interest on a fixed deposit | rate for one year | what do I earn on savings | best rate for a time deposit | interest on my money
存款利率 | 定期利率 | 一年定存多少利息 | 活期利率 | 存三年利率 | 哪个存款利息高 | 大额存单利率

withdraw a deposit early | break my fixed deposit | take money out before maturity | I need my savings sooner | penalty for early withdrawal | cancel a time deposit
提前支取 | 定期没到期想取 | 定存提前取损失多少 | 急用钱取定期 | 没到期利息怎么算

is my money safe | deposit insurance | what if the bank goes bankrupt | guarantee for deposits | are my savings protected | how much is insured
存款安全吗 | 存款保险 | 银行破产怎么办 | 存的钱有保障吗 | 赔多少 | 最高赔付

when is interest paid | interest credit date | when do I get my interest | how often is interest paid | interest has not been credited
什么时候付息 | 利息什么时候到账 | 结息日 | 多久结一次利息 | 利息怎么发

can I get a loan | am I eligible for a loan | loan requirements | do I qualify for credit | how much may I borrow | loan for the self-employed | minimum income for a loan | personal loan conditions
能贷款吗 | 贷款条件 | 我能借多少 | 收入多少能贷 | 自由职业能贷款吗 | 申请贷款要求 | 信用不好能贷吗 | 可以借钱吗

documents for a loan | which papers for a mortgage | what do I have to submit | proof of income for a loan | loan application paperwork | what to bring for a loan
贷款材料 | 贷款需要什么资料 | 房贷要哪些证明 | 收入证明 | 申请要交什么 | 办贷款带什么

how long until the loan is approved | loan decision | when do I hear about my application | how fast is the money paid out | waiting for approval | mortgage approval time
贷款多久批 | 审批要几天 | 什么时候放款 | 房贷审批进度 | 申请了还没消息 | 多久下款

loan refused | why was I rejected | application declined | you said no to my loan | reason for the refusal | apply again after a rejection | review the decision
贷款被拒 | 为什么不批 | 申请没通过 | 拒贷原因 | 被拒能再申请吗 | 能复议吗

repay a loan early | pay off the mortgage sooner | early repayment fee | extra repayment | settle my loan now | prepay part of the loan
提前还款 | 提前还贷 | 提前还清要违约金吗 | 部分提前还 | 一次性还清 | 提前还房贷手续费

cannot pay my loan | trouble with the instalment | I am out of work | pause my repayments | payment holiday | lower my monthly rate | short of money this month
还不起贷款 | 这个月还不上 | 没收入了怎么还 | 延期还款 | 暂停还款 | 月供压力大 | 能缓一缓吗

down payment | how much of my own money for a house | deposit for a mortgage | first payment for a car loan | share of the price I must pay myself
首付 | 首付多少 | 买房首付比例 | 车贷首付 | 自己要出多少

risk levels | what does R3 mean | risk class of a product | how risky is it | explain the risk rating | low risk products
风险等级 | R2 是什么意思 | 产品风险高吗 | 风险级别怎么分 | 低风险的有哪些

risk questionnaire | why so many questions before investing | risk profile | risk assessment test | fill in the suitability form | renew my risk profile
风险测评 | 为什么要做测评 | 风险问卷 | 测评过期了 | 买理财前要答题 | 我的风险承受能力

is the return guaranteed | can I lose money with a fund | expected return | promised yield | how much does the fund earn | is my capital protected
收益有保证吗 | 会亏吗 | 保本吗 | 基金一年赚多少 | 预期收益 | 本金会不会损失

buy a fund | invest monthly | how do I start investing | minimum for a fund | savings plan | subscribe to a fund | put money into funds
买基金 | 怎么投资 | 定投 | 最低多少起买 | 申购基金 | 开始理财 | 基金怎么买

sell a fund | redeem my units | when do I get the money from a fund | cash in my investment | how long does a redemption take
赎回基金 | 卖基金 | 赎回多久到账 | 基金怎么取出来 | 钱几天到

fund costs | management fee | front-end load | what do I pay for a fund | subscription fee | redemption fee
基金费用 | 管理费 | 申购费 | 赎回费 | 买基金要手续费吗 | 费率多少

complaint | I want to complain | bad service at the branch | ombudsman | where do I complain | not satisfied with the bank
投诉 | 怎么投诉 | 服务态度差 | 投诉电话 | 我要反映问题 | 对你们不满意

data protection | what do you do with my data | do you share my data | who sees my data | privacy at the bank | delete my data
隐私 | 个人信息保护 | 你们怎么用我的数据 | 信息会泄露吗 | 会给第三方吗 | 删除我的数据

branch opening hours | when does the branch open | branch near me | are you open at the weekend | lunch break at the branch | where is a branch
网点营业时间 | 几点开门 | 周末营业吗 | 附近网点 | 中午休息吗 | 几点下班

speak to an adviser | book an appointment | meet an adviser | advice on investing | personal advice | make an appointment at the branch | talk about a mortgage with somebody
预约理财经理 | 找顾问 | 想当面咨询 | 约时间谈 | 有人给建议吗 | 网点预约

account for a child | bank card for teenagers | savings for my son | account for students under 18 | open an account for my baby | pocket money account
儿童账户 | 给孩子开户 | 未成年人办卡 | 孩子的零花钱账户 | 给小孩存钱 | 宝宝能开户吗
`;
