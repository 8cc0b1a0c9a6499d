import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { sayInstant } from '../../../server/calendar/days.rules';
import { call } from '../../api/call';
import { useAnswer } from '../../api/use-answer';
import { useDeed } from '../../api/use-deed';
import { Button } from '../../components/button/button';
import { Office } from '../../components/office/office';
import { Answered, say } from '../../components/page/page';
import { Rights } from '../../components/rights/rights';
import { Tag } from '../../components/tag/tag';
import { go, goInstead, routes } from '../../routes';
import { EditForm } from './edit-form';
import { draftOf, editOf, linesOf, sayChange, type Profile, type ProfileDraft } from './model';
import { HiddenNumber } from './number';
import { Relocate } from './relocate';
import './index.scss';

/** One woman's whole file: what is in it, what it was before, what she agreed to. */
export default function ProfilePage() {
  const { id = '' } = useRouter().params;
  const asking = useAnswer(() => load(id), id);
  return (
    <Office title="档案详情" room="none">
      <Answered asking={asking}>
        {({ profile, changes, near }) => (
          <>
            {near > 0 && (
              <View className="panel">
                <View className="panel-title">可能还有一份是她的</View>
                <View className="buttons">
                  <Button id="same-woman" kind="plain" onTap={() => go(routes.sameWoman(id))}>
                    并排看一看（{near}对）
                  </Button>
                </View>
              </View>
            )}
            <File key={profile.revision} profile={profile} again={asking.again} />
            <Rights womanId={id} isHerself={false} onChange={asking.again} />
            <View className="panel">
              <View className="panel-title">改过什么</View>
              {changes.map((change) => (
                <View key={change.id} className="line">
                  <View className="line-main">
                    <View className="line-name">{sayChange(change)}</View>
                    <View className="line-about">
                      {change.byName || '本人'} · {sayInstant(new Date(change.at))}
                    </View>
                  </View>
                </View>
              ))}
              {changes.length === 0 && <View className="none">还没有改过。</View>}
            </View>
            <Forget womanId={id} />
          </>
        )}
      </Answered>
    </Office>
  );
}

async function load(id: string) {
  const path = { id };
  const [profile, changes, { total: near }] = await Promise.all([
    call('GET /api/women/{id}/profile', { path }),
    call('GET /api/women/{id}/changes', { path }),
    call('GET /api/near-pairs/count', { query: { womanId: id } }),
  ]);
  return { profile, changes, near };
}

function File({ profile, again }: { profile: Profile; again: () => void }) {
  const [draft, setDraft] = useState<ProfileDraft | undefined>();
  const [isMoving, setMoving] = useState(false);
  const { isBusy, does } = useDeed();
  const { id, abilities } = profile;
  const move = () => {
    setMoving(true);
    // The question stands at the top of a long page.
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 });
  };
  const send = (edited: ProfileDraft) =>
    does(async () => {
      await call('PUT /api/women/{id}/profile', { path: { id }, body: editOf(profile, edited) });
      setDraft(undefined);
      say('存好了');
      again();
    });
  if (draft)
    return (
      <EditForm
        profile={profile}
        draft={draft}
        change={setDraft}
        isBusy={isBusy}
        stop={() => setDraft(undefined)}
        send={() => send(draft)}
      />
    );
  if (isMoving) return <Relocate profile={profile} done={again} stop={() => setMoving(false)} />;
  return (
    <View className="panel">
      <View className="panel-title">
        {profile.name} {profile.needsWithdrawnAt && <Tag tone="still">已撤回登记同意</Tag>}
      </View>
      <HiddenNumber
        womanId={id}
        what="phone"
        name="手机号"
        masked={profile.phone}
        mayReveal={abilities.reveal}
      />
      <HiddenNumber
        womanId={id}
        what="identity"
        name="身份证号"
        masked={profile.identity}
        mayReveal={abilities.reveal}
      />
      {linesOf(profile).map(([name, value]) => (
        <View key={name} className="line">
          <View className="line-main">
            <View className="line-about">{name}</View>
            <View className="line-name">{value}</View>
          </View>
        </View>
      ))}
      {abilities.edit && (
        <View className="buttons">
          <Button id="edit-profile" onTap={() => setDraft(draftOf(profile))}>
            改档案
          </Button>
          {abilities.relocate && (
            <Button id="move-her" kind="plain" onTap={move}>
              她搬家了
            </Button>
          )}
        </View>
      )}
    </View>
  );
}

function Forget({ womanId }: { womanId: string }) {
  const { isBusy, does } = useDeed();
  const forget = () =>
    does(async () => {
      const { confirm } = await Taro.showModal({
        title: '替她删除个人信息？',
        content: '只在她本人书面申请时办。姓名、号码都会删掉，报名会退掉，找不回来。这件事会记下来。',
        confirmText: '删除',
        cancelText: '不删',
      });
      if (!confirm) return;
      await call('POST /api/women/{id}/erasure', { path: { id: womanId }, body: { said: '本人书面申请' } });
      say('已经删除了');
      goInstead(routes.women());
    });
  return (
    <Button id="forget-her" kind="quiet" isBusy={isBusy} onTap={forget}>
      她书面申请删除个人信息
    </Button>
  );
}
