import { Image, Input, View } from '@tarojs/components';
import {
  articleKindNames,
  articleKinds,
  articleLimits,
  covers as coverNames,
} from '../../../server/articles/articles.rules';
import { covers } from '../../components/article-card/covers';
import { Tabs } from '../../components/tabs/tabs';
import { Picker } from '../../components/picker/picker';
import type { ArticleDraft } from './model';

const kinds = articleKinds.map((kind) => [kind, articleKindNames[kind]] as const);

interface FactsProps {
  readonly article: ArticleDraft;
  readonly onChange: (part: Partial<ArticleDraft>) => void;
}

/** What stands above the body: kind, title, where it comes from, how long it holds, its cover. */
export function Facts({ article, onChange }: FactsProps) {
  const line = (field: 'title' | 'summary' | 'source' | 'documentNumber', asks: string) => (
    <Input
      id={field}
      className={field === 'title' ? 'write-title' : 'write-input'}
      value={article[field]}
      maxlength={articleLimits[field]}
      placeholder={asks}
      onInput={({ detail }) => onChange({ [field]: detail.value })}
    />
  );
  const day = (field: 'validFrom' | 'validUntil', asks: string) => (
    <Picker mode="date" value={article[field]} onChange={({ detail }) => onChange({ [field]: detail.value })}>
      <View id={field} className="write-day">
        {asks}：{article[field] || '不限'}
      </View>
    </Picker>
  );
  return (
    <>
      <Tabs of={kinds} chosen={article.kind} onChoose={(kind) => onChange({ kind })} />
      {line('title', '标题')}
      {line('summary', '一句话说清楚')}
      {line('source', '谁发的，如：市妇联')}
      {line('documentNumber', '文号（没有就不写）')}
      <View className="write-days">
        {day('validFrom', '从哪天起有效')}
        {day('validUntil', '到哪天为止')}
      </View>
      <View className="write-covers">
        {coverNames.map((cover) => (
          <View
            key={cover}
            className={`write-cover ${article.cover === cover ? 'write-cover-on' : ''}`}
            onClick={() => onChange({ cover })}
            aria-role="radio"
            aria-checked={article.cover === cover}
            aria-label="封面"
          >
            <Image className="write-picture" src={covers[cover]} mode="aspectFill" />
          </View>
        ))}
      </View>
    </>
  );
}
