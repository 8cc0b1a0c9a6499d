import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { workbook } from '../../../server/files/sheets/sheet-writer';
import type { Cell } from '../../../server/files/sheets/cells.rules';
import { harbinDivisions } from '../../../server/regions/harbin-divisions';
import { anIdentity } from '../../support/house/registers';

const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧'];
const given = [...'秀英桂兰淑芬玉华凤丽红梅春霞雪艳娟敏静杰琴云莲荣爱香月珍素贞'];
const titles = [
  '姓名',
  '身份证号',
  '手机号',
  '村编码',
  '户编号',
  '与户主关系',
  '文化程度',
  '建档立卡',
  '名册名称',
  '名册日期',
  '备注',
];

/** A register of invented women over all villages of a county. */
export async function writeRegister(path: string, women: number): Promise<void> {
  const villages = harbinDivisions()
    .filter(({ level, code }) => level === 'village' && code.startsWith('230129'))
    .map(({ code }) => code);
  const columns = titles.map((title) => ({ title, width: 16 }));
  const register = workbook({
    fileName: '名册',
    notes: ['妇女名册'],
    columns,
    rows: rows(women, villages),
  });
  await pipeline(register.getStream(), createWriteStream(path));
}

function* rows(women: number, villages: readonly string[]): Generator<Cell[]> {
  for (let at = 0; at < women; at += 1) {
    const pick = (from: readonly string[], step: number) =>
      from[(at * step + Math.floor(at / from.length)) % from.length]!;
    const isPoor = at % 3 === 0;
    yield [
      ...[
        pick(surnames, 7) + pick(given, 11) + pick(given, 17),
        anIdentity(at),
        String(13_000_000_000 + at * 7),
      ],
      ...[
        pick(villages, 13),
        String(1 + (at % 400)),
        ['户主', '配偶', '儿媳'][at % 3]!,
        ['小学', '初中', '高中'][at % 3]!,
      ],
      ...[
        isPoor ? '是' : '否',
        isPoor ? '建档立卡名册' : null,
        isPoor ? '2026-06-30' : null,
        at % 5 ? null : '冬天都在家',
      ],
    ];
  }
}
