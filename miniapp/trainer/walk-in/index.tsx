import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { families, familyNames, type Family } from '../../../server/needs/families.rules';
import { consentWords } from '../../../server/women/women.rules';
import { call } from '../../api/call';
import type { components } from '../../api/schema';
import { useAnswer } from '../../api/use-answer';
import { Button } from '../../components/button/button';
import { Choice } from '../../components/choice/choice';
import { Field } from '../../components/field/field';
import { Answered, Page, say } from '../../components/page/page';
import { RegionPicker } from '../../components/region-picker/region-picker';
import { Section } from '../../components/section/section';
import { askOrKept } from '../../offline/kept';
import { sync, walkIn } from '../../offline/sync';
import { useUnsaved } from '../../leaving';
import { goBack } from '../../routes';
import type { Roster } from '../roster/model';
import { fileOf, isSearched, type NewFile } from './model';
import './index.scss';

type Candidate = components['schemas']['WalkInCandidateView'];

const pauseMs = 400;

/** A woman who came without being on the roster: found by her name, or a new file with the least it needs. */
export default function WalkInPage() {
  const { id = '' } = useRouter().params;
  const asking = useAnswer(
    () => askOrKept(`roster-${id}`, () => call('GET /api/sessions/{id}/roster', { path: { id } })),
    id,
  );
  return (
    <Page title="补登来人">
      <Answered asking={asking}>{({ data }) => <Form roster={data} />}</Answered>
    </Page>
  );
}

function Form({ roster }: { roster: Roster }) {
  const [draft, setDraft] = useState<NewFile>({
    name: '',
    villageCode: '',
    villageName: '',
    phone: '',
    agrees: false,
  });
  const candidates = useCandidates(roster.sessionId, draft.name);
  useUnsaved(draft.name !== '');
  const change = (some: Partial<NewFile>) => setDraft({ ...draft, ...some });
  const come = (who: Parameters<typeof walkIn>[0]) => {
    walkIn(who);
    void sync().catch(() => undefined);
    say(`${who.name} 到了`);
    goBack();
  };
  const file = fileOf(draft);
  return (
    <>
      <Field id="name" name="她叫什么" value={draft.name} longest={30} onInput={(name) => change({ name })} />
      {candidates.length > 0 && (
        <Section title="是不是她？点一下就算到了">
          {candidates.map(({ womanId, name, villageName }) => (
            <View
              key={womanId}
              id={`candidate-${womanId}`}
              className="walk-in-one"
              aria-role="button"
              onClick={() => come({ sessionId: roster.sessionId, womanId, name, villageName })}
            >
              <View className="walk-in-name">{name}</View>
              <View className="walk-in-village">{villageName}</View>
            </View>
          ))}
        </Section>
      )}
      <Section title="都不是，就建一份新档案">
        <Village roster={roster} draft={draft} change={change} />
        <Field
          id="phone"
          name="手机号（没有可以不填）"
          type="number"
          value={draft.phone}
          longest={11}
          onInput={(phone) => change({ phone })}
        />
        <View className="walk-in-label">还想学什么（可以不选）</View>
        <View className="walk-in-chips">
          {families.map((family: Family) => (
            <Choice
              key={family}
              id={`wish-${family}`}
              shape="small"
              name={familyNames[family]}
              isChosen={draft.wishes === family}
              onTap={() => change({ wishes: draft.wishes === family ? undefined : family })}
            />
          ))}
        </View>
        <View className="walk-in-label">念给她听</View>
        <Choice
          id="agrees"
          name="念过了，她同意"
          about={consentWords.text}
          isChosen={draft.agrees}
          onTap={() => change({ agrees: !draft.agrees })}
        />
        <Button
          id="open-file"
          isOff={!file}
          onTap={() =>
            file &&
            come({ sessionId: roster.sessionId, name: file.name, villageName: draft.villageName, file })
          }
        >
          登记，算她到了
        </Button>
      </Section>
    </>
  );
}

interface VillageProps {
  readonly roster: Roster;
  readonly draft: NewFile;
  readonly change: (some: Partial<NewFile>) => void;
}

function Village({ roster, draft, change }: VillageProps) {
  const [isElsewhere, setElsewhere] = useState(roster.villages.length === 0);
  return (
    <>
      <View className="walk-in-label">哪个村</View>
      <View className="walk-in-chips">
        {roster.villages.map(({ code, name }) => (
          <Choice
            key={code}
            id={`village-${code}`}
            shape="small"
            name={name}
            isChosen={draft.villageCode === code && !isElsewhere}
            onTap={() => {
              setElsewhere(false);
              change({ villageCode: code, villageName: name });
            }}
          />
        ))}
        <Choice
          id="village-elsewhere"
          shape="small"
          name="别的村"
          isChosen={isElsewhere}
          onTap={() => {
            setElsewhere(true);
            change({ villageCode: '', villageName: '' });
          }}
        />
      </View>
      {isElsewhere && <RegionPicker onPick={(villageCode) => change({ villageCode, villageName: '' })} />}
    </>
  );
}

/** Women of the county with this name who are not on the roster; none without a signal. */
function useCandidates(sessionId: string, typed: string): readonly Candidate[] {
  const [candidates, setCandidates] = useState<readonly Candidate[]>([]);
  const name = typed.trim();
  useEffect(() => {
    if (!isSearched(name)) {
      setCandidates([]);
      return;
    }
    let isLatest = true;
    const timer = setTimeout(() => {
      call('GET /api/sessions/{id}/walk-ins/candidates', { path: { id: sessionId }, query: { name } })
        .then((found) => isLatest && setCandidates(found))
        .catch(() => isLatest && setCandidates([]));
    }, pauseMs);
    return () => {
      isLatest = false;
      clearTimeout(timer);
    };
  }, [sessionId, name]);
  return candidates;
}
