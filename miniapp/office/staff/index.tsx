import { Input, View } from '@tarojs/components';
import { useState } from 'react';
import { call, type Answer } from '../../api/call';
import { useAnswer } from '../../api/use-answer';
import { Button } from '../../components/button/button';
import { Office } from '../../components/office/office';
import { Pager } from '../../components/office/pager';
import { Answered } from '../../components/page/page';
import { Appoint } from './appoint';
import { Colleague } from './colleague';
import { NewInvitation } from './new-invitation';
import './index.scss';

export type Invited = Answer<'POST /api/staff'> & { readonly name: string };

const perPage = 30;

/** Who works in the reader's region: appoints below herself, hands out codes, stops accounts. */
export default function Staff() {
  const [name, setName] = useState('');
  const [page, setPage] = useState(1);
  const [isAppointing, setAppointing] = useState(false);
  const [invited, setInvited] = useState<Invited>();
  const query = { name: name.trim() || undefined, page, size: perPage };
  const asking = useAnswer(() => call('GET /api/staff', { query }), `${name} ${page}`);
  const show = (invitation: Invited) => {
    setAppointing(false);
    setInvited(invitation);
    asking.again();
  };
  return (
    <Office title="工作人员" room="staff">
      {invited && <NewInvitation invited={invited} onClose={() => setInvited(undefined)} />}
      {isAppointing && asking.data ? (
        <Appoint roles={asking.data.rolesToGive} onInvited={show} onClose={() => setAppointing(false)} />
      ) : (
        <View className="staff-tools">
          <Input
            id="search"
            className="office-input"
            value={name}
            maxlength={30}
            placeholder="按姓名找"
            onInput={({ detail }) => {
              setName(detail.value);
              setPage(1);
            }}
          />
          <Button id="appoint" onTap={() => setAppointing(true)}>
            添一位
          </Button>
        </View>
      )}
      <Answered
        asking={asking}
        isEmpty={({ staff }) => staff.length === 0}
        emptySays={name ? '没有找到这个名字。' : '还没有工作人员。'}
      >
        {({ staff, total }) => (
          <View className="panel">
            <View className="line-about">共{total}人</View>
            {staff.map((one) => (
              <Colleague key={one.id} colleague={one} again={asking.again} onInvited={show} />
            ))}
            <Pager page={page} perPage={perPage} total={total} onTurn={setPage} />
          </View>
        )}
      </Answered>
    </Office>
  );
}
