import { View } from '@tarojs/components';
import { call } from '../../api/call';
import { useAnswer } from '../../api/use-answer';
import { useDeed } from '../../api/use-deed';
import { saySlot } from '../../components/batch-card/batch-words';
import { Button } from '../../components/button/button';
import { Office } from '../../components/office/office';
import { Answered, say } from '../../components/page/page';
import { go, routes } from '../../routes';

/** Marks that came after their batch was closed: a second person says whether they count. */
export default function Corrections() {
  const asking = useAnswer(() => call('GET /api/attendance-corrections'));
  const { isBusy, does } = useDeed();
  const decide = (id: string, isConfirmed: boolean) =>
    does(async () => {
      await call('POST /api/attendance-corrections/{id}/decision', { path: { id }, body: { isConfirmed } });
      say(isConfirmed ? '算数了' : '不算数');
      asking.again();
    });
  return (
    <Office title="待确认的补签" room="none">
      <Answered asking={asking} isEmpty={(waiting) => waiting.length === 0} emptySays="没有要您确认的补签。">
        {(waiting) => (
          <>
            <View className="none">班结束以后补的签到，要另一个人看过才算数。</View>
            {waiting.map(({ mark, isOwn, womanName, villageName, title, heldOn, half, sessionId }) => (
              <View key={mark.id} id={`correction-${mark.id}`} className="panel">
                <View className="panel-title">
                  {womanName} → {mark.kindName}
                </View>
                <View className="line-about">{villageName}</View>
                <View className="line-about">
                  {title} · {saySlot({ heldOn, half })}
                </View>
                <View className="line-about">
                  {mark.byName}补的{mark.reason ? `：${mark.reason}` : ''}
                </View>
                <View className="buttons">
                  <Button kind="quiet" onTap={() => go(routes.evidence(sessionId))}>
                    看明细
                  </Button>
                  {isOwn ? (
                    <View className="none">您自己补的，等另一个人确认。</View>
                  ) : (
                    <>
                      <Button
                        id={`refuse-${mark.id}`}
                        kind="plain"
                        isBusy={isBusy}
                        onTap={() => decide(mark.id, false)}
                      >
                        不算
                      </Button>
                      <Button id={`confirm-${mark.id}`} isBusy={isBusy} onTap={() => decide(mark.id, true)}>
                        算数
                      </Button>
                    </>
                  )}
                </View>
              </View>
            ))}
          </>
        )}
      </Answered>
    </Office>
  );
}
