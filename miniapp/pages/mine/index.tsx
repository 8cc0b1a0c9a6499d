import { View } from '@tarojs/components';
import { readScan } from '../../../server/accounts/scans.rules';
import { dayOf, sayDate } from '../../../server/calendar/days.rules';
import { familyNames } from '../../../server/needs/families.rules';
import { call } from '../../api/call';
import { download } from '../../api/download';
import { me } from '../../api/session';
import { homeOf } from '../../api/sign-in';
import { useAnswer } from '../../api/use-answer';
import { useDeed } from '../../api/use-deed';
import { BatchCard } from '../../components/batch-card/batch-card';
import { Button } from '../../components/button/button';
import { Answered, Page, say } from '../../components/page/page';
import { WhomToAsk } from '../../components/whom-to-ask/whom-to-ask';
import { Section } from '../../components/section/section';
import { scanCode } from '../../permissions/ask';
import { leave } from '../../offline/leave';
import { TabBar } from '../../components/tab-bar/tab-bar';
import { Tag } from '../../components/tag/tag';
import { go, routes } from '../../routes';
import { promptOf } from '../feedback/model';
import { NoticeLine } from '../notices/notice-line';
import { Outcome } from './outcome';
import { toneOf, type Mine } from './model';
import './index.scss';

const shownHere = 4;

/** Everything of hers: her courses with the state of each, why she was placed or not, her card, her notices. */
export default function MinePage() {
  const womanId = me()?.womanId ?? undefined;
  return (
    <>
      <Page title="我的" isTab>
        {womanId ? <Hers womanId={womanId} /> : <NoFile />}
        <Leave />
      </Page>
      <TabBar chosen="mine" />
    </>
  );
}

function NoFile() {
  const her = me();
  return (
    <View className="mine-nobody">
      <View className="mine-says">{her ? '您还没有登记档案。' : '登录后，这里能看到您的课程。'}</View>
      {her && her.roles.length > 0 ? (
        <Button id="work" onTap={() => go(homeOf(her))}>
          去我的工作台
        </Button>
      ) : (
        <Button id="begin" onTap={() => go(her ? routes.register() : routes.signIn())}>
          {her ? '去登记' : '登录'}
        </Button>
      )}
      {her && <View className="mine-about">账号 {her.accountId}</View>}
    </View>
  );
}

function Hers({ womanId }: { womanId: string }) {
  const asking = useAnswer(() => load(womanId), womanId, 'mine');
  return (
    <Answered asking={asking}>
      {({ woman, card, enrolments, feedback = [], outcome, notices, certificates }) => (
        <>
          <View className="mine-who">
            <View className="mine-name">{woman.name}</View>
            <View className="mine-about">{woman.villageName}</View>
            {woman.phone && <View className="mine-about">{woman.phone}</View>}
            <Button id="my-file" kind="plain" onTap={() => go(routes.myFile())}>
              我的档案
            </Button>
          </View>
          {outcome && <Outcome outcome={outcome} />}
          <Section title="我的课程">
            {enrolments.length === 0 && <View className="mine-none">还没有报名的课程。</View>}
            {enrolments.map(({ batch, state, stateName, sentence }) => (
              <View key={batch.id}>
                <BatchCard batch={batch} onTap={() => go(routes.batch(batch.id))}>
                  {state && <Tag tone={toneOf(state)}>{stateName}</Tag>}
                  <View className="mine-sentence">{sentence}</View>
                </BatchCard>
                <Prompt hers={feedback.find(({ batchId }) => batchId === batch.id)} />
              </View>
            ))}
          </Section>
          {process.env.TARO_ENV !== 'h5' && <ScanButton />}
          {certificates.length > 0 && (
            <Section title="我的证书">
              {certificates.map(({ id, title, completedOn, isRevoked }) => (
                <Certificate key={id} id={id} title={title} completedOn={completedOn} isRevoked={isRevoked} />
              ))}
            </Section>
          )}
          <Section title="我想学" more={card ? '改一改' : '去选'} onMore={() => go(routes.need())}>
            <View className="mine-need">
              {card ? card.families.map((family) => familyNames[family]).join('、') : '还没有选想学的。'}
            </View>
          </Section>
          <Section title="有事问谁">
            <WhomToAsk />
          </Section>
          {notices.length > 0 && (
            <Section title="给我的通知" more="全部" onMore={() => go(routes.notices())}>
              {notices.slice(0, shownHere).map((notice) => (
                <NoticeLine key={notice.id} notice={notice} />
              ))}
            </Section>
          )}
        </>
      )}
    </Answered>
  );
}

async function load(womanId: string): Promise<Mine> {
  const path = { id: womanId };
  const [woman, { card }, enrolments, feedback, { outcome }, notices, certificates] = await Promise.all([
    call('GET /api/women/{id}', { path }),
    call('GET /api/women/{id}/need-card', { path }),
    call('GET /api/women/{id}/enrolments', { path }),
    call('GET /api/women/{id}/feedback', { path }),
    call('GET /api/women/{id}/assignment', { path }),
    call('GET /api/women/{id}/notices', { path }),
    call('GET /api/women/{id}/certificates', { path }),
  ]);
  return { woman, card, enrolments, feedback, outcome, notices, certificates };
}

/** After the last session, or once she has left: one tap leads to the question. */
function Prompt({ hers }: { hers: NonNullable<Mine['feedback']>[number] | undefined }) {
  const prompt = hers && promptOf(hers, dayOf(new Date()));
  if (!prompt) return null;
  return (
    <View className="mine-prompt">
      <Button
        id={`feedback-${hers.batchId}`}
        kind={prompt.isAsking ? 'plain' : 'quiet'}
        onTap={() => go(routes.feedback(hers.batchId))}
      >
        {prompt.says}
      </Button>
    </View>
  );
}

/** In class she scans the code on her trainer's screen. */
function ScanButton() {
  const { isBusy, does } = useDeed();
  const scan = () =>
    does(async () => {
      const scanned = await scanCode();
      if (scanned === undefined) return;
      const found = readScan(scanned);
      if (found?.kind === 'check-in') go(routes.checkIn(found.value));
      else say('这不是老师手机上的签到码');
    });
  return (
    <Button id="scan-check-in" kind="plain" isBusy={isBusy} onTap={scan}>
      上课扫码签到
    </Button>
  );
}

function Certificate({ id, title, completedOn, isRevoked }: Omit<Mine['certificates'][number], 'number'>) {
  const { isBusy, does } = useDeed();
  return (
    <View className="mine-certificate" id={`certificate-${id}`}>
      <View className="mine-certificate-what">
        <View className="mine-certificate-title">{title}</View>
        <View className="mine-about">{isRevoked ? '已作废' : `${sayDate(completedOn)}结业`}</View>
      </View>
      {!isRevoked && (
        <Button
          kind="plain"
          isBusy={isBusy}
          onTap={() => does(() => download(`/api/certificates/${id}/paper`))}
        >
          打开
        </Button>
      )}
    </View>
  );
}

function Leave() {
  const { isBusy, does } = useDeed();
  const her = me();
  if (!her) return null;
  const isStaff = her.roles.some(({ role }) => role !== 'woman');
  return (
    <>
      {isStaff && (
        <Button id="account" kind="quiet" onTap={() => go(routes.account())}>
          工作账号
        </Button>
      )}
      <Button
        id="sign-out"
        kind="quiet"
        isBusy={isBusy}
        onTap={() =>
          does(() =>
            leave().then((hasLeft) => {
              if (hasLeft) go(routes.signIn());
            }),
          )
        }
      >
        退出登录
      </Button>
    </>
  );
}
