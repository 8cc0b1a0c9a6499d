import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { measureNames, type Measure } from '../../../server/ledgers/region-files/measures.rules';
import { call } from '../../api/call';
import { download } from '../../api/download';
import { me } from '../../api/session';
import { useAnswer } from '../../api/use-answer';
import { useDeed } from '../../api/use-deed';
import { Button } from '../../components/button/button';
import { Office } from '../../components/office/office';
import { Answered } from '../../components/page/page';
import { Tabs } from '../../components/tabs/tabs';
import { go, routes } from '../../routes';
import { Behind } from './behind';
import { halvesOf, paperPath, partsTitles, placesOf, sayPart, type Count, type RegionFile } from './model';
import './index.scss';

/** The file of a village, township or county: its numbers, the women behind them, a line for each region below. */
export default function Region() {
  const { code: asked = '' } = useRouter().params;
  const places = placesOf(me()?.roles ?? []);
  const [place, setPlace] = useState(places[0]?.[0] ?? '');
  const code = asked || place;
  const asking = useAnswer(() => call('GET /api/region-files/{code}', { path: { code } }), code);
  return (
    <Office title="地方档案" room={asked ? 'none' : 'region'}>
      {!asked && places.length > 1 && <Tabs of={places} chosen={place} onChoose={setPlace} />}
      <Answered asking={asking}>{(file) => <Shown key={file.regionCode} file={file} />}</Answered>
    </Office>
  );
}

function Shown({ file }: { file: RegionFile }) {
  const { regionCode, regionName, level, counts, parts, mayName } = file;
  const [chosen, setChosen] = useState<Measure | undefined>(
    level === 'village' && mayName ? 'all' : undefined,
  );
  const { isBusy, does } = useDeed();
  const { standing, wanted } = halvesOf(counts);
  const choose = mayName ? setChosen : undefined;
  return (
    <>
      <View className="panel">
        <View className="panel-title">{regionName}</View>
        <View className="line-about">
          由档案和需求卡算出，合并和删除的档案不算。
          {mayName ? '点一个数字，看是谁。' : '姓名由村里和区县保管，市里只看人数。'}
        </View>
        <View className="buttons">
          <Button id="print-region" isBusy={isBusy} onTap={() => does(() => download(paperPath(regionCode)))}>
            打印
          </Button>
        </View>
      </View>
      <Figures counts={standing} chosen={chosen} onChoose={choose} />
      <View className="panel-title">想学什么</View>
      <Figures counts={wanted} chosen={chosen} onChoose={choose} />
      {chosen && <Behind key={chosen} code={regionCode} of={chosen} />}
      {parts.length > 0 && (
        <View className="panel">
          <View className="panel-title">{partsTitles[level]}</View>
          {parts.map((part) => (
            <View
              key={part.regionCode}
              id={`part-${part.regionCode}`}
              className="line"
              onClick={() => go(routes.region(part.regionCode))}
              aria-role="link"
            >
              <View className="line-main">
                <View className="line-name">{part.regionName}</View>
                <View className="line-about">{sayPart(part.counts)}</View>
              </View>
              <View className="line-act">打开 ›</View>
            </View>
          ))}
        </View>
      )}
    </>
  );
}

interface FiguresProps {
  readonly counts: readonly Count[];
  readonly chosen: Measure | undefined;
  /** Without it nobody stands behind a number for this reader. */
  readonly onChoose: ((of: Measure) => void) | undefined;
}

function Figures({ counts, chosen, onChoose }: FiguresProps) {
  return (
    <View className="figures">
      {counts.map(({ of, women }) => {
        const opens = onChoose && women > 0 ? { onClick: () => onChoose(of), 'aria-role': 'button' } : {};
        return (
          <View
            key={of}
            id={`count-${of}`}
            className={`figure ${of === chosen ? 'region-chosen' : ''}`}
            {...opens}
          >
            <View className="figure-number">{women}</View>
            <View className="figure-name">{measureNames[of]}</View>
          </View>
        );
      })}
    </View>
  );
}
