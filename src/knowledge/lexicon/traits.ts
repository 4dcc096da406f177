/** Traits, materials and colours said in many ways: a line a group. */
export const TRAITS = `
wireless, cordless, bluetooth, 无线, 蓝牙
wired, corded, 有线
noise cancelling, noise canceling, noise cancellation, noise reduction, anc, 降噪, 主动降噪, 消噪
waterproof, water resistant, water proof, 防水
shockproof, drop proof, rugged, 防摔
foldable, folding, collapsible, 可折叠, 折叠
portable, 便携, 便携式
rechargeable, 可充电, 充电式
fast charging, quick charge, 快充, 快速充电
battery life, long battery life, 续航, 长续航
touch screen, touchscreen, 触屏, 触摸屏
high definition, hd, 高清
4k, uhd, ultra hd, 超高清
mechanical, 机械
gaming, gamer, 游戏, 电竞
quiet, silent, noiseless, low noise, 静音, 安静
energy saving, energy efficient, 节能, 省电
automatic, auto, 自动
manual, 手动
electric, 电动
smart, intelligent, 智能
digital, 数码, 数字
solar, solar powered, 太阳能
stainless steel, 不锈钢
leather, 皮, 真皮, 皮革
wood, wooden, 木, 实木, 木质
cotton, 棉, 纯棉
wool, 羊毛
silk, 丝绸, 真丝
glass, 玻璃
ceramic, porcelain, 陶瓷
plastic, 塑料
metal, 金属
aluminium, aluminum, 铝, 铝合金
ergonomic, 人体工学
adjustable, 可调, 可调节
mini, compact, 迷你, 小型
indoor, 室内
outdoor, outdoors, 户外
organic, 有机
vegan, 素食
gluten free, 无麸质
black, 黑色, 黑
white, 白色, 白
red, 红色, 红
blue, 蓝色, 蓝
green, 绿色, 绿
yellow, 黄色, 黄
pink, 粉色, 粉红色, 粉
purple, violet, 紫色, 紫
orange, 橙色, 橘色
grey, gray, 灰色, 灰
brown, 棕色, 咖啡色
gold, golden, 金色
silver, 银色
foot, feet, ft
`;

