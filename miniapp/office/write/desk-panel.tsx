import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { dayOf } from '../../../server/calendar/days.rules';
import { call } from '../../api/call';
import { useDeed } from '../../api/use-deed';
import { Button } from '../../components/button/button';
import { say } from '../../components/page/page';
import { go, routes } from '../../routes';
import { Picker } from '../../components/picker/picker';
import { sayStand } from './desk-words';
import type { Desk } from './model';

/** Where the article stands, who comes next, and what she may do with it as a whole. */
export function DeskPanel({ desk, onDone }: { desk: Desk; onDone: (id: string) => void }) {
  const { isBusy, does } = useDeed();
  const { id, abilities, nextReview, reviews } = desk;
  const path = { id };
  const act = (says: string, deed: () => Promise<unknown>) =>
    does(async () => {
      await deed();
      say(says);
      onDone(id);
    });
  const publishAt = (day: string) =>
    act('到时候自动发布', () =>
      call('POST /api/articles/{id}/publication', { path, body: { at: `${day}T08:00:00+08:00` } }),
    );
  const withdraw = async () => {
    const { confirm } = await Taro.showModal({
      ...{ title: '撤下文章', content: '撤下后谁也看不到了，确定吗？' },
      ...{ confirmText: '撤下', cancelText: '再想想' },
    });
    if (confirm) act('撤下了', () => call('POST /api/articles/{id}/withdrawal', { path }));
  };
  const tomorrow = dayOf(new Date(Date.now() + 24 * 60 * 60 * 1000));
  return (
    <View className="panel" id="desk">
      <View className="panel-title" id="state">
        {sayStand(desk)}
      </View>
      <View className="line-about">
        {desk.kindName} · 第{desk.revision}稿 · {desk.writerNames.join('、')}写
        {desk.state !== 'draft' && ` · 看过${desk.reads}次`}
      </View>
      {desk.writingNames.length > 0 && (
        <View className="desk-missing" id="writing-too">
          {desk.writingNames.join('、')}也在写这篇，请先说一声。
        </View>
      )}
      {nextReview && (
        <View className={nextReview.names.length === 0 ? 'desk-missing' : 'line-about'} id="next-review">
          {nextReview.names.length === 0
            ? `现在没有人能做这一审：要${nextReview.says}，还不能是作者或审过的人。请先在“工作人员”里任命一位。`
            : `下一步可以由${nextReview.names.join('、')}来审。`}
        </View>
      )}
      {reviews.map((review, index) => (
        <View key={index} className="line">
          <View className="line-main">
            <View className="line-name">
              {review.stageName}
              {review.verdict === 'passed' ? '通过' : '退回'}
            </View>
            <View className="line-about">
              {review.byName}
              {review.words && `：${review.words}`}
            </View>
          </View>
        </View>
      ))}
      <View className="buttons desk-buttons">
        {desk.revision > 1 && (
          <Button id="history" kind="quiet" onTap={() => go(routes.revisions(id))}>
            历史稿
          </Button>
        )}
        {abilities.pin && (
          <Button
            id="pin"
            kind="quiet"
            isBusy={isBusy}
            onTap={() =>
              act(desk.isPinned ? '不置顶了' : '置顶了', () =>
                call('PUT /api/articles/{id}/pin', { path, body: { isPinned: !desk.isPinned } }),
              )
            }
          >
            {desk.isPinned ? '不再置顶' : '置顶'}
          </Button>
        )}
        {abilities.takeBack && (
          <Button
            id="take-back"
            kind="quiet"
            isBusy={isBusy}
            onTap={() => act('撤回来了', () => call('POST /api/articles/{id}/taking-back', { path }))}
          >
            撤回来改
          </Button>
        )}
        {abilities.withdraw && (
          <Button id="withdraw" kind="quiet" isBusy={isBusy} onTap={() => void withdraw()}>
            撤下
          </Button>
        )}
        {abilities.publish && desk.stage !== 'out' && (
          <Picker
            mode="date"
            value={tomorrow}
            start={tomorrow}
            onChange={({ detail }) => publishAt(detail.value)}
          >
            <View id="publish-later" className="desk-later">
              定一天早上八点发
            </View>
          </Picker>
        )}
        {abilities.publish && (
          <Button
            id="publish"
            isBusy={isBusy}
            onTap={() =>
              act('已发布，大家都能看到了', () =>
                call('POST /api/articles/{id}/publication', { path, body: {} }),
              )
            }
          >
            {desk.stage === 'out' ? '重新发布' : '现在发布'}
          </Button>
        )}
      </View>
    </View>
  );
}
