import { Image, View } from '@tarojs/components';
import Taro, { useRouter, useShareAppMessage } from '@tarojs/taro';
import type { ReactNode } from 'react';
import { dayOf } from '../../../server/calendar/days.rules';
import { call } from '../../api/call';
import { me } from '../../api/session';
import { useAnswer } from '../../api/use-answer';
import { useDeed } from '../../api/use-deed';
import { sayDistance, saySeats, saySignUpUntil, saySlot } from '../../components/batch-card/batch-words';
import { Button } from '../../components/button/button';
import { familyPictures } from '../../components/family-picture/family-picture';
import { Answered, Page } from '../../components/page/page';
import { go, here, routes } from '../../routes';
import { asksOn } from '../feedback/model';
import { RemindHer } from './remind';
import { awaitsNews, shareOf, type Standing, type WholeBatch } from './model';
import './index.scss';

/** One batch: what, when, where, whether it suits her, where she stands, and the one thing she can do. */
export default function Batch() {
  const { id = '' } = useRouter().params;
  const asking = useAnswer(() => load(id), id, 'batch');
  const { isBusy, does } = useDeed();
  useShareAppMessage(() => shareOf(asking.data?.batch));
  const act = (deed: () => Promise<unknown>) => does(() => deed().then(asking.again));
  return (
    <Page title="课程详情" foot={asking.data && <Actions whole={asking.data} isBusy={isBusy} act={act} />}>
      <Answered asking={asking}>{(whole) => <Facts whole={whole} />}</Answered>
    </Page>
  );
}

async function load(id: string): Promise<WholeBatch> {
  const [batch, standing] = await Promise.all([
    call('GET /api/batches/{id}', { path: { id } }),
    me()?.womanId ? call('GET /api/batches/{id}/standing', { path: { id } }) : undefined,
  ]);
  return { batch, standing };
}

function Facts({ whole: { batch, standing } }: { whole: WholeBatch }) {
  return (
    <>
      <View className="batch-head">
        <Image className="batch-picture" src={familyPictures[batch.family]} mode="aspectFit" />
        <View className="batch-title">{batch.title}</View>
        {batch.summary !== '' && <View className="batch-summary">{batch.summary}</View>}
      </View>
      {standing?.sentence && (
        <View
          className={`batch-standing ${standing.state === 'offered' ? 'batch-standing-ask' : ''}`}
          id="standing"
        >
          {standing.sentence}
        </View>
      )}
      <Ask batch={batch} standing={standing} />
      {standing && awaitsNews(standing) && <RemindHer womanId={me()?.womanId ?? ''} />}
      {batch.fit && (
        <View className={`batch-fit ${batch.fit.misfits.length > 0 ? 'batch-fit-not' : ''}`} id="fit">
          {batch.fit.misfits.length === 0 && <View>✓ 时间、路程都适合您。</View>}
          {batch.fit.misfits.length > 0 &&
            batch.aspects?.map(({ misfit, isFit, sentence, remedy }) => (
              <View key={misfit} className="batch-aspect">
                {isFit ? '✓ ' : '✗ '}
                {sentence}
                {remedy && <View className="batch-remedy">{remedy}</View>}
              </View>
            ))}
        </View>
      )}
      {batch.admission === 'assignment' && (
        <View
          className="batch-draws"
          id="draws"
          onClick={() => go(routes.draws(batch.countyCode))}
          aria-role="link"
        >
          名额统一分配，条件一样的抽签。看看怎么抽 ›
        </View>
      )}
      <View className="batch-facts">
        <Fact name="时间">
          {batch.sessions.map((session) => (
            <View key={session.id}>{saySlot(session)}</View>
          ))}
        </Fact>
        <Fact name="地点">
          {batch.venueRegionName} {batch.venueName}
          <View className="batch-small">
            {batch.venueAddress} {sayDistance(batch.fit)}
          </View>
        </Fact>
        <Fact name="教师">{batch.trainerName}</Fact>
        <Fact name="名额">
          {saySeats(batch)}
          <View className="batch-small">满{batch.minimum}人开班</View>
        </Fact>
        {batch.state === 'open' && <Fact name="报名">{saySignUpUntil(batch.signUpUntil)}</Fact>}
        <Fact name="费用">不收费</Fact>
      </View>
      {batch.cancelReason && <View className="batch-fit batch-fit-not">已取消：{batch.cancelReason}</View>}
    </>
  );
}

/** Where she left it, or where it is over: the way to one question. */
function Ask({ batch, standing }: WholeBatch) {
  const asks = asksOn(standing?.state, batch, dayOf(new Date()));
  if (!asks) return null;
  return (
    <View className="batch-draws" id="ask" onClick={() => go(routes.feedback(batch.id))} aria-role="link">
      {asks}
    </View>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <View className="batch-fact">
      <View className="batch-fact-name">{name}</View>
      <View className="batch-fact-says">{children}</View>
    </View>
  );
}

interface ActionsProps {
  readonly whole: WholeBatch;
  readonly isBusy: boolean;
  readonly act: (deed: () => Promise<unknown>) => void;
}

function Actions({ whole: { batch, standing }, isBusy, act }: ActionsProps) {
  const enrolment = { path: { id: standing?.enrolmentId ?? '' } };
  if (!standing) {
    return me() ? (
      <Button id="register" onTap={() => go(routes.register(here()))}>
        先登记，再报名
      </Button>
    ) : (
      <Button id="sign-in" onTap={() => go(routes.signIn(here()))}>
        登录后报名
      </Button>
    );
  }
  const { abilities } = standing;
  /** What she has just given up she may say why, and need not. */
  const leave = (deed: () => Promise<unknown>) => act(() => deed().then(() => go(routes.feedback(batch.id))));
  if (abilities.accept) {
    return (
      <>
        <Button
          id="decline"
          kind="plain"
          isBusy={isBusy}
          onTap={() =>
            void confirmThen('真的不去吗？名额会让给别的姐妹。', () =>
              leave(() => call('POST /api/enrolments/{id}/declining', enrolment)),
            )
          }
        >
          不去
        </Button>
        <Button
          id="accept"
          isBusy={isBusy}
          onTap={() => act(() => call('POST /api/enrolments/{id}/acceptance', enrolment))}
        >
          我要去
        </Button>
      </>
    );
  }
  if (abilities.apply) {
    return (
      <Button
        id="apply"
        isBusy={isBusy}
        onTap={() =>
          act(() => call('POST /api/batches/{id}/enrolments', { path: { id: batch.id }, body: {} }))
        }
      >
        我要报名
      </Button>
    );
  }
  if (abilities.giveUp) {
    const giveUp = () => leave(() => call('POST /api/enrolments/{id}/giving-up', enrolment));
    return (
      <>
        <Button
          id="give-up"
          kind="quiet"
          isBusy={isBusy}
          onTap={() => void confirmThen(leaving(standing), giveUp)}
        >
          退出这个班
        </Button>
        <Button id="mine" onTap={() => go(routes.mine())}>
          我的课程
        </Button>
      </>
    );
  }
  return (
    <Button id="others" kind="plain" onTap={() => go(routes.batches())}>
      看看别的班
    </Button>
  );
}

function leaving({ state }: Standing): string {
  return state === 'waiting' ? '退出后就不再候补了，真的退出吗？' : '真的退出吗？名额会让给别的姐妹。';
}

async function confirmThen(question: string, then: () => void): Promise<void> {
  const { confirm } = await Taro.showModal({
    title: '请想好',
    content: question,
    confirmText: '是的',
    cancelText: '再想想',
  });
  if (confirm) then();
}
