import { View } from '@tarojs/components';
import { sayInstant } from '../../../server/calendar/days.rules';
import { Button } from '../../components/button/button';
import { CodePicture } from '../../components/code-picture/code-picture';
import type { Invited } from './index';

/** The code for a new colleague: shown this once, to be handed to her. */
export function NewInvitation({ invited, onClose }: { invited: Invited; onClose: () => void }) {
  return (
    <View className="panel staff-invitation" id="new-invitation">
      <View className="panel-title">{invited.name}的邀请码</View>
      <View className="staff-code" id="invitation-code-shown">
        {invited.code}
      </View>
      <CodePicture
        id="invitation-picture"
        address={invited.picture}
        says="当面给她：在电脑上填这个码设密码，或用微信小程序扫一扫绑定。"
      />
      <View className="none">
        这个码只显示这一次，{sayInstant(new Date(invited.expiresAt))}前有效，用过一次就作废。
      </View>
      <View className="buttons">
        <Button id="close-invitation" onTap={onClose}>
          她记下了
        </Button>
      </View>
    </View>
  );
}
