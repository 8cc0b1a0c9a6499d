import { Text, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { sayInstant } from '../../../server/calendar/days.rules';
import { consentWords } from '../../../server/women/women.rules';
import { call, CallFailed, type Answer } from '../../api/call';
import { download } from '../../api/download';
import { useAnswer } from '../../api/use-answer';
import { useDeed } from '../../api/use-deed';
import { Button } from '../../components/button/button';
import { Office } from '../../components/office/office';
import { Answered } from '../../components/page/page';
import { goInstead, routes } from '../../routes';
import { isUnderWay, remarksOn, stageLineOf } from './model';
import { Rows } from './rows';
import './index.scss';

type Import = Answer<'GET /api/imports/{id}'>;

const betweenLooksMs = 1_000;

/** One register: how far it is, what its rows are, and the word that makes files of them. */
export default function ImportPage() {
  const { id = '' } = useRouter().params;
  const seen = useRef<Import>();
  // A look that the line swallowed is followed by the next one all the same: what was seen last is seen anew.
  const ask = async () => {
    const last = seen.current;
    seen.current = await call('GET /api/imports/{id}', { path: { id } }).catch((error: unknown) => {
      if (last && error instanceof CallFailed && error.isOffline) return { ...last };
      throw error;
    });
    return seen.current;
  };
  const asking = useAnswer(ask, id);
  const { data, again } = asking;
  useEffect(() => {
    if (!data || !isUnderWay(data)) return undefined;
    const timer = setTimeout(again, betweenLooksMs);
    return () => clearTimeout(timer);
  }, [data, again]);
  return (
    <Office title="一次导入" room="none">
      <Answered asking={asking}>
        {(one) => (
          <>
            <About one={one} />
            {isUnderWay(one) ? <Progress one={one} /> : <Deeds key={one.stage} one={one} again={again} />}
            {(one.stage === 'ready' || one.stage === 'done' || one.stage === 'failed') && (
              <Rows key={one.stage} one={one} isAsked={one.stage === 'ready'} />
            )}
          </>
        )}
      </Answered>
    </Office>
  );
}

function About({ one }: { one: Import }) {
  const figures = [
    ['新档案', one.newRows],
    ['已有档案', one.sameRows],
    ['可能已有', one.nearRows],
    ['有错', one.wrongRows],
  ] as const;
  return (
    <View className="panel">
      <View className="panel-title import-name">{one.fileName}</View>
      <View className="line-about">
        {one.byName} · {sayInstant(new Date(one.createdAt))} · {one.regionName}
      </View>
      <View id="stage" className="import-stage">
        {stageLineOf(one)}
      </View>
      {one.failure && <View className="import-failure">{one.failure}</View>}
      {one.rowCount > 0 && (
        <View className="import-figures">
          {figures.map(([name, number]) => (
            <View key={name} className="import-figure">
              <View className="figure-number">{number}</View>
              <View className="figure-name">{name}</View>
            </View>
          ))}
        </View>
      )}
      {remarksOn(one).map((remark) => (
        <View key={remark} className="line-about">
          {remark}
        </View>
      ))}
    </View>
  );
}

function Progress({ one: { stage, stageName, share } }: { one: Import }) {
  return (
    <View className="panel" aria-role="progressbar">
      <View className="import-share">
        {stageName}：{share}%
      </View>
      <View className="import-bar">
        <View className="import-bar-done" style={{ width: `${share}%` }} />
      </View>
      <View className="line-about">
        {stage === 'reading' ? '现在什么都还没有写入。' : '可以先办别的，写好了这里会说。'}
      </View>
    </View>
  );
}

function Deeds({ one, again }: { one: Import; again: () => void }) {
  const { id, abilities, newRows, opened } = one;
  // Of one that was not written to its end she has said so already.
  const isAsked = abilities.confirm && one.stage === 'ready';
  const [agrees, setAgrees] = useState(false);
  const { isBusy, does } = useDeed();
  const confirm = () =>
    does(async () => {
      await call('POST /api/imports/{id}/confirmation', {
        ...{ path: { id }, body: { consentWords: consentWords.version, agrees: true } },
      });
      again();
    });
  const drop = () =>
    does(async () => {
      await call('POST /api/imports/{id}/dropping', { path: { id } });
      goInstead(routes.imports());
    });
  const undo = () =>
    does(async () => {
      const content = `这次新建的${opened}份档案会全部删掉，不能恢复。`;
      const { confirm: isSure } = await Taro.showModal({ title: '撤回这次导入？', content });
      if (!isSure) return;
      await call('POST /api/imports/{id}/undoing', { path: { id } });
      again();
    });
  const takeLeftOut = () => does(() => download(`/api/imports/${id}/left-out`));
  return (
    <View className="import-deeds">
      {isAsked && (
        <View
          id="agrees"
          className="panel import-agrees"
          onClick={() => setAgrees(!agrees)}
          aria-role="checkbox"
          aria-checked={agrees}
        >
          <Text className="import-box">{agrees ? '☑' : '☐'}</Text>
          <View>名册上的每一位都在纸上签过同意书：{consentWords.text}</View>
        </View>
      )}
      {isAsked && (
        <Button id="confirm" isBusy={isBusy} isOff={!agrees} onTap={confirm}>
          {newRows > 0 ? `确认，新建${newRows}份档案` : '确认'}
        </Button>
      )}
      {abilities.confirm && !isAsked && (
        <Button id="confirm" isBusy={isBusy} onTap={confirm}>
          再试一次，写完剩下的
        </Button>
      )}
      {abilities.takeLeftOut && (
        <Button id="left-out" kind="plain" onTap={takeLeftOut}>
          下载没有导入的行
        </Button>
      )}
      {abilities.drop && (
        <Button id="drop" kind="quiet" onTap={drop}>
          不导入了
        </Button>
      )}
      {abilities.undo && opened > 0 && (
        <Button id="undo" kind="quiet" isBusy={isBusy} onTap={undo}>
          撤回这次导入
        </Button>
      )}
    </View>
  );
}
