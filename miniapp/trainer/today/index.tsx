import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { dayOf, daysLater, sayDayWithWeekday, sayHalf } from '../../../server/calendar/days.rules';
import { call } from '../../api/call';
import { me } from '../../api/session';
import { useAnswer } from '../../api/use-answer';
import { useDeed } from '../../api/use-deed';
import { Button } from '../../components/button/button';
import { RemindOfTasks } from '../../components/remind/remind-of-tasks';
import { Answered, Page } from '../../components/page/page';
import { Section } from '../../components/section/section';
import { askOrKept, forgetOld } from '../../offline/kept';
import { leave } from '../../offline/leave';
import { go, goInstead, routes } from '../../routes';
import { byDay, type TrainerSession } from './model';
import './index.scss';

const daysBefore = 14;
const daysAhead = 14;
const daysKept = 7;

/** The trainer's sessions: today's first and large, then what comes, then what was. */
export default function Today() {
  const today = dayOf(new Date());
  const asking = useAnswer(() =>
    askOrKept('sessions', () =>
      call('GET /api/sessions', {
        query: { from: daysLater(today, -daysBefore), to: daysLater(today, daysAhead) },
      }),
    ),
  );
  const { data: waiting = [] } = useAnswer(() => call('GET /api/attendance-corrections'));
  const { isBusy, does } = useDeed();
  const sessions = asking.data?.keptAt === undefined ? asking.data?.data : undefined;
  useEffect(() => {
    if (sessions) void keepRosters(sessions, today);
  }, [sessions, today]);
  return (
    <Page title="今天的课" isTab>
      <View className="today-hello">
        {me()?.name}老师，{sayDayWithWeekday(today)}
      </View>
      <Answered asking={asking} isEmpty={({ data }) => data.length === 0} emptySays="这一个月没有您的课。">
        {({ data, keptAt }) => {
          const { now, ahead, before } = byDay(data, today);
          return (
            <>
              {keptAt !== undefined && (
                <View className="today-offline">没有信号，显示的是上次存下的课表。</View>
              )}
              {waiting.length > 0 && (
                <View
                  className="today-offline"
                  id="corrections"
                  onClick={() => go(routes.corrections())}
                  aria-role="link"
                >
                  有{waiting.length}条补签等人确认，点这里看看。
                </View>
              )}
              {waiting.length > 0 && <RemindOfTasks />}
              <Section title="今天">
                {now.length === 0 && <View className="today-none">今天没有课。</View>}
                {now.map((session) => (
                  <SessionCard key={session.id} session={session} isToday />
                ))}
              </Section>
              {ahead.length > 0 && (
                <Section title="接下来">
                  {ahead.map((session) => (
                    <SessionCard key={session.id} session={session} />
                  ))}
                </Section>
              )}
              {before.length > 0 && (
                <Section title="上过的课">
                  {before.map((session) => (
                    <SessionCard key={session.id} session={session} />
                  ))}
                </Section>
              )}
            </>
          );
        }}
      </Answered>
      <Button
        id="sign-out"
        kind="quiet"
        isBusy={isBusy}
        onTap={() =>
          does(() =>
            leave().then((hasLeft) => {
              if (hasLeft) goInstead(routes.signIn());
            }),
          )
        }
      >
        退出登录
      </Button>
    </Page>
  );
}

/** The rosters of the coming week are on the phone before the signal is gone. */
async function keepRosters(sessions: readonly TrainerSession[], today: string): Promise<void> {
  forgetOld();
  const soon = sessions.filter(({ heldOn }) => heldOn >= today && heldOn <= daysLater(today, daysKept));
  for (const { id } of soon) {
    const ask = () => call('GET /api/sessions/{id}/roster', { path: { id } });
    await askOrKept(`roster-${id}`, ask).catch(() => undefined);
  }
}

function SessionCard({ session, isToday = false }: { session: TrainerSession; isToday?: boolean }) {
  return (
    <View
      className={`session ${isToday ? 'session-today' : ''}`}
      id={`session-${session.id}`}
      onClick={() => go(routes.roster(session.id))}
      aria-role="button"
    >
      <View className="session-when">
        {isToday ? '' : sayDayWithWeekday(session.heldOn)} {sayHalf(session.half)} · 第{session.number}
        次课，共{session.of}次
      </View>
      <View className="session-title">{session.title}</View>
      <View className="session-where">{session.venueName}</View>
      <View className="session-count">
        {session.women}人，已到{session.attended}人
      </View>
    </View>
  );
}
