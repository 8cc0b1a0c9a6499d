import { View } from '@tarojs/components';
import { useState, type PropsWithChildren, type ReactNode } from 'react';
import { me } from '../../api/session';
import { leave } from '../../offline/leave';
import { goInstead, routes } from '../../routes';
import { Page } from '../page/page';
import { roomsFor, type RoomKey } from './rooms';
import './office.scss';

interface OfficeProps {
  readonly title: string;
  readonly room: RoomKey;
  readonly foot?: ReactNode;
}

/** The federation's frame: on a wide screen the rooms stand at the side, on a phone behind one tap at the top. */
export function Office({ title, room, foot, children }: PropsWithChildren<OfficeProps>) {
  const her = me();
  const [isOpen, setOpen] = useState(false);
  const goAway = () => void leave().then((hasLeft) => hasLeft && goInstead(routes.signIn()));
  return (
    <View className={`office ${room === 'none' ? 'office-inside' : ''}`}>
      <Page title={title} foot={foot} isTab={room !== 'none'}>
        <View className="office-side">
          <View className="office-who">
            {her?.name}
            <View className="office-role">
              {her?.roles[0]?.regionName} {her?.roles[0]?.roleName}
            </View>
          </View>
          <View
            id="all-rooms"
            className="office-room office-all"
            onClick={() => setOpen(!isOpen)}
            aria-role="button"
            aria-expanded={isOpen}
          >
            {isOpen ? '收起 ▲' : '全部栏目 ▼'}
          </View>
          <View className={`office-rooms ${isOpen ? 'office-rooms-open' : ''}`}>
            {roomsFor(her).map(({ key, name, url }) => (
              <View
                key={key}
                id={`room-${key}`}
                className={`office-room ${key === room ? 'office-room-on' : ''}`}
                onClick={() => goInstead(url)}
                aria-role="link"
              >
                {name}
              </View>
            ))}
            <View id="office-leave" className="office-room office-leave" onClick={goAway} aria-role="button">
              退出
            </View>
          </View>
        </View>
        <View className="office-main">{children}</View>
      </Page>
    </View>
  );
}
