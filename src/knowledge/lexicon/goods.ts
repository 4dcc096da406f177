/**
 * Words for goods that mean the same in most shops, over both languages: a line a group. A pack's own synonyms come first and
 * stay stronger; a word the pack does not hold costs nothing.
 */
export const GOODS = `
laptop, notebook, notebook computer, notebook pc, 笔记本电脑, 笔记本, 手提电脑, 手提
desktop computer, desktop pc, 台式机, 台式电脑, 主机
computer, pc, 电脑, 计算机
phone, mobile phone, cell phone, cellphone, smartphone, mobile, handset, 手机, 智能手机, 智能机
tablet, tablet computer, 平板电脑, 平板
e-reader, ereader, ebook reader, kindle, 电子书阅读器, 电纸书, 阅读器
smartwatch, smart watch, 智能手表
watch, wristwatch, 手表, 腕表
fitness tracker, fitness band, smart band, 手环, 智能手环
headphones, headset, headphone, 耳机, 头戴式耳机, 耳麦
earbuds, earphones, in-ear headphones, earpods, 入耳式耳机, 耳塞, 无线耳机
earphones, headphones, 耳机
speaker, loudspeaker, 音箱, 音响, 喇叭
soundbar, sound bar, 回音壁, 条形音箱
tv, television, telly, 电视, 电视机
monitor, computer screen, computer monitor, 显示器, 显示屏
projector, beamer, 投影仪, 投影机
camera, digital camera, 相机, 照相机, 数码相机
camcorder, video camera, 摄像机
webcam, web cam, 摄像头, 网络摄像头
security camera, surveillance camera, cctv, 监控摄像头, 监控
printer, 打印机
scanner, 扫描仪
toner, toner cartridge, 硒鼓, 碳粉
ink, ink cartridge, 墨盒
keyboard, 键盘
mouse, computer mouse, 鼠标
mouse pad, mousepad, mouse mat, 鼠标垫
router, wifi router, wireless router, 路由器, 无线路由器
modem, 调制解调器, 光猫
usb stick, memory stick, flash drive, thumb drive, usb flash drive, pen drive, u盘, 优盘, 闪存盘
memory card, sd card, microsd, 存储卡, 内存卡
hard drive, hard disk, hdd, 硬盘, 机械硬盘
ssd, solid state drive, 固态硬盘
external drive, external hard drive, portable hard drive, 移动硬盘
ram, memory module, 内存条
graphics card, video card, gpu, 显卡
motherboard, mainboard, 主板
cpu, processor, 处理器
power bank, powerbank, portable charger, battery pack, 充电宝, 移动电源
charger, power adapter, adapter, 充电器, 充电头, 电源适配器
cable, cord, lead, 线, 数据线, 连接线
usb hub, 集线器, 拓展坞, 扩展坞
docking station, dock, 扩展坞, 底座
battery, batteries, 电池
ups, uninterruptible power supply, 不间断电源
surge protector, power strip, extension lead, 插排, 插线板, 排插
flashlight, torch, 手电筒, 手电
game console, gaming console, 游戏机
controller, gamepad, joystick, 手柄, 游戏手柄
drone, quadcopter, 无人机, 航拍机
phone case, phone cover, mobile phone case, 手机壳, 手机套, 保护壳
screen protector, tempered glass, 钢化膜, 贴膜, 保护膜
case, cover, sleeve, 保护套, 外壳
stand, holder, mount, 支架
tripod, 三脚架
lens, 镜头
vacuum, vacuum cleaner, hoover, 吸尘器
robot vacuum, robotic vacuum, 扫地机器人, 扫地机
washing machine, clothes washer, laundry machine, 洗衣机
dryer, tumble dryer, clothes dryer, 烘干机, 干衣机
dishwasher, 洗碗机
fridge, refrigerator, 冰箱
freezer, 冰柜
microwave, microwave oven, 微波炉
oven, 烤箱
stove, cooker, cooktop, hob, range, 炉灶, 灶具
kettle, electric kettle, 电热水壶, 水壶, 烧水壶
coffee machine, coffee maker, espresso machine, 咖啡机
coffee grinder, 磨豆机
toaster, 烤面包机, 多士炉
air fryer, 空气炸锅
rice cooker, 电饭煲, 电饭锅
blender, smoothie maker, 搅拌机, 料理机, 破壁机
juicer, 榨汁机
pan, frying pan, skillet, 平底锅, 煎锅
pot, saucepan, 锅, 汤锅
knife, knives, 刀, 菜刀, 刀具
cup, mug, 杯子, 马克杯
water bottle, bottle, thermos, flask, tumbler, 水杯, 水瓶, 保温杯
lunch box, bento box, 饭盒, 便当盒
air conditioner, ac, aircon, 空调, 窗式空调, 窗机
air purifier, air cleaner, 空气净化器, 净化器
humidifier, 加湿器
dehumidifier, 除湿机
fan, electric fan, 风扇, 电风扇
heater, space heater, radiator, 取暖器, 电暖器, 暖气
iron, clothes iron, 熨斗, 电熨斗
steamer, garment steamer, 挂烫机
sewing machine, 缝纫机
lamp, light, 灯, 灯具
desk lamp, table lamp, 台灯
bulb, light bulb, 灯泡
chair, seat, 椅子
office chair, desk chair, 办公椅
sofa, couch, settee, 沙发
sofa bed, sofabed, futon, 沙发床
table, desk, 桌子, 书桌
bed, 床
mattress, 床垫
pillow, 枕头
duvet, quilt, comforter, 被子
blanket, throw, 毯子
sheets, bed sheets, bed linen, 床单, 床品
towel, 毛巾
curtain, drapes, 窗帘
blind, blinds, shade, shades, 百叶窗
rug, carpet, mat, 地毯
wardrobe, closet, 衣柜
shelf, shelving, bookcase, bookshelf, 书架, 架子
cabinet, cupboard, 柜子, 橱柜
drawer, drawers, 抽屉
mirror, 镜子
trash can, garbage can, bin, rubbish bin, waste bin, 垃圾桶
toilet, 马桶
faucet, tap, 水龙头
shower head, showerhead, 花洒
sink, basin, 水槽, 洗手池
bathtub, tub, bath, 浴缸
garbage disposal, disposer, disposal, 垃圾处理器
water heater, 热水器
pipe, tubing, tube, 管子
lawn mower, lawnmower, mower, 割草机
hose, garden hose, 水管, 软管
grill, bbq, barbecue, 烧烤架, 烤炉
drill, power drill, 电钻
saw, 锯
screwdriver, 螺丝刀
hammer, 锤子
wrench, spanner, 扳手
ladder, 梯子
paint, 油漆, 涂料
tile, tiles, 瓷砖
flooring, floor, 地板
door, 门
window, 窗户
lock, 锁
doorbell, door bell, 门铃
outlet, receptacle, socket, 插座
switch, 开关
fence, fencing, 围栏, 栅栏
shirt, 衬衫
t-shirt, tee, tshirt, T恤, 短袖
trousers, pants, 裤子
jeans, denim, 牛仔裤
shorts, 短裤
skirt, 半身裙
dress, 连衣裙, 裙子
sweater, jumper, pullover, 毛衣
hoodie, sweatshirt, 卫衣
coat, 大衣, 外套
jacket, 夹克, 外套
down jacket, puffer, 羽绒服
raincoat, rain jacket, 雨衣
socks, 袜子
underwear, 内衣, 内裤
pajamas, pyjamas, 睡衣
shoes, 鞋, 鞋子
sneakers, trainers, running shoes, 运动鞋, 跑鞋, 跑步鞋
boots, 靴子
sandals, 凉鞋
slippers, 拖鞋
hat, cap, 帽子
scarf, 围巾
gloves, 手套
belt, 皮带, 腰带
glasses, spectacles, 眼镜
sunglasses, 太阳镜, 墨镜
contact lens, contact lenses, 隐形眼镜
ticket, tickets, 门票, 票
bag, 包, 包包
handbag, purse, 手提包, 女包
backpack, rucksack, knapsack, 背包, 双肩包, 书包
suitcase, luggage, 行李箱, 拉杆箱, 旅行箱
wallet, 钱包
umbrella, 雨伞, 伞
necklace, 项链
ring, 戒指
earrings, 耳环
bracelet, 手链
perfume, fragrance, 香水
lipstick, 口红
makeup, cosmetics, 化妆品, 彩妆
skincare, skin care, 护肤品
shampoo, 洗发水
sunscreen, sun cream, 防晒霜
hair dryer, hairdryer, blow dryer, 吹风机, 电吹风
straightener, hair straightener, flat iron, 直发器
shaver, razor, electric shaver, 剃须刀, 刮胡刀
toothbrush, 牙刷
toothpaste, 牙膏
scale, scales, 体重秤, 秤
massager, 按摩仪
tent, 帐篷
sleeping bag, 睡袋
bicycle, bike, 自行车, 单车
electric bike, e-bike, ebike, 电动车, 电瓶车, 电动自行车
motorcycle, motorbike, 摩托车
car, automobile, vehicle, 汽车, 轿车
scooter, 滑板车
treadmill, 跑步机
dumbbell, dumbbells, weights, 哑铃
yoga mat, 瑜伽垫
ball, football, soccer ball, 足球
basketball, 篮球
tennis racket, 网球拍
golf club, golf clubs, 高尔夫球杆, 球杆
fishing rod, 鱼竿
guitar, 吉他
piano, keyboard piano, 钢琴
toy, toys, 玩具
puzzle, jigsaw, 拼图
building blocks, lego, 积木
board game, 桌游
doll, 娃娃
diaper, nappy, 尿布, 纸尿裤
stroller, pram, pushchair, 婴儿车
baby bottle, 奶瓶
car seat, 安全座椅
pet food, 宠物粮
dog food, 狗粮
cat food, 猫粮
cat litter, 猫砂
book, books, 书, 图书
pen, 笔, 钢笔
notebook, notepad, 笔记本, 本子
candle, 蜡烛, 香薰
vase, 花瓶
flower, flowers, bouquet, 鲜花, 花束
tea, 茶, 茶叶
coffee, 咖啡
chocolate, 巧克力
wine, 红酒, 葡萄酒
snack, snacks, 零食
vitamin, vitamins, 维生素
tyre, tire, tires, 轮胎
dash cam, dashcam, 行车记录仪
drywall, sheetrock, plasterboard, gypsum board, 石膏板
plywood, ply, 胶合板
lumber, timber, wood board, 木材, 木料
molding, moulding, trim, 线条, 装饰线
string trimmer, weed eater, weed wacker, weedwhacker, strimmer, 打草机
leaf blower, blower, 吹叶机
snow blower, snow thrower, 扫雪机
hedge trimmer, hedge cutter, 绿篱机
chainsaw, chain saw, 链锯, 电锯
wheelbarrow, wheel barrow, garden cart, 手推车
spigot, hose bib, outdoor faucet, 室外水龙头
sprinkler, irrigation, 洒水器
planter, flower pot, plant pot, 花盆
soil, potting mix, potting soil, 土, 营养土
patio set, garden furniture, outdoor furniture, 户外家具
canopy, gazebo, pavilion, 凉亭, 遮阳棚
shed, storage shed, garden shed, 储物棚
garage door opener, door opener, 车库门开启器
thermostat, 温控器
furnace, boiler, 锅炉
ceiling fan, fan light, 吊扇
chandelier, pendant, hanging lamp, 吊灯
sconce, wall lamp, wall light, 壁灯
vanity, bathroom cabinet, 浴室柜
countertop, worktop, 台面
backsplash, splashback, 后挡板
range hood, cooker hood, extractor hood, exhaust hood, 抽油烟机
caulk, sealant, 密封胶
glue, adhesive, 胶水, 胶
tape, adhesive tape, 胶带
screw, screws, 螺丝
nail, nails, 钉子
bolt, bolts, 螺栓
bracket, brace, 托架
hinge, hinges, 铰链
doorknob, door knob, door handle, 门把手
deadbolt, door lock, 门锁
mailbox, letter box, 信箱
gutter, downspout, 雨水槽
air compressor, compressor, 空压机
pressure washer, power washer, 高压清洗机
generator, 发电机
toolbox, tool box, tool chest, 工具箱
smoke detector, smoke alarm, 烟雾报警器
extension cord, extension lead, 延长线
wire, electrical wire, 电线
wallpaper, wall paper, 墙纸, 壁纸
dresser, chest of drawers, 斗柜
nightstand, bedside table, night table, 床头柜
ottoman, footstool, 脚凳
recliner, reclining chair, 躺椅
crib, cot, 婴儿床
cutlery, silverware, flatware, 餐具
dishes, dinnerware, crockery, 碗碟
detergent, washing powder, 洗衣液, 洗衣粉
toilet paper, bathroom tissue, loo roll, 卫生纸
`;
