import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { familyNames, families, type Family } from '../../../server/needs/families.rules';
import { call } from '../../api/call';
import { download } from '../../api/download';
import { isA } from '../../api/session';
import { useAnswer } from '../../api/use-answer';
import { useDeed } from '../../api/use-deed';
import { Button } from '../../components/button/button';
import { Office } from '../../components/office/office';
import { Answered } from '../../components/page/page';
import { Tabs } from '../../components/tabs/tabs';
import { Picker } from '../../components/picker/picker';
import { Behind } from './behind';
import { DemandMap } from './demand-map';
import { DemandTable } from './demand-table';
import { everything, isSame, nobodyAsks, queryOf, workbookPath, type CellKey, type Filter } from './model';
import './index.scss';

const months = [
  ['', '全年'],
  ...['11', '12', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10'].map(
    (month) => [month, `${month}月`] as const,
  ),
] as const;
const whose = [
  ['', '所有妇女'],
  ['poor', '建档立卡'],
  ['never_trained', '没培训过'],
] as const;
const ages = [
  ['', '新旧都算'],
  ['fresh', '本季确认过'],
  ['stale', '本季没确认'],
] as const;
const shapes = [
  ['table', '表格'],
  ['map', '地图'],
] as const;

/** What women want, where and when: from any number to its women and to a course. */
export default function Demand() {
  const [filter, setFilter] = useState<Filter>(everything);
  const [shape, setShape] = useState<'table' | 'map'>('table');
  const [family, setFamily] = useState<Family>('planting');
  const [chosen, setChosen] = useState<CellKey | undefined>();
  const mayOpen = isA('county_officer');
  /** What is behind a number stands below a long board: it comes into sight by itself. */
  const choose = (cell: CellKey) => {
    setChosen(cell);
    Taro.nextTick(() => void Taro.pageScrollTo({ selector: '#behind', offsetTop: -60 }));
  };
  const change = (part: Partial<Filter>) => setFilter({ ...filter, ...part });
  const asking = useAnswer(() => call('GET /api/demand', { query: queryOf(filter) }), JSON.stringify(filter));
  const month = filter.month ? Number(filter.month) : undefined;
  // The board stands without it: what was is told as soon as it is known.
  const { data: before = { said: '', cells: [] } } = useAnswer(
    () => call('GET /api/demand/past', { query: { month } }),
    filter.month,
  );
  return (
    <Office title="需求看板" room="demand">
      <View className="board-filters">
        <Tabs of={months} chosen={filter.month} onChoose={(month) => change({ month })} />
        <Tabs of={whose} chosen={filter.who} onChoose={(who) => change({ who })} />
        <Tabs of={ages} chosen={filter.age} onChoose={(age) => change({ age })} />
      </View>
      <Answered
        asking={asking}
        isEmpty={({ women }) => women === 0}
        emptySays="这样筛，还没有人登记。换一个条件看看。"
      >
        {({ cells, areas, women, all }) => {
          // What a filter leaves out has nothing behind it any more.
          const past = before.cells.find((one) => chosen && isSame(one, chosen));
          const shown = cells.find((one) => chosen && isSame(one, chosen)) ?? (past && nobodyAsks(past));
          const place = areas.find(({ regionCode }) => regionCode === filter.place);
          return (
            <>
              <View className="panel">
                <View className="line-about">
                  {women}位妇女，其中{all.stale}位本季还没确认。大字是想学的人数，括号里是建档立卡的。
                  {before.cells.some(({ unfinished }) => unfinished > 0) &&
                    `“退”是${before.said}没学完的人次。`}
                  {mayOpen && '点一个数字，看是谁，也能直接开班。'}
                </View>
                <View className="board-tools">
                  <Tabs of={shapes} chosen={shape} onChoose={setShape} />
                  {mayOpen && (
                    <Picker
                      mode="selector"
                      range={['不算路程', ...areas.map(({ regionName }) => regionName)]}
                      value={areas.findIndex(({ regionCode }) => regionCode === filter.place) + 1}
                      onChange={({ detail }) =>
                        change({ place: areas[Number(detail.value) - 1]?.regionCode ?? '' })
                      }
                    >
                      <View id="board-place" className="board-pick">
                        {place ? `开在${place.regionName}` : '开在哪，谁够得着'} ▾
                      </View>
                    </Picker>
                  )}
                  <Workbook filter={filter} />
                </View>
                {shape === 'table' && (
                  <DemandTable cells={cells} past={before.cells} chosen={chosen} onChoose={choose} />
                )}
                {shape === 'map' && (
                  <>
                    <Tabs
                      of={families.map((one) => [one, familyNames[one]] as const)}
                      chosen={family}
                      onChoose={setFamily}
                    />
                    <DemandMap
                      areas={areas}
                      cells={cells}
                      family={family}
                      chosen={chosen}
                      onChoose={choose}
                    />
                  </>
                )}
              </View>
              {shown && (
                <Behind
                  cell={shown}
                  filter={filter}
                  placeName={place?.regionName ?? ''}
                  past={past}
                  said={before.said}
                  hasNames={mayOpen}
                />
              )}
            </>
          );
        }}
      </Answered>
    </Office>
  );
}

function Workbook({ filter }: { filter: Filter }) {
  const { isBusy, does } = useDeed();
  return (
    <Button
      id="board-workbook"
      kind="plain"
      isBusy={isBusy}
      onTap={() => does(() => download(workbookPath(filter)))}
    >
      导出Excel
    </Button>
  );
}
