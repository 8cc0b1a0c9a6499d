import { View } from '@tarojs/components';
import { useState } from 'react';
import { dayOf } from '../../../server/calendar/days.rules';
import { call } from '../../api/call';
import { isA } from '../../api/session';
import { useAnswer } from '../../api/use-answer';
import { useDeed } from '../../api/use-deed';
import { Button } from '../../components/button/button';
import { Field } from '../../components/field/field';
import { Answered, say } from '../../components/page/page';
import { sayCount, targetOf } from './model';

/** Each area with what was aimed at, what came out and what is on its way; in the order of their codes. */
export function Counts() {
  const year = Number(dayOf(new Date()).slice(0, 4));
  const [open, setOpen] = useState<string>();
  const asking = useAnswer(() => call('GET /api/story-counts', { query: { year } }));
  const maySet = isA('county_officer') || isA('city_officer');
  return (
    <View className="panel" id="counts">
      <View className="panel-title">{year}年</View>
      <Answered asking={asking}>
        {(counts) =>
          counts.map((count) => (
            <View key={count.regionCode} id={`count-${count.regionCode}`}>
              <View className="line">
                <View className="line-main">
                  <View className="line-name">{count.regionName}</View>
                  <View className="line-about">{sayCount(count)}</View>
                  {count.source && <View className="line-about">依据：{count.source}</View>}
                </View>
                {maySet && (
                  <View
                    id={`aim-${count.regionCode}`}
                    className="line-act"
                    onClick={() => setOpen(open === count.regionCode ? undefined : count.regionCode)}
                    aria-role="button"
                  >
                    {count.target === null ? '定目标' : '改目标'}
                  </View>
                )}
              </View>
              {open === count.regionCode && (
                <Target
                  regionCode={count.regionCode}
                  year={year}
                  onDone={() => {
                    setOpen(undefined);
                    asking.again();
                  }}
                />
              )}
            </View>
          ))
        }
      </Answered>
    </View>
  );
}

function Target({ regionCode, year, onDone }: { regionCode: string; year: number; onDone: () => void }) {
  const [typed, setTyped] = useState({ stories: '', source: '' });
  const { isBusy, does } = useDeed();
  const target = targetOf(typed, regionCode, year);
  const send = () =>
    does(async () => {
      await call('PUT /api/story-targets', { body: target! });
      say('目标定好了');
      onDone();
    });
  return (
    <View>
      <Field
        id="target-stories"
        name="今年要发布几个"
        type="number"
        longest={5}
        value={typed.stories}
        onInput={(stories) => setTyped((before) => ({ ...before, stories }))}
      />
      <Field
        id="target-source"
        name="依据哪份文件"
        longest={60}
        value={typed.source}
        onInput={(source) => setTyped((before) => ({ ...before, source }))}
      />
      <View className="buttons">
        <Button id="target-send" isBusy={isBusy} isOff={!target} onTap={send}>
          定好
        </Button>
      </View>
    </View>
  );
}
