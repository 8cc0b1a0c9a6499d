import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { dayOf, sayDay } from '../../../server/calendar/days.rules';
import { paragraphsOf } from '../../../server/stories/stories.rules';
import { call } from '../../api/call';
import { useDeed } from '../../api/use-deed';
import { Button } from '../../components/button/button';
import { Field } from '../../components/field/field';
import { say } from '../../components/page/page';
import { Photos } from '../../components/photos/photos';
import { go, routes } from '../../routes';
import { sayStand } from '../stories/model';
import { StoryChecks } from './story-checks';
import { sayRecommend, type Story } from './model';

/** The story as the offices read it, what was done with it, and what she may do with it now. */
export function Told({ story, onDone }: { story: Story; onDone: () => void }) {
  const { id, revision, abilities, stage, articleId } = story;
  const [words, setWords] = useState('');
  const { isBusy, does } = useDeed();
  const take = (step: 'recommend' | 'sendBack' | 'hide', says: string) =>
    does(async () => {
      await call('POST /api/stories/{id}/steps', { path: { id }, body: { step, revision, words } });
      setWords('');
      say(says);
      onDone();
    });
  const hide = async () => {
    const { confirm } = await Taro.showModal({
      ...{ title: '收起这个故事', content: '收起后谁也看不到了，确定吗？' },
      ...{ confirmText: '收起', cancelText: '再想想' },
    });
    if (confirm) take('hide', '收起了');
  };
  const speaks = abilities.recommend || abilities.sendBack;
  return (
    <View className="panel" id="told">
      <View className="panel-title">{story.title}</View>
      <View className="line-about" id="stand">
        {sayStand(story).says} · {story.regionName} · {story.byName}写
      </View>
      {!abilities.write && (
        <>
          {paragraphsOf(story.words).map((paragraph, index) => (
            <View key={index} className="story-paragraph">
              {paragraph}
            </View>
          ))}
          <Photos paths={story.photos.map(({ fileId }) => `/api/files/${fileId}?width=960`)} />
        </>
      )}
      <StoryChecks checks={story.checks} onDone={onDone} />
      {story.steps.map((one, index) => (
        <View key={index} className="line-about">
          {sayDay(dayOf(new Date(one.at)))} {one.byName}
          {one.stepName}
          {one.words && `：${one.words}`}
        </View>
      ))}
      {speaks && (
        <Field id="step-words" name="想说的话（退回时要写）" longest={200} value={words} onInput={setWords} />
      )}
      <View className="buttons">
        {stage === 'out' && articleId && (
          <Button id="read-story" kind="plain" onTap={() => go(routes.article(articleId))}>
            看发布的样子
          </Button>
        )}
        {abilities.hide && (
          <Button id="hide-story" kind="quiet" isBusy={isBusy} onTap={() => void hide()}>
            收起
          </Button>
        )}
        {abilities.sendBack && (
          <Button
            id="send-back"
            kind="plain"
            isBusy={isBusy}
            isOff={words.trim() === ''}
            onTap={() => take('sendBack', '退回去了')}
          >
            退回修改
          </Button>
        )}
        {abilities.recommend && (
          <Button id="recommend" isBusy={isBusy} onTap={() => take('recommend', '办好了')}>
            {sayRecommend(stage)}
          </Button>
        )}
      </View>
    </View>
  );
}
