import { View } from '@tarojs/components';
import { call } from '../../api/call';
import { me } from '../../api/session';
import { useAnswer } from '../../api/use-answer';
import { Button } from '../../components/button/button';
import { Answered, Page } from '../../components/page/page';
import { Section } from '../../components/section/section';
import { go, here, routes } from '../../routes';
import { byDay, type Notice } from './model';
import { NoticeLine } from './notice-line';
import './index.scss';

/** All that she was told, the latest first. Once she has opened it, nobody need call her about it. */
export default function Notices() {
  const womanId = me()?.womanId ?? undefined;
  return (
    <Page title="给我的通知">
      {womanId ? (
        <Hers womanId={womanId} />
      ) : (
        <View className="notices-none">
          <Button id="sign-in" onTap={() => go(me() ? routes.register(here()) : routes.signIn(here()))}>
            {me() ? '先登记，再看通知' : '登录后看通知'}
          </Button>
        </View>
      )}
    </Page>
  );
}

function Hers({ womanId }: { womanId: string }) {
  const asking = useAnswer(() => load(womanId), womanId, 'notices');
  return (
    <Answered
      asking={asking}
      isEmpty={(notices) => notices.length === 0}
      emptySays="还没有通知。报了名，有消息会写在这里。"
    >
      {(notices) =>
        byDay(notices, new Date()).map(({ day, notices: ofDay }) => (
          <Section key={day} title={day}>
            {ofDay.map((notice) => (
              <NoticeLine key={notice.id} notice={notice} />
            ))}
          </Section>
        ))
      }
    </Answered>
  );
}

async function load(womanId: string): Promise<readonly Notice[]> {
  const notices = await call('GET /api/women/{id}/notices', { path: { id: womanId } });
  // That the server does not hear of it costs a call to her, not her notices.
  await call('POST /api/notices/seen').catch(() => undefined);
  return notices;
}
