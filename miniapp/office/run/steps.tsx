import { Input, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { dayOf, daysLater, sayDay } from '../../../server/calendar/days.rules';
import { call } from '../../api/call';
import { download } from '../../api/download';
import { useDeed } from '../../api/use-deed';
import { Button } from '../../components/button/button';
import { say } from '../../components/page/page';
import { Tag } from '../../components/tag/tag';
import { go, routes } from '../../routes';
import { drafted, type Run } from './drafting';
import { Progress } from './progress';

/** Where the run stands, and the one next step: draw, compute again, look through, publish. */
export function Steps({ run, again }: { run: Run; again: () => void }) {
  const { isBusy, does } = useDeed();
  const [percent, setPercent] = useState<number>();
  const path = { id: run.id };
  const { regionCode, season, abilities } = run;
  const body = { regionCode, season };
  const redraft = async () => {
    await drafted(call('POST /api/assignment-runs', { body }), setPercent);
    again();
  };
  const draw = (issue: string, number: string) =>
    does(async () => {
      await call('POST /api/lotteries/draws', { body: { ...body, issue, number } });
      await redraft();
    });
  const review = () => does(() => call('POST /api/assignment-runs/{id}/review', { path }).then(again));
  const publish = async () => {
    const { confirm } = await Taro.showModal({
      title: '公布结果',
      content: `${run.placed}位妇女会收到录取通知，公布后不能收回。`,
      confirmText: '公布',
      cancelText: '再看看',
    });
    if (!confirm) return;
    does(async () => {
      await call('POST /api/assignment-runs/{id}/publication', { path });
      say('已公布');
      again();
    });
  };
  return (
    <View className="panel">
      <View className="panel-title">
        {run.regionName} {run.seasonName} <Tag tone={run.publishedAt ? 'good' : 'ask'}>{run.stateName}</Tag>
      </View>
      <View id="summary">
        {run.women}人参加，{run.placed}人有名额，{run.women - run.placed}人这次没有。
      </View>
      <Progress percent={percent} />
      <Lottery run={run} isBusy={isBusy} draw={draw} />
      <View className="buttons">
        {abilities.redraft && (
          <Button id="redraft" kind="plain" isBusy={isBusy} onTap={() => does(redraft)}>
            重新试算
          </Button>
        )}
        {abilities.review && (
          <Button id="review" isBusy={isBusy} onTap={review}>
            核对无误
          </Button>
        )}
        {abilities.publish && (
          <Button id="publish" isBusy={isBusy} onTap={() => void publish()}>
            公布结果
          </Button>
        )}
        {abilities.names && (
          <Button
            id="sheet"
            kind="plain"
            isBusy={isBusy}
            onTap={() => does(() => download(`/api/assignment-runs/${run.id}/sheet`))}
          >
            导出Excel
          </Button>
        )}
        {abilities.names && run.publishedAt && (
          <Button id="board" kind="plain" onTap={() => go(routes.boardList(run.id))}>
            打印公示
          </Button>
        )}
      </View>
      <View className="line-about">
        校验码 {run.inputHash.slice(0, 16)}：同样的资料再算一遍，结果一字不差。
      </View>
    </View>
  );
}

interface LotteryProps {
  readonly run: Run;
  readonly isBusy: boolean;
  readonly draw: (issue: string, number: string) => void;
}

/** The draw that decides among equals: announced, then entered after sign-up has closed. */
function Lottery({ run: { lottery, abilities, drawFrom, stillOpen }, isBusy, draw }: LotteryProps) {
  const [issue, setIssue] = useState('');
  const [number, setNumber] = useState('');
  if (!lottery) return null;
  const { drawSource, drawIssue, drawNumber, commitment, announcedAt } = lottery;
  return (
    <View className="run-lottery" id="lottery">
      {drawNumber !== null ? (
        <View>
          已抽签：{drawSource}，第{drawIssue}期，开奖号{drawNumber}。条件一样的，按抽签号安排。
        </View>
      ) : (
        <View>
          还没抽签。条件一样的人按抽签号安排，抽签号由“{drawSource}”定。
          {drawFrom
            ? `${sayDay(daysLater(dayOf(new Date(drawFrom)), -1))}有班报名截止，之后再来登记开奖号。`
            : '报名截止了，请登记开奖号，登记后不能改。'}
          {!drawFrom && stillOpen > 0 && `还有${stillOpen}个班在报名，留到下一次分配。`}
        </View>
      )}
      {abilities.draw && (
        <View className="run-draw">
          <Input
            id="draw-issue"
            className="office-input"
            type="number"
            maxlength={7}
            placeholder="期号，7位，如2026325"
            value={issue}
            onInput={({ detail }) => setIssue(detail.value)}
          />
          <Input
            id="draw-number"
            className="office-input"
            type="number"
            maxlength={3}
            placeholder="开奖号，3位"
            value={number}
            onInput={({ detail }) => setNumber(detail.value)}
          />
          <Button
            id="draw"
            isBusy={isBusy}
            isOff={!/^20\d{5}$/.test(issue) || !/^\d{3}$/.test(number)}
            onTap={() => draw(issue, number)}
          >
            登记开奖号
          </Button>
        </View>
      )}
      <View className="line-about">
        抽签指纹 {commitment.slice(0, 16)}，{sayDay(dayOf(new Date(announcedAt)))}公布。
      </View>
    </View>
  );
}