/** What people want to do, and the goods that do it: a line is needs > goods, and only the needs lead to the goods. */
export const NEEDS = `
listen to music, listening to music, 听歌, 听音乐 > headphones, earbuds, speaker
block noise, blocks noise, block out noise, blocking noise, block the noise, shut out noise, noisy, 隔音, 隔绝噪音, 噪音, 太吵 > noise cancelling
train, plane, commute, commuting, subway, 地铁, 通勤, 高铁, 飞机 > noise cancelling, portable, travel
watch movies, watching movies, movie night, films, 看电影, 看剧, 追剧 > tv, projector, tablet
take photos, take pictures, photography, photos, 拍照, 摄影, 拍视频 > camera
video call, video calls, online meeting, zoom call, 视频会议, 开会, 网课 > webcam, headset
work from home, home office, 居家办公, 在家办公 > monitor, keyboard, desk, office chair
charge my phone, charge phone, charge my laptop, charge tablet, charging on the go, out of battery, 手机没电, 充电, 出门充电, 手机充电, 电脑充电, 平板充电, 给手机充电 > power bank, charger
clean the floor, clean floors, sweep, pet hair, 扫地, 拖地, 打扫, 清洁地板, 宠物毛, 猫毛, 狗毛 > vacuum, robot vacuum
make coffee, brew coffee, 喝咖啡, 煮咖啡, 做咖啡 > coffee machine
boil water, hot water, make tea, 烧水, 泡茶 > kettle
cook rice, 煮饭, 煮米饭 > rice cooker
cooking, cook dinner, cook meals, cook for, make dinner, make meals, prepare meals, 做饭, 烧饭, 烧菜, 做菜, 炒菜, 下厨, 烹饪 > rice cooker, pressure cooker, oven, air fryer, blender
fried food, fries, less oil, 少油, 炸鸡, 薯条 > air fryer
smoothie, smoothies, juice, 果汁, 奶昔, 豆浆 > blender, juicer
dust, allergy, allergies, pollen, smoke, smog, formaldehyde, 雾霾, 甲醛, 过敏, 花粉, 粉尘, 二手烟 > air purifier
dry air, 干燥 > humidifier
damp, moist, mould, mold, 潮湿, 回南天 > dehumidifier
cold room, keep warm, freezing, 太冷, 好冷, 取暖, 保暖 > heater, blanket
too hot, cool down, 太热, 降温, 凉快 > fan, air conditioner
dry my hair, dry hair, 吹头发 > hair dryer
brush teeth, brush my teeth, clean teeth, 刷牙 > toothbrush
read books, reading, read at night, 看书, 读书, 阅读 > e-reader, reading light, lamp
study, homework, eye protection, 学习, 写作业, 护眼 > desk lamp
sleep, sleep better, insomnia, 睡觉, 失眠, 睡眠 > pillow, bedding
back pain, sit all day, sitting all day, 腰疼, 久坐, 腰痛 > office chair
play games, video games, 打游戏, 玩游戏 > gaming, controller
running, jogging, workout, gym, exercise, marathon, 跑步, 健身, 运动, 马拉松, 锻炼 > sport, sports, fitness, smartwatch, earbuds
track my sleep, heart rate, steps, 心率, 步数, 测睡眠 > smartwatch, fitness tracker
swim, swimming, pool, 游泳 > waterproof
hiking, camping, trekking, 徒步, 露营, 爬山 > outdoor, backpack
travel, trip, business trip, flight, 旅行, 旅游, 出差 > suitcase, backpack, travel, portable
school, back to school, student, students, 上学, 学生, 开学 > backpack, student
slow internet, wifi weak, weak signal, bad wifi, wifi coverage, dead zone, 网速慢, 信号差, 信号不好, 网不好 > router
party, 聚会, 派对 > speaker
elderly, senior, seniors, grandparents, grandma, grandpa, grandmother, grandfather, granny, 爷爷, 奶奶, 外婆, 外公, 姥姥, 老人, 长辈, 老年人, 父母 > seniors, simple
kid, kids, child, children, toddler, boy, boys, nephew, niece, grandson, granddaughter, 孩子, 小孩, 儿童, 宝宝, 男孩, 男孩子, 小男孩, 小女孩, 侄子, 侄女, 外甥, 外甥女, 孙子, 孙女 > kids, toy
programming, coding, 编程, 写代码 > laptop, keyboard, monitor
dark, too dark, dim, 太暗, 光线不好, 昏暗 > lamp, light
keep coffee hot, keep tea warm, keep drinks warm, coffee goes cold, 咖啡凉了, 保温 > mug, thermos, warm mug
film my ride, film my bike, film my run, bike rides, surfing video, 拍骑行, 运动拍摄, 拍滑雪 > action camera
watch my cat, watch my dog, watch the baby, watch my house, keep an eye on, 看护, 看家, 看宝宝, 看猫 > indoor camera, security camera
hear the tv, understand the dialogue, hard of hearing, 听不清, 耳背, 耳朵背 > hearing, soundbar
second screen, extra screen, another screen, 副屏, 第二块屏幕 > portable monitor, monitor
read my screen, see my screen, look at my screen, peeking, 偷看, 偷窥 > privacy
back up photos, store photos, backup, out of storage, 备份, 内存不够, 存照片 > hard drive, ssd, memory card
wake up, wake me up, oversleep, 起床, 叫醒, 睡过头 > alarm clock, wake up light
too bright to sleep, light when sleeping, 太亮睡不着, 遮光 > sleep mask, curtain
soup, stew, porridge, 炖汤, 煲汤, 熬粥, 煮粥 > slow cooker, stew pot, rice cooker
wrinkled clothes, wrinkles, ironing, 衣服皱, 熨衣服, 烫衣服 > iron, steamer
beard, shaving, shave, 刮胡子, 剃须 > shaver
curly hair, straighten hair, curl my hair, 卷发, 拉直头发 > straightener, styling
sore muscles, stiff neck, massage, 肌肉酸痛, 肩颈, 按摩 > massager
print photos, printing, print documents, 打印, 打印作业 > printer
video editing, photo editing, 剪辑, 修图 > laptop, monitor
present, gift, 礼物, 礼品, 送礼 > gift
`;
