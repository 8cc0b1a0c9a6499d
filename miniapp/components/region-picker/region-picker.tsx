import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../api/call';
import type { components } from '../../api/schema';
import { useAnswer } from '../../api/use-answer';
import { askOrKept } from '../../offline/kept';
import { Picker } from '../picker/picker';
import { downToTheVillage } from './levels';
import './region-picker.scss';

type Region = components['schemas']['RegionView'];

interface RegionPickerProps {
  /** The area in which to begin; the whole city without it. */
  readonly within?: string;
  /** How many levels to choose, from the one below `within`. */
  readonly names?: readonly string[];
  /** Called with the code of the last level, and with '' while it is not chosen yet. */
  readonly onPick: (code: string) => void;
}

/** County, township, village: one after the other, each by the phone's own picker. */
export function RegionPicker({ within, names = downToTheVillage, onPick }: RegionPickerProps) {
  const [chosen, setChosen] = useState<readonly Region[]>([]);
  const choose = (level: number, region: Region) => {
    const next = [...chosen.slice(0, level), region];
    setChosen(next);
    onPick(next.length === names.length ? region.code : '');
  };
  return (
    <View className="region-picker">
      {names.slice(0, chosen.length + 1).map((name, level) => {
        const parent = level === 0 ? within : chosen[level - 1]?.code;
        return (
          <OneLevel
            key={`${level}-${parent ?? ''}`}
            level={level}
            name={name}
            parent={parent}
            chosen={chosen[level]}
            onChoose={(region) => choose(level, region)}
          />
        );
      })}
    </View>
  );
}

interface OneLevelProps {
  readonly level: number;
  readonly name: string;
  readonly parent: string | undefined;
  readonly chosen: Region | undefined;
  readonly onChoose: (region: Region) => void;
}

function OneLevel({ level, name, parent, chosen, onChoose }: OneLevelProps) {
  const { data: known } = useAnswer(
    () => askOrKept(`regions-${parent ?? ''}`, () => call('GET /api/regions', { query: { parent } })),
    parent,
  );
  const data = known?.data ?? [];
  return (
    <Picker
      mode="selector"
      range={data.map((region) => region.name)}
      value={data.findIndex((region) => region.code === chosen?.code)}
      onChange={({ detail }) => {
        const region = data[Number(detail.value)];
        if (region) onChoose(region);
      }}
    >
      <View id={`region-${level}`} className={`region-picker-one ${chosen ? '' : 'region-picker-blank'}`}>
        {chosen?.name ?? `点这里选${name}`}
        <View className="region-picker-arrow">▾</View>
      </View>
    </Picker>
  );
}
