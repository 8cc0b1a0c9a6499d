import { Input, Textarea, View } from '@tarojs/components';
import { concernLimits } from '../../../server/articles/concern.rules';
import { Tabs } from '../../components/tabs/tabs';
import type { TypedConcern } from './concern-model';

interface ConcernEditorProps {
  readonly concern: TypedConcern;
  readonly onChange: (concern: TypedConcern) => void;
}

const answers = [
  ['yes', '答“是”才合适'],
  ['no', '答“不是”才合适'],
] as const;
const needs = [
  ['all', '每一问都合适才算'],
  ['any', '有一问合适就算'],
] as const;

/** “Does this concern me?”: a few questions to be answered by a tap, what to bring, what others are told. */
export function ConcernEditor({ concern, onChange }: ConcernEditorProps) {
  const { questions } = concern;
  const set = (place: number, part: Partial<TypedConcern['questions'][number]>) =>
    onChange({
      ...concern,
      questions: questions.map((one, at) => (at === place ? { ...one, ...part } : one)),
    });
  return (
    <View className="write-block" id="concern-editor">
      <View className="write-kind">
        <View className="write-kind-name">这事和我有关吗</View>
      </View>
      {questions.map(({ text, fits }, place) => (
        <View key={place}>
          <Input
            id={`question-${place}`}
            className="write-input"
            value={text}
            maxlength={concernLimits.text}
            placeholder="问一句能答“是”或“不是”的话"
            onInput={({ detail }) => set(place, { text: detail.value })}
          />
          <Tabs of={answers} chosen={fits} onChoose={(one) => set(place, { fits: one })} />
        </View>
      ))}
      {questions.length < concernLimits.questions && (
        <View
          id="add-question"
          className="line-act write-act"
          onClick={() => onChange({ ...concern, questions: [...questions, { text: '', fits: 'yes' }] })}
          aria-role="button"
        >
          加一个问题
        </View>
      )}
      {questions.length > 0 && (
        <>
          <Tabs of={needs} chosen={concern.needs} onChoose={(one) => onChange({ ...concern, needs: one })} />
          <Textarea
            id="concern-bring"
            className="write-text"
            value={concern.bring}
            maxlength={concernLimits.bring * concernLimits.thing}
            autoHeight
            placeholder="合适的人要带什么，一行一样"
            onInput={({ detail }) => onChange({ ...concern, bring: detail.value })}
          />
          <Input
            id="concern-otherwise"
            className="write-input"
            value={concern.otherwise}
            maxlength={concernLimits.otherwise}
            placeholder="不合适的人，告诉她可以怎么办"
            onInput={({ detail }) => onChange({ ...concern, otherwise: detail.value })}
          />
        </>
      )}
    </View>
  );
}
