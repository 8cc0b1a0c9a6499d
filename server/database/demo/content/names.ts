// Building blocks for invented people and places. Every person made from these lists is fictional; a match with
// somebody's real name is chance.

export interface WeightedSurname {
  surname: string;
  weight: number;
}

/** Common in rural Heilongjiang, roughly by how common; 关, 佟, 那 and 傅 are often borne by Manchu families. */
export const surnames: readonly WeightedSurname[] = [
  { surname: '王', weight: 92 },
  { surname: '李', weight: 84 },
  { surname: '张', weight: 84 },
  { surname: '刘', weight: 70 },
  { surname: '赵', weight: 42 },
  { surname: '孙', weight: 40 },
  { surname: '于', weight: 34 },
  { surname: '杨', weight: 32 },
  { surname: '徐', weight: 26 },
  { surname: '陈', weight: 26 },
  { surname: '高', weight: 24 },
  { surname: '周', weight: 22 },
  { surname: '吴', weight: 20 },
  { surname: '马', weight: 20 },
  { surname: '朱', weight: 18 },
  { surname: '宋', weight: 18 },
  { surname: '姜', weight: 18 },
  { surname: '郭', weight: 17 },
  { surname: '韩', weight: 16 },
  { surname: '林', weight: 14 },
  { surname: '曲', weight: 13 },
  { surname: '丛', weight: 8 },
  { surname: '崔', weight: 13 },
  { surname: '郑', weight: 12 },
  { surname: '许', weight: 12 },
  { surname: '冯', weight: 12 },
  { surname: '董', weight: 11 },
  { surname: '姚', weight: 10 },
  { surname: '梁', weight: 10 },
  { surname: '田', weight: 10 },
  { surname: '范', weight: 9 },
  { surname: '邹', weight: 9 },
  { surname: '谭', weight: 8 },
  { surname: '石', weight: 8 },
  { surname: '付', weight: 8 },
  { surname: '邢', weight: 7 },
  { surname: '隋', weight: 7 },
  { surname: '迟', weight: 7 },
  { surname: '潘', weight: 7 },
  { surname: '任', weight: 7 },
  { surname: '魏', weight: 7 },
  { surname: '孟', weight: 7 },
  { surname: '栾', weight: 3 },
  { surname: '战', weight: 3 },
  { surname: '宫', weight: 4 },
  { surname: '修', weight: 2 },
  { surname: '矫', weight: 2 },
  { surname: '初', weight: 2 },
  { surname: '鞠', weight: 3 },
  { surname: '衣', weight: 2 },
  { surname: '牟', weight: 3 },
  { surname: '侯', weight: 6 },
  { surname: '史', weight: 5 },
  { surname: '谷', weight: 4 },
  { surname: '蔡', weight: 5 },
  { surname: '金', weight: 6 },
  { surname: '关', weight: 8 },
  { surname: '佟', weight: 4 },
  { surname: '那', weight: 3 },
  { surname: '傅', weight: 4 },
];

export interface GivenName {
  name: string;
  /** First and last year of birth for which the name sounds natural. */
  bornFrom: number;
  bornTo: number;
}

