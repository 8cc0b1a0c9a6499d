import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { standingNames } from '../../../server/attendance/attendance.rules';
import { sayInstant } from '../../../server/calendar/days.rules';
import { call } from '../../api/call';
import { useAnswer } from '../../api/use-answer';
import { saySlot } from '../../components/batch-card/batch-words';
import { Button } from '../../components/button/button';
import { Office } from '../../components/office/office';
import { Answered } from '../../components/page/page';
import { Photos } from '../../components/photos/photos';
import { Tag } from '../../components/tag/tag';
import { go, routes } from '../../routes';
import { sayMark } from './model';

/** What the numbers of one half day rest on: each mark with who made it, when and why, and the signed sheets. */
export default function Evidence() {
  const { id = '' } = useRouter().params;
  const asking = useAnswer(() => call('GET /api/sessions/{id}/evidence', { path: { id } }), id);
  return (
    <Office title="签到明细" room="none">
      <Answered asking={asking}>
        {(evidence) => (
          <>
            <View className="panel">
              <View className="panel-title">{evidence.title}</View>
              <View className="line-about">{saySlot(evidence)}</View>
              {evidence.photoIds.length === 0 ? (
                <View className="none">没有签到表的照片。</View>
              ) : (
                <Photos paths={evidence.photoIds.map((id) => `/api/sheet-photos/${id}`)} />
              )}
              <View className="buttons">
                <Button id="paper" kind="plain" onTap={() => go(routes.sheets(id))}>
                  打印或录入签到表
                </Button>
              </View>
            </View>
            <View className="panel" id="evidence">
              <View className="panel-title">每个人的记录</View>
              {evidence.women.length === 0 && <View className="none">名单上还没有人。</View>}
              {evidence.women.map((woman) => (
                <View key={woman.womanId} id={`evidence-${woman.womanId}`} className="line">
                  <View className="line-main">
                    <View className="line-name">
                      {woman.name}
                      {woman.isGuest ? '（旁听）' : ''}
                    </View>
                    <View className="line-about">{woman.villageName}</View>
                    {woman.marks.map((mark) => (
                      <View key={mark.id} className="line-about">
                        {sayInstant(new Date(mark.madeAt))} {mark.byName} {sayMark(mark)}
                      </View>
                    ))}
                  </View>
                  <Tag tone={woman.standing === 'present' || woman.standing === 'late' ? 'good' : 'wait'}>
                    {woman.standing ? standingNames[woman.standing] : '没记'}
                  </Tag>
                </View>
              ))}
            </View>
          </>
        )}
      </Answered>
    </Office>
  );
}
