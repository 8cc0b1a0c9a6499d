import { Input, View } from '@tarojs/components';
import { useState } from 'react';
import { families, familyNames } from '../../../server/needs/families.rules';
import { call } from '../../api/call';
import { useAnswer } from '../../api/use-answer';
import { useDeed } from '../../api/use-deed';
import { Button } from '../../components/button/button';
import { Office } from '../../components/office/office';
import { Answered, say } from '../../components/page/page';
import { useUnsaved } from '../../leaving';
import { KeptTabs } from '../trainers/kept-tabs';
import { entryOf, nextFamily, toggleMonth, usual, type Season } from './model';
import './index.scss';

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

/** When the farms keep the women of the county busy: batches in these months are warned of. */
export default function Seasons() {
  const asking = useAnswer(() => call('GET /api/farm-seasons'));
  return (
    <Office title="农忙月份" room="trainers">
      <KeptTabs chosen="seasons" />
      <Answered asking={asking}>{({ seasons }) => <Form first={seasons} onKept={asking.again} />}</Answered>
    </Office>
  );
}

function Form({ first, onKept }: { first: readonly Season[]; onKept: () => void }) {
  const [seasons, setSeasons] = useState<readonly Season[]>(first);
  const { isBusy, does } = useDeed();
  useUnsaved(!isBusy && JSON.stringify(seasons) !== JSON.stringify(first));
  const { body, missing } = entryOf(seasons);
  const change = (at: number, season: Season) =>
    setSeasons(seasons.map((one, place) => (place === at ? season : one)));
  const offered = [...usual.filter(({ name }) => !seasons.some((one) => one.name === name)), undefined];
  return (
    <View className="panel">
      <View className="line-about">开班遇上这些月份，会提醒一声，不拦着。</View>
      {seasons.map((season, at) => (
        <View key={at} className="season">
          <View className="season-head">
            <Input
              id={`season-${at}`}
              className="office-input season-name"
              aria-label="农忙的名字"
              maxlength={20}
              value={season.name}
              placeholder="名字，比如秋收"
              onInput={({ detail }) => change(at, { ...season, name: detail.value })}
            />
            <View
              id={`whose-${at}`}
              className="line-act"
              aria-role="button"
              onClick={() => change(at, { ...season, family: nextFamily(season.family, families) })}
            >
              {season.family ? `只管想学${familyNames[season.family]}的` : '所有妇女'}
            </View>
            <View
              id={`drop-${at}`}
              className="line-act"
              aria-role="button"
              onClick={() => setSeasons(seasons.filter((_, place) => place !== at))}
            >
              去掉
            </View>
          </View>
          <View className="season-months">
            {months.map((month) => (
              <View
                key={month}
                id={`month-${at}-${month}`}
                className={`season-month ${season.months.includes(month) ? 'season-on' : ''}`}
                aria-role="checkbox"
                aria-checked={season.months.includes(month)}
                onClick={() => change(at, toggleMonth(season, month))}
              >
                {season.months.includes(month) ? '✓' : ''}
                {month}月
              </View>
            ))}
          </View>
        </View>
      ))}
      <View className="season-more">
        {offered.map((one) => (
          <View
            key={one?.name ?? ''}
            id={one ? `add-${one.name}` : 'add-other'}
            className="line-act"
            aria-role="button"
            onClick={() => setSeasons([...seasons, one ?? { name: '', months: [], family: null }])}
          >
            加{one?.name ?? '别的'}
          </View>
        ))}
      </View>
      <View className="buttons">
        <Button
          id="save-seasons"
          isBusy={isBusy}
          isOff={!body || seasons.length > 12}
          onTap={() =>
            does(async () => {
              if (!body) return;
              await call('PUT /api/farm-seasons', { body });
              say('存好了');
              onKept();
            })
          }
        >
          {missing ?? '存好'}
        </Button>
      </View>
    </View>
  );
}
