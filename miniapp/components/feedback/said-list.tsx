import { View } from '@tarojs/components';
import { useState, type ReactNode } from 'react';
import { Tabs } from '../tabs/tabs';
import { go, routes } from '../../routes';
import './feedback.scss';
import { isOfKind, kindsOf, saySaid, type Said } from './said';

interface SaidWoman extends Said {
  readonly womanId: string;
  readonly name: string;
  readonly villageName: string;
  readonly stateName: string;
}

interface ListProps<Woman extends SaidWoman> {
  readonly women: readonly Woman[];
  /** What else stands on her line. */
  readonly aboutOf?: (woman: Woman) => ReactNode;
}

/** The women behind the numbers, once they are asked for; narrowed by a tap on one of them. */
export function SaidList<Woman extends SaidWoman>({ women, aboutOf }: ListProps<Woman>) {
  const [isOpen, setOpen] = useState(false);
  const [kind, setKind] = useState('');
  const kinds = kindsOf(women);
  const chosen = kinds.some(([one]) => one === kind) ? kind : '';
  const turn = (
    <View id="said-women" className="line-act said-turn" aria-role="button" onClick={() => setOpen(!isOpen)}>
      {isOpen ? '收起 ▲' : '看看是谁 ▼'}
    </View>
  );
  if (!isOpen) return turn;
  return (
    <>
      {turn}
      <View className="said-kinds">
        <Tabs of={kinds} chosen={chosen} onChoose={setKind} />
      </View>
      {women
        .filter((woman) => isOfKind(woman, chosen))
        .map((woman, at) => (
          <View
            key={`${woman.womanId} ${at}`}
            className="line said-line"
            onClick={() => go(routes.woman(woman.womanId))}
            aria-role="link"
          >
            <View className="line-main">
              <View className="line-name">{woman.name}</View>
              <View className="line-about">
                {woman.villageName}
                {aboutOf?.(woman)}
              </View>
            </View>
            <View className="line-about">{saySaid(woman) || woman.stateName}</View>
          </View>
        ))}
    </>
  );
}
