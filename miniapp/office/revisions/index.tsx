import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { dayOf, sayDay } from '../../../server/calendar/days.rules';
import { call } from '../../api/call';
import type { components } from '../../api/schema';
import { useAnswer } from '../../api/use-answer';
import { Office } from '../../components/office/office';
import { Answered } from '../../components/page/page';
import { Tag } from '../../components/tag/tag';
import './index.scss';

type Schemas = components['schemas'];

const changes = { same: '', added: '新加的', removed: '去掉的', changed: '改过的' } as const;

/** Every revision that is kept, and what one changed of the one before it. */
export default function Revisions() {
  const { id = '' } = useRouter().params;
  const [to, setTo] = useState<number>();
  const asking = useAnswer(() => call('GET /api/drafts/{id}/revisions', { path: { id } }), id);
  return (
    <Office title="历史稿" room="none">
      <Answered asking={asking}>
        {(revisions) => (
          <>
            <View className="panel">
              {revisions.map(({ number, title, byName, at, isPublished }) => (
                <View
                  key={number}
                  id={`revision-${number}`}
                  className="line"
                  onClick={() => setTo(number)}
                  aria-role="button"
                >
                  <View className="line-main">
                    <View className="line-name">
                      第{number}稿 {title}
                    </View>
                    <View className="line-about">
                      {byName} {sayDay(dayOf(new Date(at)))}
                    </View>
                  </View>
                  {isPublished && <Tag tone="good">读者看到的</Tag>}
                  {number > 1 && <View className="line-act">看改了什么</View>}
                </View>
              ))}
            </View>
            {to !== undefined && to > 1 && <Comparison key={to} id={id} from={to - 1} to={to} />}
          </>
        )}
      </Answered>
    </Office>
  );
}

function Comparison({ id, from, to }: { id: string; from: number; to: number }) {
  const asking = useAnswer(() =>
    call('GET /api/drafts/{id}/comparison', { path: { id }, query: { from, to } }),
  );
  return (
    <Answered asking={asking}>
      {({ title, blocks }) => (
        <View className="panel" id="comparison">
          <View className="panel-title">
            第{to}稿和第{from}稿比
          </View>
          <View className="line-about">加上的字在【】里，去掉的字在〔〕里，还画了线。</View>
          <View className="compared compared-title">
            <Words words={title} />
          </View>
          {blocks.map(({ change, words }, index) => (
            <View key={index} className="compared">
              {changes[change] && <View className="compared-says">{changes[change]}</View>}
              <Words words={words} />
            </View>
          ))}
        </View>
      )}
    </Answered>
  );
}

/** Words that came are in brackets and underlined, words that went are in other brackets and struck through. */
function Words({ words }: { words: readonly Schemas['WordsView'][] }) {
  return (
    <>
      {words.map(({ text, change }, index) => (
        <Text key={index} className={change ? `words-${change}` : ''}>
          {change === 'added' ? `【${text}】` : change === 'removed' ? `〔${text}〕` : text}
        </Text>
      ))}
    </>
  );
}
