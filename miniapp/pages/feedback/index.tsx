import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { whyNames, whysOf, type Question } from '../../../server/feedback/feedback.rules';
import { call } from '../../api/call';
import { me } from '../../api/session';
import { useAnswer } from '../../api/use-answer';
import { useDeed } from '../../api/use-deed';
import { Button } from '../../components/button/button';
import { Choice } from '../../components/choice/choice';
import { sayDays } from '../../components/feedback/said';
import { Faces, ReasonTiles } from '../../components/feedback/tiles';
import { Answered, Page } from '../../components/page/page';
import { Speak } from '../../components/speak/speak';
import { go, goBack, here, routes } from '../../routes';
import { firstQuestion, opinionBody, type Answers, type Hers } from './model';
import './index.scss';

/** One course of hers: a face for what it was to her, or a picture for why she left. Nothing to type, nothing that must be. */
export default function FeedbackPage() {
  const { id = '' } = useRouter().params;
  const womanId = me()?.womanId ?? undefined;
  return (
    <Page title="说说这门课">
      {womanId ? (
        <Asked womanId={womanId} batchId={id} />
      ) : (
        <View className="feedback-page-none">
          <Button id="sign-in" onTap={() => go(me() ? routes.register(here()) : routes.signIn(here()))}>
            {me() ? '先登记，再说' : '登录后再说'}
          </Button>
        </View>
      )}
    </Page>
  );
}

function Asked({ womanId, batchId }: { womanId: string; batchId: string }) {
  const asking = useAnswer(async () => {
    const hers = await call('GET /api/women/{id}/feedback', { path: { id: womanId } });
    return { hers: hers.find((one) => one.batchId === batchId) };
  }, batchId);
  return (
    <Answered
      asking={asking}
      isEmpty={({ hers }) => hers === undefined || firstQuestion(hers) === undefined}
      emptySays="这个班还没有上完，上完了再来说。"
      emptyAction={<Button onTap={() => go(routes.mine())}>我的课程</Button>}
    >
      {({ hers }) => hers && <Hearing hers={hers} />}
    </Answered>
  );
}

function Hearing({ hers }: { hers: Hers }) {
  const [answers, setAnswers] = useState<Answers>(hers);
  const [question, setQuestion] = useState<Question>(firstQuestion(hers)!);
  const mayChange = question === 'opinion' && hers.questions.includes('leaving');
  return (
    <>
      <View className="feedback-course">{hers.title}</View>
      <View className="feedback-days">{sayDays(hers)}</View>
      {question === 'opinion' ? (
        <Opinion answers={answers} keep={setAnswers} />
      ) : (
        <Leaving answers={answers} keep={setAnswers} />
      )}
      {mayChange && answers.opinion === null && (
        <Button id="did-not-finish" kind="quiet" onTap={() => setQuestion('leaving')}>
          我没上完，说说为什么
        </Button>
      )}
      <View className="feedback-promise">只有妇联知道是谁说的，老师只看到人数。点错了可以再点。</View>
    </>
  );
}

interface QuestionProps {
  readonly answers: Answers;
  readonly keep: (answers: Answers) => void;
}

function Opinion({ answers: { enrolmentId, opinion, why }, keep }: QuestionProps) {
  const { isBusy, does } = useDeed();
  const path = { id: enrolmentId };
  const tell = (body: ReturnType<typeof opinionBody>) =>
    does(() => call('POST /api/enrolments/{id}/opinion', { path, body }).then(keep));
  return (
    <>
      <View className="feedback-question">对您有用吗？</View>
      <Speak id="opinion" says="这门课对您有用吗？很有用，还可以，还是帮不上？点一个脸。" />
      <Faces chosen={opinion} onTap={(face) => tell(opinionBody(face, why))} />
      {opinion && (
        <>
          <View className="feedback-thanks" id="thanks" aria-role="status">
            记下了，谢谢您。
          </View>
          <View className="feedback-why">因为什么？不点也行</View>
          <View className="feedback-whys">
            {whysOf[opinion].map((one) => (
              <Choice
                key={one}
                id={`why-${one}`}
                name={whyNames[one]}
                isChosen={why === one}
                onTap={() => tell({ opinion, why: one })}
              />
            ))}
          </View>
          <Button id="done" isBusy={isBusy} onTap={goBack}>
            好了
          </Button>
        </>
      )}
    </>
  );
}

function Leaving({ answers: { enrolmentId, reason }, keep }: QuestionProps) {
  const { isBusy, does } = useDeed();
  const path = { id: enrolmentId };
  return (
    <>
      <View className="feedback-question">为什么不来了？</View>
      <Speak id="leaving" says="为什么不来了？点一个图。不想说，也可以不说。" />
      <ReasonTiles
        chosen={reason}
        onTap={(chosen) =>
          does(() =>
            call('POST /api/enrolments/{id}/leaving-reason', { path, body: { reason: chosen } }).then(keep),
          )
        }
      />
      {reason && (
        <View className="feedback-thanks" id="thanks" aria-role="status">
          记下了，谢谢您。下次开班好改。
        </View>
      )}
      <View className="feedback-end">
        <Button id="done" kind={reason ? 'main' : 'plain'} isBusy={isBusy} onTap={goBack}>
          {reason ? '好了' : '不说了'}
        </Button>
      </View>
    </>
  );
}