export const givenNames: readonly GivenName[] = [
  { name: '桂兰', bornFrom: 1964, bornTo: 1972 },
  { name: '淑芬', bornFrom: 1964, bornTo: 1973 },
  { name: '秀英', bornFrom: 1964, bornTo: 1972 },
  { name: '凤琴', bornFrom: 1964, bornTo: 1974 },
  { name: '玉珍', bornFrom: 1964, bornTo: 1973 },
  { name: '淑华', bornFrom: 1964, bornTo: 1975 },
  { name: '亚芹', bornFrom: 1964, bornTo: 1975 },
  { name: '桂荣', bornFrom: 1964, bornTo: 1973 },
  { name: '凤霞', bornFrom: 1965, bornTo: 1976 },
  { name: '秀云', bornFrom: 1964, bornTo: 1975 },
  { name: '玉梅', bornFrom: 1965, bornTo: 1978 },
  { name: '淑艳', bornFrom: 1966, bornTo: 1979 },
  { name: '亚杰', bornFrom: 1966, bornTo: 1979 },
  { name: '春兰', bornFrom: 1966, bornTo: 1977 },
  { name: '桂香', bornFrom: 1964, bornTo: 1975 },
  { name: '敏', bornFrom: 1966, bornTo: 1985 },
  { name: '丽华', bornFrom: 1967, bornTo: 1980 },
  { name: '艳华', bornFrom: 1968, bornTo: 1982 },
  { name: '秋菊', bornFrom: 1968, bornTo: 1980 },
  { name: '红梅', bornFrom: 1968, bornTo: 1982 },
  { name: '丽娟', bornFrom: 1968, bornTo: 1984 },
  { name: '桂芝', bornFrom: 1964, bornTo: 1974 },
  { name: '晓梅', bornFrom: 1970, bornTo: 1985 },
  { name: '春梅', bornFrom: 1968, bornTo: 1983 },
  { name: '艳玲', bornFrom: 1970, bornTo: 1984 },
  { name: '海燕', bornFrom: 1972, bornTo: 1986 },
  { name: '雪梅', bornFrom: 1970, bornTo: 1986 },
  { name: '立新', bornFrom: 1966, bornTo: 1978 },
  { name: '丽丽', bornFrom: 1976, bornTo: 1992 },
  { name: '艳', bornFrom: 1972, bornTo: 1988 },
  { name: '立娜', bornFrom: 1976, bornTo: 1990 },
  { name: '晓红', bornFrom: 1970, bornTo: 1984 },
  { name: '金凤', bornFrom: 1966, bornTo: 1982 },
  { name: '冬梅', bornFrom: 1970, bornTo: 1986 },
  { name: '春艳', bornFrom: 1974, bornTo: 1988 },
  { name: '洪艳', bornFrom: 1974, bornTo: 1988 },
  { name: '广霞', bornFrom: 1970, bornTo: 1984 },
  { name: '丹丹', bornFrom: 1982, bornTo: 1996 },
  { name: '娜', bornFrom: 1980, bornTo: 1994 },
  { name: '婷婷', bornFrom: 1984, bornTo: 1999 },
  { name: '晶', bornFrom: 1978, bornTo: 1992 },
  { name: '静', bornFrom: 1974, bornTo: 1994 },
  { name: '雪', bornFrom: 1982, bornTo: 2000 },
  { name: '秋月', bornFrom: 1976, bornTo: 1992 },
  { name: '欢', bornFrom: 1984, bornTo: 1998 },
  { name: '明月', bornFrom: 1982, bornTo: 2000 },
  { name: '爽', bornFrom: 1984, bornTo: 1999 },
  { name: '佳', bornFrom: 1986, bornTo: 2002 },
  { name: '双双', bornFrom: 1984, bornTo: 1999 },
  { name: '微微', bornFrom: 1986, bornTo: 2000 },
  { name: '佳慧', bornFrom: 1990, bornTo: 2004 },
  { name: '思雨', bornFrom: 1994, bornTo: 2004 },
  { name: '美玲', bornFrom: 1974, bornTo: 1994 },
  { name: '梦瑶', bornFrom: 1994, bornTo: 2004 },
  { name: '欣欣', bornFrom: 1990, bornTo: 2004 },
  { name: '雨晴', bornFrom: 1996, bornTo: 2004 },
  { name: '冰冰', bornFrom: 1986, bornTo: 2000 },
  { name: '月', bornFrom: 1982, bornTo: 2000 },
  { name: '晓彤', bornFrom: 1992, bornTo: 2004 },
  { name: '佳琪', bornFrom: 1994, bornTo: 2004 },
];

/** Whole names that try out a screen or a sort: Manchu, Korean and Hui style, two characters, four, and one with a dot. */
export const wholeNames: readonly string[] = [
  '那桂云',
  '佟秀琴',
  '赫丽杰',
  '富察玉兰',
  '金英子',
  '朴顺姬',
  '李贞淑',
  '崔美花',
  '马金花',
  '白玉洁',
  '哈秀芝',
  '欧阳春丽',
  '于丫',
  '阿依古丽·买买提',
];

export interface DemoTrainer {
  name: string;
  family: 'planting' | 'breeding' | 'tourism' | 'home_service' | 'handicraft' | 'ecommerce';
  speciality: string;
}

