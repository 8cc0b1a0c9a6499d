import { Input, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useRef, useState } from 'react';
import { consentWords } from '../../../server/women/women.rules';
import type { components } from '../../api/schema';
import { call } from '../../api/call';
import { homeRegion, me } from '../../api/session';
import { refreshMe } from '../../api/sign-in';
import { useDeed } from '../../api/use-deed';
import { Button } from '../../components/button/button';
import { Choice } from '../../components/choice/choice';
import type { Entry, NearFile } from '../../components/near-files/model';
import { NearFiles } from '../../components/near-files/near-files';
import { PhoneButton } from '../../components/phone-button/phone-button';
import { Page, say } from '../../components/page/page';
import { levelsBelow } from '../../components/region-picker/levels';
import { RegionPicker } from '../../components/region-picker/region-picker';
import { wantedPage } from '../../arrival/arrival';
import { useUnsaved } from '../../leaving';
import { goInstead, goOn, routes } from '../../routes';
import { Claimable } from './claimable';
import { entryOf, type RegisterDraft } from './model';
import './index.scss';

/** Opens a file: her own, or, for a helper, one of a woman in her villages. */
export default function Register() {
  const { forHer: asked, to } = useRouter().params;
  const forHer = asked === 'yes';
  /** Where she was going. */
  const next = wantedPage(to);
  // A helper registers in her own villages; where she serves a single one, it stands already.
  const within = forHer ? homeRegion() : '';
  const levels = levelsBelow(within);
  const villageCode = levels.length === 0 ? within : '';
  const [draft, setDraft] = useState<RegisterDraft>({ name: '', phone: '', villageCode, agrees: false });
  const { isBusy, does } = useDeed();
  const answer = entryOf(draft);
  useUnsaved(!isBusy && (draft.name !== '' || draft.phone !== ''));

  const [proof, setProof] = useState<components['schemas']['PhoneProofView'] | undefined>();
  const isAsked = proof !== undefined && draft.phoneProof === undefined;
  const [near, setNear] = useState<readonly NearFile[]>([]);

  /** A helper sees the files that may be hers before a second one is written. */
  const look = () =>
    does(async () => {
      if (!answer.entry) return;
      const { name, villageCode, phone } = answer.entry;
      const body = { name, villageCode, ...(phone && { phone }) };
      const found = forHer ? await call('POST /api/near-pairs/looks', { body }) : [];
      setNear(found);
      if (found.length === 0) await open(answer.entry, []);
    });
  /** Her file once it is opened: when the signal is lost behind it, the next tap goes on and opens no second one. */
  const opened = useRef<{ readonly id: string } | undefined>(undefined);
  const open = async (entry: Entry, others: readonly NearFile[]) => {
    const woman = (opened.current ??= await call('POST /api/women', { body: entry }));
    for (const { file } of others)
      if (file.id !== woman.id)
        await call('POST /api/near-pairs/partings', { body: { firstId: woman.id, secondId: file.id } });
    if (!forHer) await refreshMe();
    say(forHer ? '档案建好了' : next ? '登记好了' : '登记好了，再选想学的');
    if (forHer) goInstead(routes.woman(woman.id));
    else goOn(next ?? routes.need());
  };

  /** The phone that WeChat tells: files that were opened with it are shown, otherwise it stands in the new one. */
  const tell = (code: string) =>
    does(async () => {
      const told = await call('POST /api/claims/phones', { body: { code } });
      setProof(told);
      if (told.files.length === 0) setDraft({ ...draft, phone: '', phoneProof: told.proof });
    });
  const forget = () => {
    const { phoneProof: _, ...rest } = draft;
    setProof(undefined);
    setDraft(rest);
  };
  const claim = (womanId: string) =>
    does(async () => {
      await call('POST /api/claims', { body: { proof: proof!.proof, womanId } });
      await refreshMe();
      say('接上了，这就是您的档案');
      goOn(next ?? routes.mine());
    });

  if (isAsked)
    return (
      <Page title="登记">
        <Claimable
          proof={proof}
          isBusy={isBusy}
          choose={claim}
          none={() => setDraft({ ...draft, phone: '', phoneProof: proof.proof })}
        />
      </Page>
    );
  if (near.length > 0 && answer.entry) {
    const { entry } = answer;
    return (
      <Page title="给她建档">
        <NearFiles
          entry={entry}
          villageName={levels.length === 0 ? (me()?.roles[0]?.regionName ?? '') : ''}
          near={near}
          isBusy={isBusy}
          use={({ file }) => goInstead(routes.woman(file.id))}
          open={() => does(() => open(entry, near))}
          back={() => setNear([])}
        />
      </Page>
    );
  }

  return (
    <Page
      title={forHer ? '给她建档' : '登记'}
      foot={
        <Button id="register" isBusy={isBusy} isOff={!answer.entry} onTap={look}>
          {answer.missing ?? '登记'}
        </Button>
      }
    >
      {!forHer && !proof && (
        <PhoneButton id="wechat-phone" isBusy={isBusy} onCode={tell}>
          用微信手机号，村里登记过的能接上
        </PhoneButton>
      )}
      <View className="field-name">{forHer ? '她叫什么？' : '您叫什么？'}</View>
      <Input
        id="name"
        className="field"
        value={draft.name}
        maxlength={30}
        placeholder="姓名"
        onInput={({ detail }) => setDraft({ ...draft, name: detail.value })}
      />
      <View className="field-name">{forHer ? '她住在哪个村？' : '住在哪个村？'}</View>
      {levels.length === 0 ? (
        <View className="field">{me()?.roles[0]?.regionName}</View>
      ) : (
        <RegionPicker
          within={within || undefined}
          names={levels}
          onPick={(picked) => setDraft({ ...draft, villageCode: picked })}
        />
      )}
      <View className="field-name">手机号（没有可以不填）</View>
      {draft.phoneProof ? (
        <>
          <View className="field">{proof?.phone}</View>
          <Button id="other-phone" kind="quiet" onTap={forget}>
            换一个号码
          </Button>
        </>
      ) : (
        <Input
          id="phone"
          className="field"
          type="number"
          value={draft.phone}
          maxlength={11}
          placeholder="手机号"
          onInput={({ detail }) => setDraft({ ...draft, phone: detail.value })}
        />
      )}
      <View className="field-name">用途</View>
      <Choice
        id="agrees"
        name={forHer ? '她已在纸上签名同意' : '我同意'}
        about={consentWords.text}
        isChosen={draft.agrees}
        onTap={() => setDraft({ ...draft, agrees: !draft.agrees })}
      />
    </Page>
  );
}
