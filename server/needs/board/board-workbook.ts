import type { StreamableFile } from '@nestjs/common';
import { sayInstant } from '../../calendar/days.rules';
import { workbook } from '../../files/sheets/sheet-writer';
import { familyNames, type Family } from '../families.rules';
import type { DemandDto } from './board.dto';
import type { BoardColumns } from './board.service';
import type { DemandView } from './board.view';

interface Facts {
  readonly regionName: string;
  readonly byName: string;
  readonly at: Date;
}

/** The board in rows, one for each area and family where anybody asks; the filters are said above it. */
export function boardWorkbook(
  board: DemandView,
  asked: DemandDto,
  { regionName, byName, at }: Facts,
  placeName: string | undefined,
  beside: readonly BoardColumns[],
): StreamableFile {
  const known = rowsOf(board, beside);
  const wayTitle = placeName ? [{ title: `到${placeName}够得着`, width: 24 }] : [];
  return workbook({
    fileName: `需求看板-${regionName}`,
    notes: [
      `${regionName}需求看板：${sayFilters(asked)}；共${board.women}位妇女（一人可想学几样）`,
      `${byName}导出于${sayInstant(at)}`,
    ],
    columns: [
      ...[
        { title: '地方', width: 20 },
        { title: '技能类别', width: 14 },
        { title: '想学人数', width: 12 },
      ],
      ...[
        { title: '其中建档立卡', width: 14 },
        { title: '其中没培训过', width: 14 },
        { title: '其中最想学', width: 12 },
      ],
      ...[{ title: '其中本季未确认', width: 16 }, ...wayTitle],
      ...beside.flatMap(({ columns }) => columns),
    ],
    rows: known.map(({ cell, values }) => [
      ...[cell.regionName, familyNames[cell.family], cell.women, cell.registeredPoor, cell.neverTrained],
      ...[cell.firstWish, cell.stale, ...(placeName ? [cell.reachable] : []), ...values],
    ]),
  });
}

const nobody = { women: 0, registeredPoor: 0, neverTrained: 0, stale: 0, reachable: 0, firstWish: 0 };

/** Each cell of the board with what other rooms know of it, and then the cells that only they know. */
function rowsOf(
  { cells }: DemandView,
  beside: readonly BoardColumns[],
): { cell: DemandView['cells'][number]; values: (string | number)[] }[] {
  const keyOf = (cell: { regionCode: string; family: Family }) => `${cell.regionCode} ${cell.family}`;
  const asked = new Set(cells.map(keyOf));
  const others = new Map(
    beside.flatMap((source) =>
      source.cells
        .filter((one) => !asked.has(keyOf(one)))
        .map(({ regionCode, regionName, family }) => [
          keyOf({ regionCode, family }),
          { ...nobody, regionCode, regionName, family },
        ]),
    ),
  );
  return [...cells, ...others.values()].map((cell) => ({
    cell,
    values: beside.flatMap(({ columns, cells: known }) => {
      const hers = known.find((one) => keyOf(one) === keyOf(cell));
      return [...(hers?.values ?? columns.map(() => ''))];
    }),
  }));
}

function sayFilters({ month, who, age, family }: DemandDto): string {
  const said = [
    month && `${month}月有空`,
    family && familyNames[family],
    who && { poor: '只看建档立卡', never_trained: '只看没培训过' }[who],
    age && { fresh: '只看本季确认过', stale: '只看本季未确认' }[age],
  ].filter(Boolean);
  return said.length > 0 ? said.join('、') : '全部';
}
