import { View } from '@tarojs/components';
import { families, familyNames } from '../../../server/needs/families.rules';
import type { components } from '../../api/schema';
import { boardOf, isSame, type Cell, type CellKey, type PastCell } from './model';

interface TableProps {
  readonly cells: readonly components['schemas']['DemandCellView'][];
  /** How earlier batches went; none before that is known. */
  readonly past: readonly PastCell[];
  readonly chosen: CellKey | undefined;
  readonly onChoose: (cell: CellKey) => void;
}

/** Areas down, families across; the shade repeats what the number says. */
export function DemandTable({ cells, past, chosen, onChoose }: TableProps) {
  const pastOf = (cell: Cell) => past.find((one) => isSame(one, cell));
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
      {boardOf(cells, past).map((row) => (
        <View key={row.regionCode} className="board-row">
          <View className="board-place">{row.regionName}</View>
          {row.cells.map((cell) => (
            <View
              key={cell.family}
              id={`cell-${cell.regionCode}-${cell.family}`}
              className={`board-cell board-heat-${cell.heat} ${chosen?.regionCode === cell.regionCode && chosen.family === cell.family ? 'board-chosen' : ''}`}
              onClick={() => (cell.women > 0 || pastOf(cell)) && onChoose(cell)}
              aria-role="button"
              aria-label={`${row.regionName}${familyNames[cell.family]}${cell.women}${sayLeft(pastOf(cell))}`}
            >
              {cell.women > 0 ? cell.women : '·'}
              {cell.registeredPoor > 0 && <View className="board-poor">({cell.registeredPoor})</View>}
              <Left past={pastOf(cell)} />
            </View>
          ))}
        </View>
      ))}
    </View>
  );
}

/** In the order of what is seen, so that who says it aloud is understood: 养殖9，退1人次. */
function sayLeft(past: PastCell | undefined): string {
  return past && past.unfinished > 0 ? `，退${past.unfinished}人次` : '人';
}

/** How many did not finish here: the sign that there is something to read. */
function Left({ past }: { past: PastCell | undefined }) {
  return past && past.unfinished > 0 ? <View className="board-left">退{past.unfinished}</View> : null;
}
