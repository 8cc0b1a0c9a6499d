import { View } from '@tarojs/components';
import { familyNames, type Family } from '../../../server/needs/families.rules';
import type { components } from '../../api/schema';
import { mapOf, type Cell, type CellKey } from './model';

type Schemas = components['schemas'];

interface MapProps {
  readonly areas: readonly Schemas['DemandAreaView'][];
  readonly cells: readonly Schemas['DemandCellView'][];
  readonly family: Family;
  readonly chosen: CellKey | undefined;
  readonly onChoose: (cell: CellKey) => void;
}

/** One family on squares that stand about where the areas lie: north at the top. */
export function DemandMap({ areas, cells, family, chosen, onChoose }: MapProps) {
  const { columns, tiles, unplaced } = mapOf(areas, cells, family);
  const tile = (cell: Cell, style = {}) => (
    <View
      key={cell.regionCode}
      id={`tile-${cell.regionCode}`}
      className={`board-tile board-heat-${cell.heat} ${chosen?.regionCode === cell.regionCode ? 'board-chosen' : ''}`}
      style={style}
      onClick={() => cell.women > 0 && onChoose(cell)}
      aria-role="button"
      aria-label={`${cell.regionName}${familyNames[family]}${cell.women}人`}
    >
      <View className="board-tile-name">{cell.regionName}</View>
      <View className="board-tile-number">{cell.women > 0 ? cell.women : '·'}</View>
    </View>
  );
  return (
    <>
      <View className="board-map-frame">
        <View className="board-map" style={{ gridTemplateColumns: `repeat(${columns}, minmax(64px, 1fr))` }}>
          {tiles.map((one) => tile(one, { gridColumn: one.column + 1, gridRow: one.row + 1 }))}
        </View>
      </View>
      {unplaced.length > 0 && (
        <>
          <View className="line-about">下面这些地方还没有坐标：</View>
          <View className="board-unplaced">{unplaced.map((one) => tile(one))}</View>
        </>
      )}
    </>
  );
}
