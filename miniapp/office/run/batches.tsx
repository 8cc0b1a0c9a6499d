import { View } from '@tarojs/components';
import { sayDay } from '../../../server/calendar/days.rules';
import { familyNames } from '../../../server/needs/families.rules';
import { call } from '../../api/call';
import { useAnswer } from '../../api/use-answer';
import { Answered } from '../../components/page/page';
import { go, routes } from '../../routes';
import type { Run } from './drafting';

/** Batch by batch: seats, reserves used, what closes and why; what closing does to a county. */
export function Batches({ run }: { run: Run }) {
  return (
    <View className="panel">
      <View className="panel-title">各班</View>
      {run.floors.map(({ countyCode, countyName, closing, expected, floor, mustCoverAll }) => (
        <View key={countyCode} className="run-warning" id={`floor-${countyCode}`}>
          {countyName}有{closing}个班人数不够。
          {expected < floor && `今年已办、在办和这次安排的一共${expected}人次，不到${floor}人次。`}
          {mustCoverAll && '这里要求培训全覆盖。'}可以让人少的班也开，或者再开班。
        </View>
      ))}
      {run.batches.map((batch) => (
        <View key={batch.batchId} className="line">
          <View className="line-main">
            <View className="line-name">{batch.title}</View>
            <View className="line-about">
              {sayDay(batch.startsOn)}开课{run.regionCode.length === 4 ? ` · ${batch.countyName}` : ''}
            </View>
          </View>
          <View className="line-about">
            {batch.isClosed
              ? `只有${batch.closedWith}人能来，不够${batch.minimum}人，不开班`
              : `${batch.free}个名额，给出${batch.placed}个；建档立卡${batch.placedPoor}人（先留${batch.reservedForPoor}个）`}
          </View>
          {batch.isClosed && run.abilities.decide && (
            <View
              className="line-act"
              id={`waive-${batch.batchId}`}
              onClick={() => go(routes.decide(run.id, 'waive', batch.batchId))}
              aria-role="button"
            >
              人少也开
            </View>
          )}
        </View>
      ))}
    </View>
  );
}

const unmetShown = 20;

/** Where another batch is wanted most: one tap opens one for these women. */
export function Unmet({ run }: { run: Run }) {
  const asking = useAnswer(
    () => call('GET /api/assignment-runs/{id}/unmet', { path: { id: run.id } }),
    `${run.id} ${run.draftedAt}`,
  );
  return (
    <View className="panel" id="unmet">
      <View className="panel-title">还没安排上的需求</View>
      <Answered asking={asking} isEmpty={(rows) => rows.length === 0} emptySays="想学的都安排上了。">
        {(rows) => (
          <>
            {rows.slice(0, unmetShown).map(({ regionCode, regionName, family, women, registeredPoor }) => (
              <View key={`${regionCode} ${family}`} className="line">
                <View className="line-main">
                  <View className="line-name">
                    {familyNames[family]} · {regionName}
                  </View>
                  <View className="line-about">
                    {women}人想学，其中建档立卡{registeredPoor}人
                  </View>
                </View>
                {run.abilities.names && (
                  <View
                    className="line-act"
                    id={`open-${regionCode}-${family}`}
                    onClick={() => go(routes.openBatch(family, regionCode))}
                    aria-role="link"
                  >
                    给她们开班
                  </View>
                )}
              </View>
            ))}
            {rows.length > unmetShown && (
              <View className="line-about">另有{rows.length - unmetShown}处人数较少，见需求看板。</View>
            )}
          </>
        )}
      </Answered>
    </View>
  );
}
