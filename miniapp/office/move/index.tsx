import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { dayOf } from '../../../server/calendar/days.rules';
import { slotKey, type Slot } from '../../../server/courses/batches.rules';
import { warningsOf, type FarmSeason } from '../../../server/courses/calendar/warnings.rules';
import { call, CallFailed } from '../../api/call';
import { useAnswer } from '../../api/use-answer';
import { useDeed } from '../../api/use-deed';
import { saySlot } from '../../components/batch-card/batch-words';
import { Button } from '../../components/button/button';
import { MonthGrid } from '../../components/month-grid/month-grid';
import { Office } from '../../components/office/office';
import { Answered, say } from '../../components/page/page';
import type { components } from '../../api/schema';
import { goBack } from '../../routes';
import { VenuePicker } from '../../components/venue-picker/venue-picker';
import '../open-batch/index.scss';

type Schemas = components['schemas'];

interface Facts {
  readonly file: Schemas['BatchPlanView'];
  readonly planning: Schemas['PlanningView'];
  readonly seasons: readonly FarmSeason[];
}

/** Holds one session at another time, or the whole batch at another place; everyone who signed up is told. */
export default function Move() {
  const { id = '', session = '' } = useRouter().params;
  const asking = useAnswer(async (): Promise<Facts> => {
    const [file, planning, { seasons }] = await Promise.all([
      call('GET /api/batch-plans/{id}', { path: { id } }),
      call('GET /api/planning'),
      call('GET /api/farm-seasons'),
    ]);
    return { file, planning, seasons };
  }, id);
  return (
    <Office title="改上课时间" room="none">
      <Answered
        asking={asking}
        isEmpty={({ file }) => !file.mayMove || !file.batch.sessions.some((one) => one.id === session)}
        emptySays="这节课不能再改时间了。"
      >
        {(facts) => <Form facts={facts} sessionId={session} />}
      </Answered>
    </Office>
  );
}

function Form({ facts: { file, planning, seasons }, sessionId }: { facts: Facts; sessionId: string }) {
  const { batch, trainerId, venueId } = file;
  const from = batch.sessions.find(({ id }) => id === sessionId)!;
  const [to, setTo] = useState<Slot>({ heldOn: from.heldOn, half: from.half });
  const [placeId, setPlaceId] = useState(venueId);
  const { isBusy, does, refused } = useDeed();
  const { data: busy = [] } = useAnswer(
    () => call('GET /api/planning/busy', { query: { trainerId, venueId: placeId, except: batch.id } }),
    placeId,
  );
  const own = batch.sessions.filter(({ id }) => id !== sessionId);
  const movesPlace = placeId !== venueId;
  const isSame = slotKey(from) === slotKey(to) && !movesPlace;
  const warnings = isSame ? [] : warningsOf([to.heldOn], batch.family, seasons);
  const send = (isDespiteClashes: boolean) =>
    call('PUT /api/sessions/{id}/slot', {
      path: { id: sessionId },
      body: { ...to, ...(movesPlace && { venueId: placeId }), isDespiteClashes },
    });
  const move = () =>
    does(async () => {
      const told = await send(false).catch(async (error: unknown) => {
        if (!(error instanceof CallFailed) || error.code !== 'batch.womenBusy') throw error;
        const asked = { title: '有人来不了', content: error.sentence, confirmText: '还是要改' };
        return (await Taro.showModal(asked)).confirm ? send(true) : undefined;
      });
      if (!told) return;
      say(told.told > 0 ? `改好了，告诉了${told.told}位妇女` : '改好了');
      goBack();
    });
  return (
    <View className="panel">
      <View className="panel-title">{batch.title}</View>
      <View className="line-about">原来是{saySlot(from)}。改了，报了名的都会收到通知。</View>
      <MonthGrid
        today={dayOf(new Date())}
        month={to.heldOn.slice(0, 7)}
        chosen={[to]}
        busy={[...busy, ...own]}
        onTap={setTo}
      />
      <VenuePicker
        id="venue"
        className="office-input"
        venues={planning.venues}
        chosenId={placeId}
        without="地点不变"
        note={movesPlace ? '（整个班都换到这里）' : ''}
        onChoose={setPlaceId}
      />
      {warnings.map((warning) => (
        <View key={warning} className="plan-warning" aria-role="status">
          {warning}
        </View>
      ))}
      {refused && (
        <View id="refused" className="plan-warning" aria-role="alert">
          {refused}
        </View>
      )}
      <View className="buttons">
        <Button id="move" isBusy={isBusy} isOff={isSame} onTap={move}>
          {isSame ? '请点新的半天，或换地点' : `改到${saySlot(to)}`}
        </Button>
      </View>
    </View>
  );
}
