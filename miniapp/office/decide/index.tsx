import { Input, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { sayDay } from '../../../server/calendar/days.rules';
import { call } from '../../api/call';
import type { components } from '../../api/schema';
import { useAnswer } from '../../api/use-answer';
import { useDeed } from '../../api/use-deed';
import { Button } from '../../components/button/button';
import { Choice } from '../../components/choice/choice';
import { Office } from '../../components/office/office';
import { Answered, say } from '../../components/page/page';
import { goBack } from '../../routes';
import { drafted, type Run } from '../run/drafting';
import { Progress } from '../run/progress';
import { sayAsked, sayMove, sayPlaced } from './model';
import './index.scss';

type Kind = components['schemas']['TrialDto']['kind'];
type Trial = components['schemas']['TrialView'];

/** A pin, a bar or a waived minimum: first what it would change, then the reason, then it is kept. */
export default function Decide() {
  const { id = '', kind = 'pin', batch = '', woman = '', name = '' } = useRouter().params;
  const asking = useAnswer(() => call('GET /api/assignment-runs/{id}', { path: { id } }), id);
  return (
    <Office title="人工决定" room="none">
      <Answered asking={asking}>
        {(run) => (
          <Decision
            run={run}
            kind={kind as Kind}
            batch={batch}
            womanId={woman || undefined}
            name={decodeURIComponent(name)}
          />
        )}
      </Answered>
    </Office>
  );
}

interface DecisionProps {
  readonly run: Run;
  readonly kind: Kind;
  readonly batch: string;
  readonly womanId: string | undefined;
  readonly name: string;
}

function Decision({ run, kind, batch, womanId, name }: DecisionProps) {
  const [batchId, setBatchId] = useState(batch);
  const [tried, setTried] = useState<Trial>();
  const [reason, setReason] = useState('');
  const [percent, setPercent] = useState<number>();
  const { isBusy, does } = useDeed();
  const path = { id: run.id };
  const body = { kind, batchId, ...(womanId && { womanId }) };
  const chosen = run.batches.find((one) => one.batchId === batchId);
  const tryOut = () =>
    does(async () => setTried(await call('POST /api/assignment-runs/{id}/trials', { path, body })));
  const keep = () =>
    does(async () => {
      const deciding = call('POST /api/assignment-runs/{id}/decisions', {
        path,
        body: { ...body, reason: reason.trim() },
      });
      await drafted(deciding, setPercent);
      say('已记下，名额已重算');
      goBack();
    });
  return (
    <>
      <View className="panel">
        <View className="panel-title">{sayAsked(kind, name, chosen?.title)}</View>
        {batch === '' &&
          run.batches.map(({ batchId: one, title, startsOn, free, placed }) => (
            <Choice
              key={one}
              id={`batch-${one}`}
              name={title}
              about={`${sayDay(startsOn)}开课，${free}个名额，现在给出${placed}个`}
              isChosen={one === batchId}
              onTap={() => {
                setBatchId(one);
                setTried(undefined);
              }}
            />
          ))}
        <View className="buttons">
          <Button id="try" kind="plain" isBusy={isBusy} isOff={!chosen} onTap={tryOut}>
            先看看会影响谁
          </Button>
        </View>
      </View>
      {tried && (
        <View className="panel" id="tried">
          <View className="panel-title">{sayPlaced(tried)}</View>
          {tried.opens.map((title) => (
            <View key={title}>“{title}”可以开班了。</View>
          ))}
          {tried.closes.map((title) => (
            <View key={title}>“{title}”人数不够，开不成了。</View>
          ))}
          {tried.moves.map((move) => (
            <View key={move.womanId} className="line">
              <View className="line-main">
                <View className="line-name">{move.name ?? '外县妇女'}</View>
                <View className="line-about">{move.villageName}</View>
              </View>
              <View className="decide-move">{sayMove(move)}</View>
            </View>
          ))}
          {tried.moved > tried.moves.length && (
            <View className="line-about">另有{tried.moved - tried.moves.length}人有变化。</View>
          )}
          <View className="decide-ask">为什么这样定？会记在名册上。</View>
          <Input
            id="reason"
            className="office-input"
            maxlength={100}
            placeholder="比如：村里评定的困难户，急需学手艺"
            value={reason}
            onInput={({ detail }) => setReason(detail.value)}
          />
          <Progress percent={percent} />
          <View className="buttons">
            <Button kind="plain" onTap={goBack}>
              不改了
            </Button>
            <Button id="keep" isBusy={isBusy} isOff={reason.trim().length < 2} onTap={keep}>
              就这样定
            </Button>
          </View>
        </View>
      )}
    </>
  );
}
