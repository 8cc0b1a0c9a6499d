import { Textarea, View } from '@tarojs/components';
import { useState } from 'react';
import { storyLimits } from '../../../server/stories/stories.rules';
import { call } from '../../api/call';
import { sendFile } from '../../api/send-file';
import { useDeed } from '../../api/use-deed';
import { Button } from '../../components/button/button';
import { Field } from '../../components/field/field';
import { say } from '../../components/page/page';
import { Photos } from '../../components/photos/photos';
import { go, routes } from '../../routes';
import {
  blankStory,
  draftOf,
  hasRoom,
  isChanged,
  maySubmit,
  missingIn,
  type Story,
  type StoryDraft,
} from './model';

interface WritingProps {
  readonly story: Story | undefined;
  readonly womanId: string;
  readonly onDone: (id: string) => void;
}

/** Title, words and photographs; sent in once nothing is missing. */
export function Writing({ story, womanId, onDone }: WritingProps) {
  const [draft, setDraft] = useState<StoryDraft>(story ? draftOf(story) : blankStory);
  const { isBusy, does } = useDeed();
  const change = (part: Partial<StoryDraft>) => setDraft((before) => ({ ...before, ...part }));
  const save = async (now = draft): Promise<Story> => {
    const { title, words, photos } = now;
    const body = { title, words };
    if (!story) return call('POST /api/women/{id}/stories', { path: { id: womanId }, body });
    if (!isChanged(now, story)) return story;
    return call('PUT /api/stories/{id}', {
      path: { id: story.id },
      body: { ...body, photos: [...photos], beganFrom: story.revision },
    });
  };
  const keep = () =>
    does(async () => {
      const { id } = await save();
      say('存好了');
      onDone(id);
    });
  const submit = () =>
    does(async () => {
      const { id, revision } = await save();
      await call('POST /api/stories/{id}/steps', { path: { id }, body: { step: 'submit', revision } });
      say('报上去了，先检查内容');
      onDone(id);
    });
  const addPhoto = () =>
    does(async () => {
      const sent = await sendFile<{ id: string }>(`/api/stories/${story!.id}/photos`, 'picture');
      if (!sent) return;
      const { id } = await save({ ...draft, photos: [...draft.photos, { fileId: sent.answer.id, alt: '' }] });
      onDone(id);
    });
  const missing = missingIn(draft);
  return (
    <View className="panel" id="writing">
      <Field
        id="story-title"
        name="标题"
        longest={storyLimits.title}
        value={draft.title}
        onInput={(title) => change({ title })}
      />
      <View className="story-name">她的故事</View>
      <Textarea
        id="story-words"
        className="story-words"
        value={draft.words}
        maxlength={storyLimits.words}
        autoHeight
        placeholder="写真事：她原来怎样，学了什么，现在怎样"
        onInput={({ detail }) => change({ words: detail.value })}
      />
      {draft.photos.map(({ fileId, alt }, index) => (
        <View key={fileId} className="story-photo">
          <Photos paths={[`/api/files/${fileId}?width=480`]} />
          <Field
            id={`alt-${index}`}
            name="照片上是什么"
            longest={storyLimits.alt}
            value={alt}
            onInput={(words) =>
              change({ photos: draft.photos.map((one, at) => (at === index ? { fileId, alt: words } : one)) })
            }
          />
          <View
            id={`drop-${index}`}
            className="line-act"
            onClick={() => change({ photos: draft.photos.filter((_, at) => at !== index) })}
            aria-role="button"
          >
            不用这张
          </View>
        </View>
      ))}
      {story && !story.abilities.photos && (
        <View className="story-asks">要放照片，先请她同意“故事里用我的照片”。</View>
      )}
      {!story && <View className="story-asks">先存下来，就能放照片、报上去。</View>}
      {missing && <View className="story-asks">{missing}</View>}
      <View className="buttons">
        {story?.abilities.photos && hasRoom(draft) && (
          <Button id="add-photo" kind="plain" isBusy={isBusy} onTap={addPhoto}>
            放照片
          </Button>
        )}
      </View>
      <View className="buttons">
        {womanId !== '' && (
          <Button id="to-consents" kind="quiet" onTap={() => go(routes.profile(womanId))}>
            看她同意的事
          </Button>
        )}
      </View>
      <View className="buttons">
        <Button
          id="story-save"
          kind={story ? 'plain' : 'main'}
          isBusy={isBusy}
          isOff={draft.title.trim() === '' || !isChanged(draft, story)}
          onTap={keep}
        >
          存下来
        </Button>
        {story && (
          <Button id="story-submit" isBusy={isBusy} isOff={!maySubmit(draft, story)} onTap={submit}>
            报给乡镇
          </Button>
        )}
      </View>
    </View>
  );
}
