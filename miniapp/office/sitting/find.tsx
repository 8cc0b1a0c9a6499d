import { Input, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { call } from '../../api/call';
import { Button } from '../../components/button/button';
import { Choice } from '../../components/choice/choice';
import { consentWords } from '../../../server/women/women.rules';
import { candidatesOf, type Candidate, type Who } from './model';
import { enterField, leaveField, useKeys } from './use-keys';

const shown = 6;

interface FindProps {
  /** Where a new file belongs; '' while it is not chosen. */
  readonly village: string;
  readonly onFound: (who: Who) => void;
}

/** Who is called so, and who may be written otherwise. */
async function candidates(name: string, villageCode: string) {
  const [{ women }, near] = await Promise.all([
    call('GET /api/women', { query: { name, size: shown } }),
    villageCode === '' ? [] : call('POST /api/near-pairs/looks', { body: { name, villageCode } }),
  ]);
  return candidatesOf(near, women);
}

/** Finds her by her name, or opens a file: Enter looks, a number takes the woman of that number, Y is her consent, N a new file. */
export function Find({ village, onFound }: FindProps) {
  const [name, setName] = useState('');
  const [known, setKnown] = useState<readonly Candidate[] | undefined>();
  const [agrees, setAgrees] = useState(false);
  const isName = /^[\p{L}·. ]{1,30}$/u.test(name.trim());
  useEffect(() => enterField('sitting-name'), []);
  const look = () => {
    if (!isName) return;
    leaveField();
    // Without a signal she is written down as a new file; the server finds a namesake when it is sent.
    void candidates(name.trim(), village).then(setKnown, () => setKnown([]));
  };
  const mayOpen = isName && village !== '' && agrees;
  const open = () =>
    mayOpen &&
    onFound({
      ...{ name: name.trim(), villageCode: village, isAnother: known !== undefined && known.length > 0 },
      // Whoever is merely called alike was never thought to be her.
      apart: known?.filter(({ why }) => why).map(({ id }) => id) ?? [],
    });
  const pick = (woman: Candidate) => onFound({ womanId: woman.id, name: woman.name });
  useKeys(
    known &&
      ((key) => {
        const woman = known[Number(key) - 1];
        if (woman) pick(woman);
        else if (key === 'y') setAgrees(!agrees);
        else if (key === 'n' || key === 'Enter') open();
        else if (key === 'Escape') enterField('sitting-name');
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
            {woman.why && <View className="line-about">可能是她：{woman.why.join('，')}</View>}
          </View>
        </View>
      ))}
      {known && (
        <>
          <View className="sitting-ask">
            {known.length > 0 ? '都不是她？新建一份：' : '没有找到她，新建一份：'}
          </View>
          <Choice
            id="agrees"
            name="Y 她在纸上签了同意"
            about={consentWords.text}
            isChosen={agrees}
            onTap={() => setAgrees(!agrees)}
          />
          <View className="buttons">
            <Button id="open-new" kind="plain" isOff={!mayOpen} onTap={open}>
              N 新建
            </Button>
          </View>
        </>
      )}
    </View>
  );
}
