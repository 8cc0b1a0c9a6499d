import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { call } from '../../api/call';
import type { components } from '../../api/schema';
import { useDeed } from '../../api/use-deed';
import { say } from '../../components/page/page';
import { Tag } from '../../components/tag/tag';
import type { Invited } from './index';

type ColleagueView = components['schemas']['ColleagueView'];

interface ColleagueProps {
  readonly colleague: ColleagueView;
  readonly again: () => void;
  readonly onInvited: (invited: Invited) => void;
}

/** One of the staff, with what the reader may do. */
export function Colleague({ colleague, again, onInvited }: ColleagueProps) {
  const { id, name, offices, isSuspended, isHerself } = colleague;
  const { does } = useDeed();
  const path = { id };
  const ask = async (question: string, content: string, deed: () => Promise<void>) => {
    const { confirm } = await Taro.showModal({ title: question, content, confirmText: '确定' });
    if (!confirm) return;
    await deed();
    again();
  };
  const suspend = () =>
    does(() =>
      ask(`停用${name}的账号？`, '她会马上退出，也不能再登录。', async () => {
        await call('POST /api/staff/{id}/suspension', { path });
        say('已停用');
      }),
    );
  const restore = () =>
    does(async () => {
      await call('POST /api/staff/{id}/restoration', { path });
      say('已恢复');
      again();
    });
  const invite = () =>
    does(() =>
      ask(`给${name}补发邀请码？`, '她用新码重新设密码，原来的动态码会关掉。请先确认是她本人。', async () =>
        onInvited({ name, ...(await call('POST /api/staff/{id}/invitation', { path })) }),
      ),
    );
  const end = ({ role, regionCode, roleName, regionName }: ColleagueView['offices'][number]) =>
    does(() =>
      ask(`免去${name}的“${roleName}”？`, regionName, async () => {
        await call('POST /api/staff/{id}/offices/end', { path, body: { role, regionCode } });
        say('已免去');
      }),
    );
  return (
    <View className="line" id={`colleague-${id}`}>
      <View className="line-main">
        <View className="line-name">
          {name || '（还没有名字）'}
          {isHerself && '（您自己）'}
        </View>
        {offices.map((office) => (
          <View key={`${office.role} ${office.regionCode}`} className="line-about staff-office">
            {office.regionName} {office.roleName}
            {office.mayEnd && (
              <View className="staff-end" onClick={() => end(office)} aria-role="button">
                免去
              </View>
            )}
          </View>
        ))}
      </View>
      {isSuspended && <Tag tone="still">已停用</Tag>}
      <View className="staff-acts">
        {colleague.mayInvite && <Act name="补发邀请码" onTap={invite} />}
        {colleague.maySuspend && <Act name="停用" onTap={suspend} />}
        {colleague.mayRestore && <Act name="恢复" onTap={restore} />}
      </View>
    </View>
  );
}

function Act({ name, onTap }: { name: string; onTap: () => void }) {
  return (
    <View className="line-act" onClick={onTap} aria-role="button">
      {name}
    </View>
  );
}
