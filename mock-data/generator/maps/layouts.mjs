// Where each tile stands: hand-placed so that neighbours in life are mostly neighbours here. Not a survey.
//
// A row is 'x | short short …': x is the left edge of its first tile in tile widths, rows below each other are
// offset by half a tile; `_` leaves a cell empty. `at` moves a whole district: [tile widths, rows]. `rise` is a quarter of a tile's height
// when its width is 100 (29 = regular hexagon; less = flatter tiles, so that many rows still carry 20u names).

/** city → { rise, districts: { code: { at, rows } } } */
export const LAYOUTS = {
  // Wide hilly north, narrow built-up south.
  baiyun: {
    rise: 29,
    districts: {
      440111: {
        at: [0, 0],
        rows: [
          '3   | 人和 钟落潭',
          '0.5 | 江高 白云湖 均禾 龙归 太和',
          '1   | 石门 鹤龙 嘉禾 永平 大源',
          '1.5 | 石井 新市 黄石 同和',
          '2   | 同德 云城 京溪',
          '1.5 | 金沙 棠景 景泰',
          '2   | 松洲 三元里',
        ],
      },
    },
  },
  // 相山 is the old town; 濉溪县 wraps it on the west and runs far south.
  huaibei: {
    rise: 28,
    districts: {
      340603: {
        at: [0, 0],
        rows: ['3.5 | 渠沟 东山', '3   | 任圩 西街 东街', '2.5 | 相山开发区 曲阳 三堤口', '3   | 相南 南黎'],
      },
      340602: { at: [0, 0], rows: ['6   | 段园 朔里 石台', '6.5 | 杜集开发区 高岳 矿山集'] },
      340604: {
        at: [0, 2.46],
        rows: ['6   | 杨庄 烈山工业园 烈山', '5.5 | 临海童 任楼 宋疃 古饶', '5   | 百善街道'],
      },
      340621: {
        at: [0, 2.46],
        rows: [
          '0   | 铁佛 刘桥',
          '0.5 | 濉溪开发区 濉溪',
          '0   | 临涣 百善镇 芜湖产业园 四铺',
          '0.5 | 韩村 五沟 孙疃 南坪',
          '3   | 双堆集',
        ],
      },
    },
  },
  // 连平 north-west, 和平 north, 龙川 north-east, 东源 around 源城 in the middle, 紫金 south-east.
  heyuan: {
    rise: 25,
    districts: {
      441623: {
        at: [0, 1],
        rows: [
          '2   | 连平上坪 内莞',
          '1.5 | 陂头 元善 油溪',
          '1   | 隆街 溪山 高莞 绣缎',
          '0.5 | 田源 忠信 大湖 三角',
        ],
      },
      441624: {
        at: [0, 0],
        rows: [
          '5   | 浰源 上陵 下车 优胜',
          '4.5 | 热水 大坝 长塘 贝墩',
          '5   | 青州 阳明 礼士 古寨',
          '5.5 | 公白 合水 彭寨',
          '5   | 林寨 东水',
        ],
      },
      441622: {
        at: [0, 0],
        rows: [
          '9.5 | 贝岭 细坳 龙川上坪',
          '9   | 车田 麻布岗 岩镇 新田',
          '9.5 | 黄石 赤光 龙母 廻龙',
          '9   | 黎咀 丰稔 铁场 田心',
          '9.5 | 四都 老隆 通衢 登云',
          '9   | 佗城 鹤市 紫市',
          '9.5 | 义都 黄布',
        ],
      },
      441625: {
        at: [0, 5.46],
        rows: [
          '0   | 半江 顺天 灯塔 骆湖 船塘 漳溪 上莞 曾田',
          '0.5 | 锡场 涧头 双江 仙塘 义合 柳城 蓝口 黄田',
          '0   | 新回龙 新港 _ _ _ 康禾 黄村 叶潭',
        ],
      },
      441602: {
        at: [-0.04, 7.92],
        rows: ['2.5 | 源西 城东', '1   | 新江 上城 东埔', '1.5 | 高埔岗 源南 埔前'],
      },
      441621: {
        at: [0, 8.92],
        rows: [
          '5   | 临江 柏埔 黄塘 中坝 敬梓',
          '4.5 | 古竹 义容 好义 紫城 水墩',
          '5   | 上义 九和 瓦溪 苏区 龙窝',
          '4.5 | 凤安 蓝塘 南岭',
        ],
      },
    },
  },
  zongyang: {
    rise: 29,
    districts: {
      340722: {
        at: [0, 0],
        rows: [
          '2   | 白梅 钱铺 白柳',
          '0.5 | 麒麟 钱桥 浮山 金社 横埠',
          '1   | 义津 会宫 项铺 欧山',
          '1.5 | 雨坛 官埠桥 汤沟',
          '2   | 枞阳 枞阳开发区',
        ],
      },
    },
  },
  // The Han river plain: long from west to east, the city in the north.
  xiantao: {
    rise: 29,
    districts: {
      429004: {
        at: [0, 0],
        rows: [
          '3.5 | 沙嘴 龙华山 九合垸 赵西垸',
          '0   | 郑场 毛嘴 三伏潭 胡场 干河 杜湖 长埫口 西流河',
          '0.5 | 剅河 排湖 张沟 良种场 彭场 五湖 沙湖',
          '1   | 陈场 通海口 郭河 杨林尾',
          '2.5 | 沔城 _ 沙湖原种',
        ],
      },
    },
  },
}
