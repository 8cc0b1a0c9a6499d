import { Image, View } from '@tarojs/components';
import { useState } from 'react';
import { articleLimits } from '../../../server/articles/articles.rules';
import { call } from '../../api/call';
import { sendFile } from '../../api/send-file';
import { isA } from '../../api/session';
import { useAnswer } from '../../api/use-answer';
import { useDeed } from '../../api/use-deed';
import { pictureUrl } from '../../components/article-card/picture-url';
import { Choice } from '../../components/choice/choice';
import { RegionPicker } from '../../components/region-picker/region-picker';
import { askOrKept } from '../../offline/kept';
import type { ArticleDraft } from './model';

interface ReachProps {
  readonly article: ArticleDraft;
  readonly onChange: (part: Partial<ArticleDraft>) => void;
}

/** Whom it concerns, where it leads, a cover of its own, a voice that reads it. */
export function Reach({ article, onChange }: ReachProps) {
  const { does } = useDeed();
  const { areas, coverFileId, audioFileId } = article;
  const { data: counties } = useAnswer(() =>
    askOrKept('regions-2301', () => call('GET /api/regions', { query: { parent: '2301' } })),
  );
  const [picking, setPicking] = useState(0);
  const nameOf = (code: string) => counties?.data.find((one) => one.code === code)?.name ?? code;
  const send = (what: 'pictures' | 'recordings', field: 'coverFileId' | 'audioFileId') =>
    does(async () => {
      const choice = what === 'pictures' ? 'picture' : ['mp3', 'm4a'];
      const sent = await sendFile<{ id: string }>(`/api/files/${what}`, choice);
      if (sent) onChange({ [field]: sent.answer.id });
    });
  const act = (id: string, says: string, does: () => void) => (
    <View id={id} className="line-act write-act" onClick={does} aria-role="button">
      {says}
    </View>
  );
  return (
    <View className="write-block" id="reach">
      <View className="write-kind">
        <View className="write-kind-name">给哪些地方看（不选就是本地）</View>
      </View>
      {areas.map((code) => (
        <View key={code} className="line">
          <View className="line-main">{nameOf(code)}</View>
          {act(`area-${code}`, '去掉', () => onChange({ areas: areas.filter((one) => one !== code) }))}
        </View>
      ))}
      {areas.length < articleLimits.areas && (
        <RegionPicker
          key={picking}
          names={['区县']}
          onPick={(code) => {
            if (code === '') return;
            onChange({ areas: [...new Set([...areas, code])] });
            setPicking(picking + 1);
          }}
        />
      )}
      {isA('county_officer') || isA('city_officer') ? (
        <Courses article={article} onChange={onChange} />
      ) : null}
      <View className="write-kind">
        <View className="write-kind-name">自己的封面</View>
        {act('cover-own', coverFileId ? '换一张' : '传一张', () => send('pictures', 'coverFileId'))}
        {coverFileId && act('cover-drop', '不用了', () => onChange({ coverFileId: '' }))}
      </View>
      {coverFileId && <Image className="write-shown" src={pictureUrl(coverFileId, 480)} mode="widthFix" />}
      <View className="write-kind">
        <View className="write-kind-name">{audioFileId ? '有人念的录音' : '还没有录音'}</View>
        {act('audio-own', audioFileId ? '换一段' : '传录音', () => send('recordings', 'audioFileId'))}
        {audioFileId && act('audio-drop', '不用了', () => onChange({ audioFileId: '' }))}
      </View>
    </View>
  );
}

/** The courses that it leads to. */
function Courses({ article: { courseIds }, onChange }: ReachProps) {
  const { data } = useAnswer(() => call('GET /api/planning'));
  const turn = (id: string) =>
    onChange({
      courseIds: courseIds.includes(id) ? courseIds.filter((one) => one !== id) : [...courseIds, id],
    });
  return (
    <>
      <View className="write-kind">
        <View className="write-kind-name">引到哪门课</View>
      </View>
      {data?.courses
        .filter(({ id }) => courseIds.includes(id) || courseIds.length < articleLimits.courses)
        .map(({ id, title }) => (
          <Choice
            key={id}
            id={`course-${id}`}
            name={title}
            shape="small"
            isChosen={courseIds.includes(id)}
            onTap={() => turn(id)}
          />
        ))}
    </>
  );
}
