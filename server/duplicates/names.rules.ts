/** How two names are alike, the closest first. */
export type NameLikeness =
  'same' | 'variant' | 'sound' | 'confusable' | 'swapped' | 'oneDiffers' | 'oneMissing';

/** A name with its sound: syllables without tones, parted by blanks. */
export interface SpokenName {
  readonly name: string;
  readonly sound: string;
}

/** Other ways of writing one character that stand in old household books, by the one in use. */
const variants: Readonly<Record<string, string>> = {
  ...{ 麗: '丽', 紅: '红', 蘭: '兰', 鳳: '凤', 華: '华', 雲: '云', 鳯: '凤', 榮: '荣', 鮮: '鲜', 鶴: '鹤' },
  ...{ 愛: '爱', 蓮: '莲', 連: '连', 豔: '艳', 艷: '艳', 鷰: '燕', 嬌: '娇', 麥: '麦', 勝: '胜' },
  ...{ 羣: '群', 峯: '峰', 淸: '清', 靜: '静', 潔: '洁', 銀: '银', 鳴: '鸣', 貞: '贞', 珎: '珍' },
  ...{ 瑩: '莹', 鈴: '铃', 鐵: '铁', 雙: '双', 賢: '贤', 貴: '贵', 慶: '庆', 瓊: '琼', 環: '环', 黃: '黄' },
  ...{ 張: '张', 劉: '刘', 陳: '陈', 楊: '杨', 趙: '赵', 吳: '吴', 孫: '孙', 馬: '马', 鄭: '郑', 馮: '冯' },
  ...{ 於: '于', 蔣: '蒋', 韓: '韩', 許: '许', 鄧: '邓', 蕭: '肖', 萧: '肖', 閆: '闫', 閻: '闫', 阎: '闫' },
};

/** Surnames of two characters: what comes after them is the given name. */
const longSurnames = new Set([
  ...['欧阳', '司马', '上官', '诸葛', '司徒', '东方', '皇甫', '尉迟', '公孙', '慕容', '令狐', '端木', '夏侯'],
]);

/**
 * How alike two names are, or undefined. A surname alone never makes two names alike, so something of the given name is
 * always the same.
 */
export function namesAlike(one: SpokenName, other: SpokenName): NameLikeness | undefined {
  if (one.name === other.name) return 'same';
  const [first, second] = [plain(one.name), plain(other.name)];
  if (first.join('') === second.join('')) return 'variant';
  if (first.length === second.length) {
    const isSpoken = one.sound.split(' ').length === first.length;
    if (isSpoken && one.sound === other.sound) return 'sound';
    if (isSpoken && folded(one.sound) === folded(other.sound)) return 'confusable';
    if (first.length >= 2 && sorted(first) === sorted(second)) return 'swapped';
    return differAtOnePlace(first, second) ? 'oneDiffers' : undefined;
  }
  return isOneMissing(first, second) ? 'oneMissing' : undefined;
}

/** Keys of which two alike names share at least one, so that they are found without comparing everybody with everybody. */
export function nameKeys({ name, sound }: SpokenName): { whole: string[]; parts: string[] } {
  const characters = plain(name);
  const syllables = folded(sound).split(' ').filter(Boolean);
  const without = characters.map((_, place) => characters.toSpliced(place, 1).join(''));
  const spoken = syllables.length === characters.length ? [syllables.join(' ')] : [];
  return {
    whole: unique([characters.join(''), sorted(characters), ...spoken]),
    parts: unique([characters.join(''), ...without.filter((part) => [...part].length >= 2)]),
  };
}

/** What is said alike in these parts: zh and z, ch and c, sh and s, n and l, r and y, ng and n. */
function folded(sound: string): string {
  return sound
    .split(' ')
    .map((syllable) =>
      syllable
        .replace(/^([zcs])h/, '$1')
        .replace(/^n/, 'l')
        .replace(/^r/, 'y')
        .replace(/^yen/, 'yin')
        .replace(/ng$/, 'n'),
    )
    .join(' ');
}

function plain(name: string): string[] {
  return [...name.normalize('NFKC').replace(/[\s·.•]/g, '')].map(
    (character) => variants[character] ?? character,
  );
}

/** One character is another one, and of the given name something is left. */
function differAtOnePlace(one: readonly string[], other: readonly string[]): boolean {
  const places = one.flatMap((character, place) => (character === other[place] ? [] : [place]));
  if (places.length !== 1) return false;
  const from = Math.max(surnameLength(one), surnameLength(other));
  return one.length - from - (places[0]! >= from ? 1 : 0) >= 1 && one.length >= 3;
}

/** The longer one has one character more, and the shorter one is more than a surname. */
function isOneMissing(one: readonly string[], other: readonly string[]): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (long.length - short.length !== 1 || short.length <= surnameLength(short) || short.length < 2)
    return false;
  return long.some((_, place) => long.toSpliced(place, 1).join('') === short.join(''));
}

function surnameLength(name: readonly string[]): number {
  return longSurnames.has(name.slice(0, 2).join('')) ? 2 : 1;
}

function sorted(characters: readonly string[]): string {
  return [...characters].sort().join('');
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
