import { View } from '@tarojs/components';
import './tabs.scss';

interface TabsProps<Key extends string> {
  readonly of: readonly (readonly [key: Key, name: string])[];
  readonly chosen: Key;
  readonly onChoose: (key: Key) => void;
}

/** A row of words of which one is chosen. */
export function Tabs<Key extends string>({ of, chosen, onChoose }: TabsProps<Key>) {
  return (
    <View className="tabs" aria-role="tablist">
      {of.map(([key, name]) => (
        <View
          key={key}
          id={`tab-${key || 'all'}`}
          className={`tabs-one ${key === chosen ? 'tabs-on' : ''}`}
          onClick={() => onChoose(key)}
          aria-role="tab"
          aria-selected={key === chosen}
        >
          {name}
        </View>
      ))}
    </View>
  );
}
