import { Input, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { sayInstant } from '../../../server/calendar/days.rules';
import { hiddenStates } from '../../../server/courses/batches.rules';
import { call } from '../../api/call';
import { isA } from '../../api/session';
import { useAnswer } from '../../api/use-answer';
import { useDeed } from '../../api/use-deed';
import { sayDates, saySignUpUntil, saySlot, stateTones } from '../../components/batch-card/batch-words';
import { Button } from '../../components/button/button';
import { Office } from '../../components/office/office';
import { Answered, say } from '../../components/page/page';
import { Tag } from '../../components/tag/tag';
import { go, goInstead, routes } from '../../routes';
import { Candidates } from '../batch/candidates';
import { PastWarnings } from '../open-batch/past-warnings';
import { sayChange, sayFacts, type PlanFile, type Step } from './model';
import '../open-batch/index.scss';
import './index.scss';

/** A batch on its way to its first day: what is planned, what speaks against it, and what the reader may do now. */
export default function PlanPage() {
  const { id = '' } = useRouter().params;
  const asking = useAnswer(() => call('GET /api/batch-plans/{id}', { path: { id } }), id);
  return (
    <Office title="班次计划" room="none">
      <Answered asking={asking}>{(file) => <File file={file} again={asking.again} />}</Answered>
    </Office>
  );
}

function File({ file, again }: { file: PlanFile; again: () => void }) {
  const { batch, warnings, changes, mayChange, mayMove } = file;
  const mayStillBeMoved = mayChange || mayMove || hiddenStates.includes(batch.state);
  return (
    <>
      <View className="panel">
        <View className="panel-title">{batch.title}</View>
        <Tag tone={stateTones[batch.state]}>{batch.stateName}</Tag>
        <View className="line-about">
          {batch.countyName} · {sayDates(batch)} · {saySignUpUntil(batch.signUpUntil)}
        </View>
        {sayFacts(file).map((line) => (
          <View key={line} className="line-about">
            {line}
          </View>
        ))}
        {warnings.map((warning) => (
          <View key={warning} className="plan-warning" aria-role="status">
            {warning}
          </View>
        ))}
        {mayStillBeMoved && (
          <PastWarnings
            family={batch.family}
            region={batch.venueRegionCode}
            days={batch.sessions.map(({ heldOn }) => heldOn)}
          />
        )}
        <Steps file={file} again={again} />
        {mayChange && (
          <View className="buttons">
            <Button id="change" kind="plain" onTap={() => go(routes.changePlan(batch.id))}>
              改计划
            </Button>
          </View>
        )}
        {!hiddenStates.includes(batch.state) && (
          <View className="buttons">
            <Button id="to-batch" kind="plain" onTap={() => go(routes.officeBatch(batch.id))}>
              看报名的妇女
            </Button>
          </View>
        )}
      </View>
      <View className="panel">
        <View className="panel-title">课次</View>
        {batch.sessions.map((session) => (
          <View key={session.id} className="line">
            {saySlot(session)}
          </View>
        ))}
      </View>
      {hiddenStates.includes(batch.state) && isA('county_officer') && (
        <Candidates batchId={batch.id} onSignedUp={again} />
      )}
      <View className="panel">
        <View className="panel-title">经过</View>
        {changes.map((change) => (
          <View key={change.at + change.toState} className="line">
            <View className="line-main">{sayChange(change)}</View>
            <View className="line-about">{sayInstant(new Date(change.at))}</View>
          </View>
        ))}
      </View>
    </>
  );
}

const done: Readonly<Record<Step, string>> = {
  submit: '报上去了',
  approve: '批准了',
  sendBack: '退回了',
  open: '开班了，开始报名',
  close: '报名截止了',
};

function Steps({ file: { batch, steps }, again }: { file: PlanFile; again: () => void }) {
  const { isBusy, does } = useDeed();
  const [reason, setReason] = useState('');
  const take = (step: Step) =>
    does(async () => {
      const body = { step, ...(step === 'sendBack' ? { reason: reason.trim() } : {}) };
      await call('POST /api/batch-plans/{id}/steps', { path: { id: batch.id }, body });
      say(done[step]);
      // Once it is open, what comes next is to tell the women.
      if (step === 'open') goInstead(routes.officeBatch(batch.id));
      else again();
    });
  const maySendBack = steps.some(({ step }) => step === 'sendBack');
  return (
    <>
      {maySendBack && (
        <Input
          id="send-back-reason"
          className="office-input plan-reason"
          aria-label="退回的原因"
          value={reason}
          maxlength={100}
          placeholder="要退回就写原因，区县看得到"
          onInput={({ detail }) => setReason(detail.value)}
        />
      )}
      <View className="buttons plan-steps">
        {steps.map(({ step, name }) => (
          <Button
            key={step}
            id={`step-${step}`}
            kind={step === 'sendBack' || step === 'close' ? 'plain' : 'main'}
            isBusy={isBusy}
            isOff={step === 'sendBack' && reason.trim() === ''}
            onTap={() => take(step)}
          >
            {name}
          </Button>
        ))}
      </View>
    </>
  );
}
