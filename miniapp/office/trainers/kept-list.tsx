import { View } from '@tarojs/components';
import { useState, type ReactNode } from 'react';
import type { Asking } from '../../api/use-answer';
import { useDeed } from '../../api/use-deed';
import { Button } from '../../components/button/button';
import { Office } from '../../components/office/office';
import { Answered, say } from '../../components/page/page';
import { Tag } from '../../components/tag/tag';
import { KeptTabs } from './kept-tabs';
import { inUseFirst } from './model';

interface Kept {
  readonly id: string;
  readonly isRetired: boolean;
}

/** How the things of one kind are called, shown and changed. */
export interface Kind<Thing extends Kept> {
  readonly key: 'trainer' | 'venue';
  readonly title: string;
  readonly add: string;
  readonly none: string;
  readonly retired: string;
  readonly nameOf: (thing: Thing) => string;
  readonly aboutOf: (thing: Thing) => string;
  readonly retire: (thing: Thing, isRetired: boolean) => Promise<unknown>;
}

interface KeptListProps<Thing extends Kept> {
  readonly kind: Kind<Thing>;
  readonly asking: Asking<readonly Thing[]>;
  readonly form: (edited: Thing | 'new', onClose: () => void) => ReactNode;
}

/** What a county keeps for its batches: added, changed, retired and taken up again; never deleted. */
export function KeptList<Thing extends Kept>({ kind, asking, form }: KeptListProps<Thing>) {
  const [edited, setEdited] = useState<Thing | 'new'>();
  const close = () => {
    setEdited(undefined);
    asking.again();
  };
  return (
    <Office title={kind.title} room="trainers">
      <KeptTabs chosen={`${kind.key}s`} />
      {edited ? (
        <View key={edited === 'new' ? 'new' : edited.id}>{form(edited, close)}</View>
      ) : (
        <View className="buttons">
          <Button id={`add-${kind.key}`} onTap={() => setEdited('new')}>
            {kind.add}
          </Button>
        </View>
      )}
      <Answered asking={asking} isEmpty={(things) => things.length === 0} emptySays={kind.none}>
        {(things) => (
          <View className="panel">
            {inUseFirst(things).map((thing) => (
              <Line
                key={thing.id}
                kind={kind}
                thing={thing}
                onEdit={() => setEdited(thing)}
                again={asking.again}
              />
            ))}
          </View>
        )}
      </Answered>
    </Office>
  );
}

interface LineProps<Thing extends Kept> {
  readonly kind: Kind<Thing>;
  readonly thing: Thing;
  readonly onEdit: () => void;
  readonly again: () => void;
}

function Line<Thing extends Kept>({ kind, thing, onEdit, again }: LineProps<Thing>) {
  const { id, isRetired } = thing;
  const { does } = useDeed();
  const retire = () =>
    does(async () => {
      await kind.retire(thing, !isRetired);
      say(isRetired ? '又能排课了' : '不再排课了');
      again();
    });
  return (
    <View id={`${kind.key}-${id}`} className="line">
      <View className="line-main">
        <View className="line-name">{kind.nameOf(thing)}</View>
        <View className="line-about">{kind.aboutOf(thing)}</View>
      </View>
      {isRetired && <Tag tone="still">{kind.retired}</Tag>}
      <View id={`edit-${id}`} className="line-act" aria-role="button" onClick={onEdit}>
        修改
      </View>
      <View id={`retire-${id}`} className="line-act" aria-role="button" onClick={retire}>
        {isRetired ? '恢复' : '停用'}
      </View>
    </View>
  );
}
