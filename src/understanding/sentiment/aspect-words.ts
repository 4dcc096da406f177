import type { Aspect } from '../understanding.ts';

/** Words by which an aspect is spoken of, in both languages. English words match whole, with a plural ending. */
export const ASPECT_WORDS: Record<Exclude<Aspect, 'other'>, { en: string; zh: string }> = {
  price: {
    en: 'price priced pricing prices cost costs costly money value expensive cheap cheaper pricey overpriced affordable bargain fee fees deal worth discount budget fare',
    zh: '价格 价钱 价位 价 性价比 便宜 贵 实惠 划算 钱 优惠 打折 折扣 收费 手续费 超值 物美价廉 不值 票价 房价',
  },
  quality: {
    en: 'quality build material materials durable durability sturdy flimsy broke broken fabric workmanship defective solid fault faulty well-made crack cracked torn',
    zh: '质量 品质 做工 材质 材料 质感 面料 用料 布料 坏了 坏 破 破损 断了 瑕疵 耐用 结实 次品 开裂 掉色 起球 正品 假货 味道 口感 新鲜',
  },
  delivery: {
    en: 'delivery delivered deliver shipping shipped ship shipment arrive arrived arrival courier package packaging parcel box post carrier late delayed tracking driver flight luggage baggage delay',
    zh: '快递 物流 发货 送货 配送 到货 送达 运输 包装 包裹 快递员 外卖员 送餐 骑手 送到 收到货 派送 时效 寄 航班 行李 延误 晚点',
  },
  service: {
    en: 'service support staff customer-service agent agents representative rep reps seller refund helpdesk employee employees crew waiter waitress helpful rude manager response attendant',
    zh: '服务 客服 售后 态度 店家 卖家 商家 老板 服务员 前台 店员 工作人员 师傅 退款 退货 回复 掌柜 空姐 乘务',
  },
  battery: {
    en: 'battery batteries charge charges charging charger charged recharge power-life standby',
    zh: '电池 续航 电量 充电 待机 耗电 费电 充满 掉电 省电 充电器',
  },
  screen: {
    en: 'screen display displays monitor resolution brightness touchscreen pixel pixels picture',
    zh: '屏幕 屏 显示屏 显示 分辨率 亮度 触屏 画面 色彩 画质 像素 漏光 亮点',
  },
  sound: {
    en: 'sound sounds audio volume speaker speakers bass treble mic microphone noise noisy quiet loud hear music earpiece',
    zh: '声音 音质 音效 音量 喇叭 扬声器 低音 高音 麦克风 噪音 杂音 听起来 音响 降噪 外放 隔音',
  },
  size: {
    en: 'size sizes sized fit fits fitting small large big tight loose length width weight heavy bulky compact tiny dimensions huge short',
    zh: '尺寸 尺码 大小 码数 偏小 偏大 合身 合适 太大 太小 长度 宽度 重量 太重 轻便 体积 紧 宽松 房间小 个头',
  },
  design: {
    en: 'design designed look looks color colour colors colours style stylish appearance beautiful ugly shape pretty sleek elegant gorgeous cute decor',
    zh: '设计 外观 外形 颜色 款式 样式 好看 漂亮 难看 造型 颜值 样子 美观 色差 手感 装修 时尚 丑',
  },
  ease_of_use: {
    en: 'easy ease setup set-up install installation instructions manual intuitive interface use user-friendly confusing complicated complex navigate menu difficult simple app software',
    zh: '安装 操作 使用 易用 好用 难用 上手 说明书 界面 系统 设置 简单 复杂 方便 用起来 软件 连接 不方便',
  },
};
