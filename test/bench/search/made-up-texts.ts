/** Words that a federation writes; the earlier, the more often, as in any language. */
const vocabulary =
  `妇女 培训 技能 就业 报名 补贴 贷款 担保 小额 申请 木耳 大棚 种植 养殖 家政 月嫂 编织 柳编 电商 直播 村里 姐妹 政策
 保险 两癌 检查 体检 创业 带头 合作 基地 订单 上课 结业 证书 教师 教室 午饭 路费 孩子 老人 照护 旅游 民宿 农家 火炕 玉米 蔬菜 蓝莓
 蘑菇 黄牛 笨鸡 大鹅 蜂蜜 春耕 秋收 冬闲 雪天 班车 乡镇 区县 档案 登记 电话 手机 微信 通知 名单 名额 候补 录取 帮扶 结对 爱心 企业
 捐助 慈善 医院 医生 健康 法律 维权 调解 家庭 婆媳 教育 学校 读书 识字 普通 方言 剪纸 刺绣 麦秸 草编 钩针 毛衣 棉花 布鞋 市场 集市
 快递 包装 商标 网店 拍照 视频 主播 客户 质量 检测 绿色 有机 冷库 仓库 运输 公路 水井 电力 光伏 沼气 厕所 垃圾 环境 卫生 文明 评选`
    .split(/\s+/)
    .filter((word) => word !== '');

/** Chance with a memory, so that every run searches the same texts. */
function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

export interface MadeUpText {
  readonly title: string;
  readonly body: string;
}

/** Articles of a title and a paragraph; one in a thousand says something that is seldom said. */
export function madeUpTexts(count: number): MadeUpText[] {
  const chance = chanceFrom(20161107);
  const word = () => vocabulary[Math.floor(chance() ** 2 * vocabulary.length)]!;
  const words = (number: number) => Array.from({ length: number }, word).join('');
  return Array.from({ length: count }, (_, place) => ({
    title: words(5),
    body: `${words(12)}。${place % 1000 === 7 ? '桑黄菌种' : words(2)}，${words(8)}`,
  }));
}
