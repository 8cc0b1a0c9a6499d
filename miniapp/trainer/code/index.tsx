import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { call, type Answer } from '../../api/call';
import { useAnswer } from '../../api/use-answer';
import { Button } from '../../components/button/button';
import { CodePicture } from '../../components/code-picture/code-picture';
import { Answered, Page, say } from '../../components/page/page';
import { sync, tap } from '../../offline/sync';
import { goBack } from '../../routes';
import './index.scss';

type Scanned = Answer<'GET /api/sessions/{id}/code'>['scanned'][number];

const askEveryMs = 4_000;
/** A code that is older than this can no longer be scanned. */
const staleAfterMs = 30_000;

/** The code for the class to scan: it changes by itself, and whoever has scanned it is listed below. */
export default function CodePage() {
  const { id = '' } = useRouter().params;
  const asking = useAnswer(
    async () => ({ ...(await call('GET /api/sessions/{id}/code', { path: { id } })), askedAt: Date.now() }),
    id,
  );
  const [now, setNow] = useState(Date.now());
  const { again } = asking;
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now());
      again();
    }, askEveryMs);
    return () => clearInterval(timer);
  }, [again]);
  const mark = (women: readonly Scanned[]) => {
    for (const { womanId, name } of women) tap({ sessionId: id, womanId, name, kind: 'present' });
    void sync().catch(() => undefined);
    say(`${women.length}人到了`);
    goBack();
  };
  return (
    <Page title="扫码签到">
      <Answered asking={asking}>
        {({ picture, scanned, askedAt }) => (
          <>
            {now - askedAt > staleAfterMs ? (
              <View className="code-stale" id="code-stale">
                没有信号，二维码停了。请直接在名单上点名。
              </View>
            ) : (
              <CodePicture
                id="check-in-code"
                address={picture}
                says="请大家打开“巾帼培训”，点“扫码签到”。码会自己换，截图没有用。"
              />
            )}
            <View className="code-count" id="scanned">
              {scanned.length > 0 ? `${scanned.length}人扫了码` : '还没有人扫码'}
            </View>
            <View className="code-names">{scanned.map(({ name }) => name).join('、')}</View>
            <Button id="mark-scanned" isOff={scanned.length === 0} onTap={() => mark(scanned)}>
              人都在，算到了
            </Button>
          </>
        )}
      </Answered>
    </Page>
  );
}
