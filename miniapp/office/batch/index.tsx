import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { dayOf } from '../../../server/calendar/days.rules';
import { call } from '../../api/call';
import { isA } from '../../api/session';
import { download } from '../../api/download';
import { useAnswer } from '../../api/use-answer';
import { useDeed } from '../../api/use-deed';
import { sayDates, saySlot, stateTones } from '../../components/batch-card/batch-words';
import { Button } from '../../components/button/button';
import { Office } from '../../components/office/office';
import { Answered } from '../../components/page/page';
import { Tag } from '../../components/tag/tag';
import { Cancel } from './cancel';
import { Candidates } from './candidates';
import { Feedback } from './feedback';
import { toneOf } from '../../pages/mine/model';
import { go, routes } from '../../routes';
import {
  byState,
  isIn,
  mayResize,
  reasons,
  sayAttendance,
  sayCounts,
  saySteps,
  seatsAfter,
  stepsOf,
  type BatchFile,
} from './model';

/** One batch for its county: who is in, who waits, who came. */
export default function OfficeBatch() {
  const { id = '' } = useRouter().params;
  const asking = useAnswer(() => load(id), id);
  return (
    <Office title="班次详情" room="none">
      <Answered asking={asking}>{(file) => <File file={file} again={asking.again} />}</Answered>
    </Office>
  );
}

async function load(id: string): Promise<BatchFile> {
  const path = { id };
  const [batch, women, attendance, feedback, plan] = await Promise.all([
    call('GET /api/batches/{id}', { path }),
    call('GET /api/batches/{id}/enrolments', { path }),
    call('GET /api/batches/{id}/attendance', { path }),
    call('GET /api/batches/{id}/feedback/women', { path }),
    isA('county_officer') ? call('GET /api/batch-plans/{id}', { path }) : undefined,
  ]);
  const may = { move: plan?.mayMove ?? false, cancel: plan?.mayCancel ?? false };
  return { batch, women, attendance, feedback, may };
}

interface FileProps {
  readonly file: BatchFile;
  readonly again: () => void;
}

function File({ file: { batch, women, attendance, feedback, may }, again }: FileProps) {
  const { isBusy, does } = useDeed();
  const act = (deed: () => Promise<unknown>) => void does(() => deed().then(again));
  const resize = (steps: readonly number[]) =>
    choose(saySteps(steps), (place) =>
      act(() =>
        call('PUT /api/batches/{id}/capacity', {
          path: { id: batch.id },
          body: { capacity: seatsAfter(batch, steps[place]!), seen: batch.capacity },
        }),
      ),
    );
  const remove = (enrolmentId: string) =>
    choose(reasons, (place) =>
      act(() =>
        call('POST /api/enrolments/{id}/removal', {
          path: { id: enrolmentId },
          body: { reason: reasons[place]! },
        }),
      ),
    );
  const attended = new Map(attendance.women.map((one) => [one.womanId, one]));
  return (
    <>
      <View className="panel">
        <View className="panel-title">{batch.title}</View>
        <Tag tone={stateTones[batch.state]}>{batch.stateName}</Tag>
        <View className="line-about">{sayDates(batch)}</View>
        <View className="line-about">
          {batch.venueRegionName} {batch.venueName} · {batch.trainerName}
        </View>
        <View className="line-about">
          已有{batch.taken}人，名额{batch.capacity}，满{batch.minimum}人开班
        </View>
        {batch.taken > batch.capacity && (
          <View className="line-about">人数比名额多，谁也不用退出；有人退出时，不再补人。</View>
        )}
        {mayResize(batch) && (
          <View className="buttons">
            <Button id="resize" kind="plain" isBusy={isBusy} onTap={() => void resize(stepsOf(batch))}>
              改名额
            </Button>
          </View>
        )}
        {batch.cancelReason && <View className="line-about">取消原因：{batch.cancelReason}</View>}
      </View>

      <View className="panel" id="enrolled">
        <View className="panel-title">报名的妇女</View>
        {women.length === 0 && <View className="none">还没有人报名。</View>}
        {byState(women).map((woman) => (
          <View
            key={woman.enrolmentId}
            id={`enrolled-${woman.womanId}`}
            className="line"
            onClick={() => go(routes.woman(woman.womanId))}
            aria-role="link"
          >
            <View className="line-main">
              <View className="line-name">
                {woman.name}
                {woman.isRegisteredPoor ? '（建档立卡）' : ''}
              </View>
              <View className="line-about">
                {woman.villageName} {woman.phone ?? '没有手机'}
              </View>
            </View>
            <View className="line-about">{sayAttendance(attended.get(woman.womanId))}</View>
            <Tag tone={toneOf(woman.state)}>{woman.stateName}</Tag>
            {isIn(woman.state) && (
              <View
                id={`remove-${woman.womanId}`}
                className="line-act"
                aria-role="button"
                onClick={(event) => {
                  event.stopPropagation();
                  void remove(woman.enrolmentId);
                }}
              >
                移出
              </View>
            )}
          </View>
        ))}
      </View>

      {batch.state === 'open' && <Candidates batchId={batch.id} onSignedUp={again} />}

      <View className="panel" id="attendance">
        <View className="panel-title">签到</View>
        {attendance.sessions.map((session) => (
          <View
            key={session.sessionId}
            id={`session-${session.sessionId}`}
            className="line"
            onClick={() => go(routes.evidence(session.sessionId))}
            aria-role="link"
          >
            <View className="line-main">
              <View>{saySlot(session)}</View>
              <View className="line-about">{sayCounts(session)}</View>
            </View>
            <View className="line-act">看依据 ›</View>
            {may.move && session.heldOn >= dayOf(new Date()) && (
              <View
                id={`move-${session.sessionId}`}
                className="line-act"
                aria-role="link"
                onClick={(event) => {
                  event.stopPropagation();
                  go(routes.move(batch.id, session.sessionId));
                }}
              >
                改时间
              </View>
            )}
          </View>
        ))}
        <View className="buttons">
          {women.length > 0 && (
            <Button
              id="cards"
              kind="plain"
              isBusy={isBusy}
              onTap={() => does(() => download(`/api/batches/${batch.id}/cards`))}
            >
              打印签到卡
            </Button>
          )}
          {batch.state === 'finished' && (
            <Button
              id="certificates"
              kind="plain"
              isBusy={isBusy}
              onTap={() => does(() => download(`/api/batches/${batch.id}/certificates`))}
            >
              打印结业证书
            </Button>
          )}
        </View>
      </View>

      <Feedback batch={batch} women={feedback} />

      {batch.admission === 'assignment' && (
        <View className="buttons">
          <Button kind="plain" onTap={() => go(routes.runs())}>
            去分配名额
          </Button>
        </View>
      )}
      {may.cancel && <Cancel batchId={batch.id} onCancelled={again} />}
    </>
  );
}

/** A list to choose from; closing it chooses nothing. */
async function choose(itemList: readonly string[], then: (place: number) => void): Promise<void> {
  const chosen = await Taro.showActionSheet({ itemList: [...itemList] }).catch(() => undefined);
  if (chosen) then(chosen.tapIndex);
}
