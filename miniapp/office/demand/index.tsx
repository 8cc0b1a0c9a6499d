import { View } from '@tarojs/components';
import { useState } from 'react';
import { families, familyNames, type Family } from '../../../server/needs/families.rules';
import { call } from '../../api/call';
import { isA } from '../../api/session';
import { useAnswer } from '../../api/use-answer';
import { Button } from '../../components/button/button';
import { Office } from '../../components/office/office';
import { Answered } from '../../components/page/page';
import { Tabs } from '../../components/tabs/tabs';
import { go, routes } from '../../routes';
import { boardOf, type Cell } from './model';
import './index.scss';

const months = [
  ['', '全年'],
  ...['11', '12', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10'].map(
    (month) => [month, `${month}月`] as const,
  ),
] as const;

/** What women want, where: family by township, and from any number to its women and to a course. */
export default function Demand() {
  const [month, setMonth] = useState<string>('');
  const mayOpen = isA('county_officer');
  const [chosen, setChosen] = useState<Cell | undefined>();
  const asking = useAnswer(
    () => call('GET /api/demand', { query: { month: month ? Number(month) : undefined } }),
    month,
  );
  return (
    <Office title="需求看板" room="demand">
      <Tabs of={months} chosen={month} onChoose={setMonth} />
      <Answered asking={asking} isEmpty={({ cells }) => cells.length === 0} emptySays="还没有人登记需求。">
        {(demand) => {
          const board = boardOf(demand.cells);
          return (
            <View className="panel">
              <View className="line-about">
                {demand.women}
                位妇女登记了需求。数字是想学的人数，括号里是建档立卡的人数。
                {mayOpen && '点一个数字，看是谁，也能直接开班。'}
              </View>
              <View className="board">
                <View className="board-row board-head">
                  <View className="board-place" />
                  {families.map((family) => (
                    <View key={family} className="board-cell">
                      {familyNames[family]}
                    </View>
                  ))}
                </View>
                {board.map((row) => (
                  <View key={row.regionCode} className="board-row">
                    <View className="board-place">{row.regionName}</View>
                    {row.cells.map((cell) => (
                      <View
                        key={cell.family}
                        id={`cell-${cell.regionCode}-${cell.family}`}
                        className={`board-cell board-heat-${cell.heat} ${chosen?.regionCode === cell.regionCode && chosen.family === cell.family ? 'board-chosen' : ''}`}
                        onClick={() => mayOpen && cell.women > 0 && setChosen(cell)}
                        aria-role="button"
                        aria-label={`${row.regionName}${familyNames[cell.family]}${cell.women}人`}
                      >
                        {cell.women > 0 ? cell.women : '·'}
                        {cell.registeredPoor > 0 && (
                          <View className="board-poor">({cell.registeredPoor})</View>
                        )}
                      </View>
                    ))}
                  </View>
                ))}
              </View>
            </View>
          );
        }}
      </Answered>
      {chosen && mayOpen && <Women cell={chosen} month={month ? Number(month) : undefined} />}
    </Office>
  );
}

function Women({ cell, month }: { cell: Cell; month: number | undefined }) {
  const { regionCode, regionName, family } = cell;
  const asking = useAnswer(
    () => call('GET /api/demand/women', { query: { family, region: regionCode, month } }),
    `${regionCode} ${family} ${month ?? ''}`,
  );
  return (
    <View className="panel" id="behind">
      <View className="panel-title">
        {regionName}想学{familyNames[family as Family]}的妇女
      </View>
      <View className="buttons">
        <Button id="open-from-cell" onTap={() => go(routes.openBatch(family, regionCode))}>
          给她们开班
        </Button>
      </View>
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
                  {woman.needsChildCare ? ' · 孩子要有人看' : ''}
                </View>
              </View>
            </View>
          ))
        }
      </Answered>
    </View>
  );
}
