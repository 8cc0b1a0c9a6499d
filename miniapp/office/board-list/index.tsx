import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { sayDay } from '../../../server/calendar/days.rules';
import { call } from '../../api/call';
import { homeRegion } from '../../api/session';
import { useAnswer } from '../../api/use-answer';
import { Button } from '../../components/button/button';
import { Office } from '../../components/office/office';
import { Answered } from '../../components/page/page';
import { RegionPicker } from '../../components/region-picker/region-picker';
import './index.scss';

/** The result for the village's board, with shortened names: one sheet of paper for each village. */
export default function BoardList() {
  const { id = '' } = useRouter().params;
  const [region, setRegion] = useState('');
  const asking = useAnswer(
    () =>
      call('GET /api/assignment-runs/{id}/board', { path: { id }, query: { region: region || undefined } }),
    `${id} ${region}`,
  );
  const isBrowser = process.env.TARO_ENV === 'h5';
  return (
    <Office title="村里公示" room="none">
      <View className="panel board-list-tools">
        <View className="line-about">
          名字只写头尾，可以贴在村务公开栏。{isBrowser ? '一个村一页。' : '请在电脑上打开本页打印。'}
        </View>
        <RegionPicker within={homeRegion()} names={['乡镇', '村']} onPick={setRegion} />
        {isBrowser && (
          <View className="buttons">
            <Button id="print" onTap={() => window.print()}>
              打印
            </Button>
            {region && (
              <Button id="all" kind="plain" onTap={() => setRegion('')}>
                全部的村
              </Button>
            )}
          </View>
        )}
      </View>
      <Answered
        asking={asking}
        isEmpty={(villages) => villages.length === 0}
        emptySays="这里没有安排到的人。"
      >
        {(villages) =>
          villages.map(({ villageCode, villageName, lines }) => (
            <View key={villageCode} className="board-list-sheet">
              <View className="board-list-title">{villageName} 培训名额公示</View>
              {lines.map(({ name, batchTitle, startsOn, venueName }, at) => (
                <View key={at} className="board-list-line">
                  <View className="board-list-name">{name}</View>
                  <View className="board-list-batch">
                    {batchTitle}，{sayDay(startsOn)}开课，{venueName}
                  </View>
                </View>
              ))}
              <View className="board-list-foot">共{lines.length}人。有疑问请找村妇联帮办人。</View>
            </View>
          ))
        }
      </Answered>
    </Office>
  );
}
