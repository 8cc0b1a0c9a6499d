import { View } from '@tarojs/components';
import { families, familyNames } from '../../../server/needs/families.rules';
import type { components } from '../../api/schema';
import { boardOf, type Cell } from './model';

interface TableProps {
  readonly cells: readonly components['schemas']['DemandCellView'][];
  readonly chosen: Cell | undefined;
  readonly onChoose: (cell: Cell) => void;
}

/** Areas down, families across; the shade repeats what the number says. */
export function DemandTable({ cells, chosen, onChoose }: TableProps) {
  return (
    <View className="board">
      <View className="board-row board-head">
        <View className="board-place" />
        {families.map((family) => (
          <View key={family} className="board-cell">
            {familyNames[family]}
          </View>
        ))}
      </View>
      {boardOf(cells).map((row) => (
        <View key={row.regionCode} className="board-row">
          <View className="board-place">{row.regionName}</View>
          {row.cells.map((cell) => (
            <View
              key={cell.family}
              id={`cell-${cell.regionCode}-${cell.family}`}
              className={`board-cell board-heat-${cell.heat} ${chosen?.regionCode === cell.regionCode && chosen.family === cell.family ? 'board-chosen' : ''}`}
              onClick={() => cell.women > 0 && onChoose(cell)}
              aria-role="button"
              aria-label={`${row.regionName}${familyNames[cell.family]}${cell.women}人`}
            >
              {cell.women > 0 ? cell.women : '·'}
              {cell.registeredPoor > 0 && <View className="board-poor">({cell.registeredPoor})</View>}
            </View>
          ))}
        </View>
      ))}
    </View>
  );
}
