import { View } from '@tarojs/components';
import { useState } from 'react';
import { dayOf } from '../../../server/calendar/days.rules';
import { download } from '../../api/download';
import { homeRegion } from '../../api/session';
import { useDeed } from '../../api/use-deed';
import { Button } from '../../components/button/button';
import { Office } from '../../components/office/office';
import { levelsBelow } from '../../components/region-picker/levels';
import { RegionPicker } from '../../components/region-picker/region-picker';
import { Tabs } from '../../components/tabs/tabs';
import { boardPath, monthsUntil } from './model';

const sizes = [
  ['A4', 'A4 纸'],
  ['A3', 'A3 纸'],
] as const;

/** The month's articles and the courses near a village, as a sheet to hang up. */
export default function VillageBoard() {
  const home = homeRegion();
  const months = monthsUntil(dayOf(new Date()));
  const levels = levelsBelow(home);
  const [region, setRegion] = useState(levels.length === 0 ? home : '');
  const [month, setMonth] = useState(months[0]![0]);
  const [size, setSize] = useState<'A4' | 'A3'>('A4');
  const { isBusy, does } = useDeed();
  return (
    <Office title="村宣传栏" room="village-board">
      <View className="panel">
        <View className="panel-title">打印给村里贴的一张</View>
        <View className="line-about">这个月的政策和故事、附近正在报名的课，每样带一个二维码。</View>
        {levels.length > 0 && <RegionPicker within={home} names={levels} onPick={setRegion} />}
        <View className="panel-title">哪个月</View>
        <Tabs of={months} chosen={month} onChoose={setMonth} />
        <View className="panel-title">多大的纸</View>
        <Tabs of={sizes} chosen={size} onChoose={setSize} />
        <View className="buttons">
          <Button
            id="print-board"
            isBusy={isBusy}
            isOff={region === ''}
            onTap={() => does(() => download(boardPath(region, month, size)))}
          >
            打开来打印
          </Button>
        </View>
      </View>
    </Office>
  );
}
