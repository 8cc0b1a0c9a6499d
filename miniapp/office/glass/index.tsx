import { View } from '@tarojs/components';
import { useState } from 'react';
import { shortestReason } from '../../../server/access/break-glass/break-glass.rules';
import { sayInstant } from '../../../server/calendar/days.rules';
import { call, type Answer } from '../../api/call';
import { isA } from '../../api/session';
import { useAnswer } from '../../api/use-answer';
import { useDeed } from '../../api/use-deed';
import { Button } from '../../components/button/button';
import { Field } from '../../components/field/field';
import { Office } from '../../components/office/office';
import { Answered, say } from '../../components/page/page';
import { RegionPicker } from '../../components/region-picker/region-picker';
import { Tag } from '../../components/tag/tag';
import { go, goInstead, routes } from '../../routes';
import { openedSays } from './model';
import './index.scss';

type Look = Answer<'GET /api/break-glass'>[number];

/** Looking into another county for a reason; and who looked into ours. */
export default function Glass() {
  const asking = useAnswer(() => call('GET /api/break-glass'));
  return (
    <Office title="越区查看" room="glass">
      {isA('county_officer') && <Ask again={asking.again} />}
      <Answered asking={asking}>
        {(looks) => (
          <>
            {isA('county_officer') && (
              <Looks
                title="我申请的"
                none="没有申请过。"
                looks={looks.filter(({ isHers }) => isHers)}
                again={asking.again}
              />
            )}
            <Looks
              title="别处来看的"
              none="没有人越区来看过。"
              looks={looks.filter(({ isHers }) => !isHers)}
              again={asking.again}
            />
          </>
        )}
      </Answered>
    </Office>
  );
}

function Ask({ again }: { again: () => void }) {
  const [regionCode, setRegionCode] = useState('');
  const [reason, setReason] = useState('');
  const { isBusy, does } = useDeed();
  const isLongEnough = [...reason.trim()].length >= shortestReason;
  const ask = () =>
    does(async () => {
      await call('POST /api/break-glass', { body: { regionCode, reason: reason.trim() } });
      say('可以看三小时，只能看不能改');
      setReason('');
      again();
    });
  return (
    <View className="panel glass">
      <View className="panel-title">要看别的区县的档案</View>
      <View className="line-about">
        只能看、不能改，三小时后自动关上。对方区县会看到您是谁、为什么看、看了哪些。
      </View>
      <View className="field-one-name">看哪个区县</View>
      <RegionPicker names={['区县']} onPick={setRegionCode} />
      <View className="glass-gap" />
      <Field
        id="reason"
        name="为什么要看"
        about={`至少${shortestReason}个字，比如：她嫁到了我们县，来核对档案`}
        value={reason}
        longest={180}
        onInput={setReason}
      />
      <View className="buttons">
        <Button id="break" isBusy={isBusy} isOff={regionCode === '' || !isLongEnough} onTap={ask}>
          {regionCode === '' ? '请选区县' : isLongEnough ? '申请查看' : '请写清原因'}
        </Button>
      </View>
    </View>
  );
}

interface LooksProps {
  readonly title: string;
  readonly none: string;
  readonly looks: readonly Look[];
  readonly again: () => void;
}

function Looks({ title, none, looks, again }: LooksProps) {
  const { does } = useDeed();
  const end = (id: string) =>
    does(async () => {
      await call('DELETE /api/break-glass/{id}', { path: { id } });
      say('已关上');
      again();
    });
  return (
    <View className="panel">
      <View className="panel-title">{title}</View>
      {looks.length === 0 && <View className="none">{none}</View>}
      {looks.map((look) => (
        <View key={look.id} className="line" id={`look-${look.id}`}>
          <View className="line-main">
            <View className="line-name">
              {look.isHers ? look.regionName : `${look.offices.join('、')} ${look.name}`}
            </View>
            <View>{look.reason}</View>
            <View className="line-about">
              {!look.isHers && `看${look.regionName}，`}
              {sayInstant(new Date(look.since))} 到 {sayInstant(new Date(look.until))}
            </View>
            <View className="line-about">{openedSays(look.opened)}</View>
          </View>
          <Tag tone={look.isOpen ? 'wait' : 'still'}>{look.isOpen ? '正在看' : '已关上'}</Tag>
          {look.isHers && look.isOpen && (
            <>
              <View className="line-act" onClick={() => goInstead(routes.women())} aria-role="link">
                看名单
              </View>
              <View className="line-act" onClick={() => end(look.id)} aria-role="button">
                现在关上
              </View>
            </>
          )}
          {!look.isHers && isA('county_officer') && (
            <Opened opened={look.opened.flatMap(({ womanId }) => womanId ?? [])} />
          )}
        </View>
      ))}
    </View>
  );
}

/** The first files that were opened; the county may open them itself. */
function Opened({ opened }: { opened: readonly string[] }) {
  return (
    <>
      {[...new Set(opened)].slice(0, 5).map((womanId, place) => (
        <View key={womanId} className="line-act" onClick={() => go(routes.woman(womanId))} aria-role="link">
          档案{place + 1}
        </View>
      ))}
    </>
  );
}
