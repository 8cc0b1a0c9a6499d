import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { call } from '../../api/call';
import { useAnswer } from '../../api/use-answer';
import { useDeed } from '../../api/use-deed';
import { Button } from '../../components/button/button';
import { Answered, say } from '../../components/page/page';
import { Tag } from '../../components/tag/tag';
import { go, routes } from '../../routes';
import { sayCandidate, sayUnsuited, type Candidate, type CandidatesFile } from './model';

interface CandidatesProps {
  readonly batchId: string;
  /** Somebody was signed up: the batch is another by now. */
  readonly onSignedUp: () => void;
}

/** Women who want to learn it and have not signed up: told all at once, or signed up one by one after a talk. */
export function Candidates({ batchId, onSignedUp }: CandidatesProps) {
  const asking = useAnswer(
    () => call('GET /api/batches/{id}/candidates', { path: { id: batchId } }),
    batchId,
  );
  const signedUp = () => {
    asking.again();
    onSignedUp();
  };
  return (
    <View className="panel" id="candidates">
      <Answered asking={asking}>
        {(file) => <List batchId={batchId} file={file} again={asking.again} onSignedUp={signedUp} />}
      </Answered>
    </View>
  );
}

interface ListProps extends CandidatesProps {
  readonly file: CandidatesFile;
  readonly again: () => void;
}

function List({ batchId, file, again, onSignedUp }: ListProps) {
  const { women, suited, untold, unsuited, mayTell } = file;
  const { isBusy, does } = useDeed();
  const tell = () =>
    does(async () => {
      const { told } = await call('POST /api/batches/{id}/announcement', { path: { id: batchId } });
      say(told > 0 ? `告诉了${told}位妇女` : '她们都知道了');
      again();
    });
  const signUp = ({ womanId, name }: Candidate) =>
    does(async () => {
      const asked = { title: '替她报名', content: `问过${name}了吗？`, confirmText: '问过了' };
      if (!(await Taro.showModal(asked)).confirm) return;
      const standing = await call('POST /api/batches/{id}/enrolments', {
        ...{ path: { id: batchId }, body: { womanId } },
      });
      say(`${name}：${standing.stateName}`);
      onSignedUp();
    });
  return (
    <>
      <View className="panel-title">想学又合适、还没报名的：{suited}位</View>
      {unsuited.length > 0 && <View className="line-about">{sayUnsuited(unsuited)}</View>}
      {suited === 0 && <View className="none">没有了。</View>}
      {mayTell && untold > 0 && (
        <View className="buttons">
          <Button id="tell" isBusy={isBusy} onTap={tell}>
            告诉她们开班了（{untold}位）
          </Button>
        </View>
      )}
      {women.map((woman) => (
        <View
          key={woman.womanId}
          id={`candidate-${woman.womanId}`}
          className="line"
          onClick={() => go(routes.woman(woman.womanId))}
          aria-role="link"
        >
          <View className="line-main">
            <View className="line-name">
              {woman.name}
              {woman.isRegisteredPoor ? '（建档立卡）' : ''}
            </View>
            <View className="line-about">{sayCandidate(woman)}</View>
          </View>
          {woman.wasTold && <Tag tone="still">告诉过了</Tag>}
          {mayTell && (
            <View
              id={`sign-up-${woman.womanId}`}
              className="line-act"
              aria-role="button"
              onClick={(event) => {
                event.stopPropagation();
                signUp(woman);
              }}
            >
              替她报名
            </View>
          )}
        </View>
      ))}
      {suited > women.length && <View className="line-about">这里先列{women.length}位。</View>}
    </>
  );
}
