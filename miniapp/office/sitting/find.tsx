import { Input, View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../api/call';
import { Button } from '../../components/button/button';
import { Choice } from '../../components/choice/choice';
import { RegionPicker } from '../../components/region-picker/region-picker';
import { consentWords } from '../../../server/women/women.rules';
import type { Candidate, Sitting, Who } from './model';
import { useKeys } from './use-keys';

const shown = 6;

interface FindProps {
  readonly sitting: Sitting;
  readonly onFound: (who: Who) => void;
}

/** Finds her by her name, or opens a file: Enter looks, a number takes the woman of that number, N a new one. */
export function Find({ sitting, onFound }: FindProps) {
  const [name, setName] = useState('');
  const [known, setKnown] = useState<readonly Candidate[] | undefined>();
  const [village, setVillage] = useState(sitting.regionCode.length === 12 ? sitting.regionCode : '');
  const [agrees, setAgrees] = useState(false);
  const isName = /^[\p{L}·. ]{1,30}$/u.test(name.trim());
  const look = () => {
    if (!isName) return;
    // Without a signal she is written down as a new file; the server finds a namesake when it is sent.
    void call('GET /api/women', { query: { name: name.trim(), size: shown } }).then(
      ({ women }) => setKnown(women),
      () => setKnown([]),
    );
  };
  const mayOpen = isName && village !== '' && agrees;
  const open = () => mayOpen && onFound({ name: name.trim(), villageCode: village });
  const pick = (woman: Candidate) => onFound({ womanId: woman.id, name: woman.name });
  useKeys(
    known &&
      ((key) => {
        const woman = known[Number(key) - 1];
        if (woman) pick(woman);
        else if (key === 'n' || key === 'Enter') open();
      }),
  );
  return (
    <View className="panel">
      <View className="panel-title">她叫什么？</View>
      <Input
        id="sitting-name"
        className="office-input"
        value={name}
        maxlength={30}
        focus
        placeholder="姓名，按回车找"
        onInput={({ detail }) => {
          setName(detail.value);
          setKnown(undefined);
        }}
        onConfirm={look}
      />
      {!known && (
        <View className="buttons">
          <Button id="look" isOff={!isName} onTap={look}>
            找一找
          </Button>
        </View>
      )}
      {known?.map((woman, place) => (
        <View
          key={woman.id}
          id={`candidate-${place + 1}`}
          className="line"
          onClick={() => pick(woman)}
          aria-role="button"
        >
          <View className="sitting-key">{place + 1}</View>
          <View className="line-main">
            <View className="line-name">{woman.name}</View>
            <View className="line-about">{woman.villageName}</View>
          </View>
        </View>
      ))}
      {known && (
        <>
          <View className="sitting-ask">
            {known.length > 0 ? '都不是她？新建一份：' : '没有找到她，新建一份：'}
          </View>
          {sitting.regionCode.length === 9 && (
            <RegionPicker within={sitting.regionCode} names={['村']} onPick={setVillage} />
          )}
          <Choice
            id="agrees"
            name="她在纸上签了同意"
            about={consentWords.text}
            isChosen={agrees}
            onTap={() => setAgrees(!agrees)}
          />
          <View className="buttons">
            <Button id="open-new" kind="plain" isOff={!mayOpen} onTap={open}>
              新建（N）
            </Button>
          </View>
        </>
      )}
    </View>
  );
}