export const trainers: readonly DemoTrainer[] = [
  { name: '孙立岩', family: 'planting', speciality: '食用菌栽培' },
  { name: '姜文秀', family: 'planting', speciality: '棚室蔬菜' },
  { name: '于德海', family: 'planting', speciality: '玉米栽培与植保' },
  { name: '曲春芳', family: 'planting', speciality: '水稻与合作社经营' },
  { name: '邢志国', family: 'breeding', speciality: '鹅鸭饲养' },
  { name: '郭玉侠', family: 'breeding', speciality: '家禽防疫' },
  { name: '战永强', family: 'breeding', speciality: '肉牛育肥' },
  { name: '隋雅琴', family: 'breeding', speciality: '蜜蜂饲养' },
  { name: '宋丽萍', family: 'tourism', speciality: '农家菜' },
  { name: '丛艳秋', family: 'tourism', speciality: '民宿客房' },
  { name: '韩冬雪', family: 'tourism', speciality: '冰雪接待与急救' },
  { name: '高云霞', family: 'tourism', speciality: '采摘园经营' },
  { name: '董淑清', family: 'home_service', speciality: '母婴护理' },
  { name: '任晓光', family: 'home_service', speciality: '老年照护' },
  { name: '谭秀红', family: 'home_service', speciality: '保洁收纳' },
  { name: '潘丽君', family: 'home_service', speciality: '营养配餐' },
  { name: '关玉霞', family: 'handicraft', speciality: '麦秸画' },
  { name: '佟淑珍', family: 'handicraft', speciality: '草编与玉米皮编' },
  { name: '鞠红', family: 'handicraft', speciality: '钩织' },
  { name: '范美荣', family: 'handicraft', speciality: '工坊管理' },
  { name: '梁晨曦', family: 'ecommerce', speciality: '手机开店' },
  { name: '徐佳宁', family: 'ecommerce', speciality: '直播' },
  { name: '魏国栋', family: 'ecommerce', speciality: '仓储与发货' },
  { name: '许文静', family: 'ecommerce', speciality: '农产品经纪' },
];

export const helperNames: readonly string[] = [
  '王丽荣',
  '李春红',
  '张亚梅',
  '刘淑敏',
  '赵玉霞',
  '孙桂英',
  '于海波',
  '杨晓丽',
  '徐凤华',
  '陈艳红',
  '高淑云',
  '周立红',
  '吴秀杰',
  '马春玲',
  '朱丽艳',
  '宋玉芬',
  '姜红霞',
  '郭亚男',
  '韩秀丽',
  '林桂芳',
  '崔雪',
  '郑丽敏',
  '冯玉洁',
  '董春霞',
  '姚丽',
  '田桂华',
  '邹艳梅',
  '石晓燕',
  '付金玲',
  '孟令霞',
];

/** What a village calls the room where women meet. */
export const activityRoomNames: readonly string[] = [
  '妇女之家',
  '村民活动室',
  '党群服务中心一楼',
  '村部会议室',
  '农家书屋',
  '文化大院',
  '老校舍教室',
  '新时代文明实践站',
];

export interface VenuePattern {
  /** {county}, {township}, {village} stand for the short name of the area; {room} for an activity room above. */
  pattern: string;
  level: 'county' | 'township' | 'village';
  seats: number;
  /** Which families need what this place has; none means any. */
  families?: readonly DemoTrainer['family'][];
}

export const venuePatterns: readonly VenuePattern[] = [
  { pattern: '{village}{room}', level: 'village', seats: 20 },
  { pattern: '{village}木耳大棚', level: 'village', seats: 15, families: ['planting'] },
  { pattern: '{village}养殖小区培训室', level: 'village', seats: 16, families: ['breeding'] },
  { pattern: '{village}农家乐', level: 'village', seats: 14, families: ['tourism'] },
  { pattern: '{village}巧女工坊', level: 'village', seats: 18, families: ['handicraft'] },
  { pattern: '{township}综合文化站', level: 'township', seats: 30 },
  { pattern: '{township}农业服务中心', level: 'township', seats: 24, families: ['planting', 'breeding'] },
  { pattern: '{township}电商服务站', level: 'township', seats: 20, families: ['ecommerce'] },
  {
    pattern: '{township}中心校电教室',
    level: 'township',
    seats: 30,
    families: ['ecommerce', 'home_service'],
  },
  { pattern: '{county}妇女儿童活动中心', level: 'county', seats: 40 },
  {
    pattern: '{county}职业教育中心实训室',
    level: 'county',
    seats: 24,
    families: ['home_service', 'tourism'],
  },
  { pattern: '{county}冰城巧女基地', level: 'county', seats: 24, families: ['handicraft'] },
];
