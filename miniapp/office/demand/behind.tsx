import { View } from '@tarojs/components';
import { familyNames } from '../../../server/needs/families.rules';
import { call } from '../../api/call';
import type { components } from '../../api/schema';
import { useAnswer } from '../../api/use-answer';
import { Button } from '../../components/button/button';
import { Answered } from '../../components/page/page';
import { Tag } from '../../components/tag/tag';
import { go, routes } from '../../routes';
import { monthBars, queryOf, sayCount, type Filter, type PastCell } from './model';
import { Past } from './past';

type Cell = components['schemas']['DemandCellView'];

interface BehindProps {
  readonly cell: Cell;
  readonly filter: Filter;
  readonly placeName: string;
  /** How earlier batches went here, and of which time it is told. */
  readonly past: PastCell | undefined;
  readonly said: string;
  /** The city sees numbers and names no one. */
  readonly hasNames: boolean;
}

/** What is behind one number: in which months they have time, and who they are. */
export function Behind({ cell, filter, placeName, past, said, hasNames }: BehindProps) {
  const { regionCode, regionName, family } = cell;
  return (
    <View className="panel" id="behind">
      <View className="panel-title">
        {regionName}想学{familyNames[family]}的妇女：{cell.women}人
      </View>
      <View className="line-about">其中{sayCount(cell, placeName)}</View>
      {hasNames && (
        <View className="buttons">
          <Button id="open-from-cell" onTap={() => go(routes.openBatch(family, regionCode, filter.month))}>
            给她们开班
          </Button>
          <Button id="suggest-from-cell" kind="plain" onTap={() => go(routes.suggestions(family))}>
            看看怎么开
          </Button>
        </View>
      )}
      {past && <Past past={past} said={said} month={filter.month} hasNames={hasNames} />}
      {cell.women > 0 && <Months cell={cell} filter={filter} />}
      {hasNames && cell.women > 0 && <Women cell={cell} filter={filter} placeName={placeName} />}
    </View>
  );
}

function Months({ cell: { regionCode: region, family }, filter }: { cell: Cell; filter: Filter }) {
  const { who, age } = queryOf(filter);
  const asking = useAnswer(
    () => call('GET /api/demand/months', { query: { region, family, who, age } }),
    `${region} ${family} ${who ?? ''} ${age ?? ''}`,
  );
  return (
    <Answered asking={asking}>
      {(months) => (
        <>
          <View className="line-about">每个月有空的人数：</View>
          <View className="board-months">
            {monthBars(months).map(({ month, women, height }) => (
              <View key={month} className="board-month" aria-label={`${month}月${women}人`}>
                <View className="board-month-number">{women}</View>
                <View className="board-month-bar" style={{ height: `${Math.round(height * 60)}px` }} />
                <View className="board-month-name">{month}月</View>
              </View>
            ))}
          </View>
        </>
      )}
    </Answered>
  );
}

function Women({
  cell: { regionCode: region, family },
  filter,
  placeName,
}: Pick<BehindProps, 'cell' | 'filter' | 'placeName'>) {
  const asking = useAnswer(
    () => call('GET /api/demand/women', { query: { ...queryOf(filter), family, region } }),
    `${region} ${family} ${JSON.stringify(filter)}`,
  );
  return (
    <Answered asking={asking}>
      {(women) =>
        women.map((woman) => (
          <View
            key={woman.womanId}
            className="line"
            onClick={() => go(routes.woman(woman.womanId))}
            aria-role="link"
          >
            <View className="line-main">
              <View className="line-name">
                {woman.name} {woman.isRegisteredPoor ? '（建档立卡）' : ''}
              </View>
              <View className="line-about">
                {woman.villageName} · 第{woman.wish}想学 · {woman.farthestKm}公里以内
                {woman.placeKm === null ? '' : ` · 到${placeName}${woman.placeKm}公里`}
                {woman.isNeverTrained ? ' · 没培训过' : ''}
                {woman.needsChildCare ? ' · 孩子要有人看' : ''}
              </View>
            </View>
            {woman.isStale && <Tag tone="still">本季没确认</Tag>}
          </View>
        ))
      }
    </Answered>
  );
}
