import { Image, View } from '@tarojs/components';
import { useLoad, useShareAppMessage } from '@tarojs/taro';
import { arrivalOf } from '../../arrival/arrival';
import { call } from '../../api/call';
import { me } from '../../api/session';
import { useAnswer } from '../../api/use-answer';
import { ArticleCard } from '../../components/article-card/article-card';
import { BatchCard } from '../../components/batch-card/batch-card';
import { Button } from '../../components/button/button';
import { Answered, Page } from '../../components/page/page';
import { Section } from '../../components/section/section';
import { TabBar } from '../../components/tab-bar/tab-bar';
import welcome from '../../pictures/welcome.svg';
import { go, routes } from '../../routes';
import { homeOf } from '../../api/sign-in';
import { greet, mainStep, suitingOf, withoutWomen, type HomeFacts } from './model';
import './index.scss';

export default function Home() {
  const asking = useAnswer(load, '', 'home', withoutWomen);
  useShareAppMessage(() => ({ title: '免费学手艺，来看看', path: routes.home() }));
  // A code or a scanned link opens the first page, and leads on from there.
  useLoad((brought) => {
    const to = arrivalOf(brought);
    if (to) go(to);
  });
  return (
    <>
      <Page title="巾帼培训" isTab>
        <Answered asking={asking}>{(facts) => <HomeBody facts={facts} />}</Answered>
      </Page>
      <TabBar chosen="home" />
    </>
  );
}

/** Everything the first screen shows; somebody who has not signed in sees what is public. */
async function load(): Promise<HomeFacts> {
  const her = me();
  const womanId = her?.womanId ?? undefined;
  const region = her?.roles[0]?.regionCode;
  const [articles, batches, card, enrolments] = await Promise.all([
    call('GET /api/articles', { query: { region } }),
    call('GET /api/batches'),
    womanId ? call('GET /api/women/{id}/need-card', { path: { id: womanId } }) : undefined,
    womanId ? call('GET /api/women/{id}/enrolments', { path: { id: womanId } }) : undefined,
  ]);
  return {
    ...{ me: her, articles, batches, enrolments: enrolments ?? [] },
    ...{ hasCard: Boolean(card?.card), isCardStale: card?.card?.isStale ?? false },
  };
}

function HomeBody({ facts }: { facts: HomeFacts }) {
  const step = mainStep(facts);
  const suiting = suitingOf(facts.batches);
  return (
    <>
      <View className="home-greeting">
        <View className="home-words">
          <View className="home-hello">{greet(facts.me?.name)}</View>
          <View className="home-about">{step.says}</View>
        </View>
        <Image className="home-picture" src={welcome} mode="aspectFit" />
      </View>
      <View className="home-step">
        <Button
          id="main-step"
          onTap={() => go(step.kind === 'work' && facts.me ? homeOf(facts.me) : stepUrl(step))}
        >
          {step.button}
        </Button>
      </View>
      {suiting.length > 0 && (
        <Section
          title={facts.hasCard ? '适合您的课程' : '正在报名的课程'}
          more="全部"
          onMore={() => go(routes.batches())}
        >
          {suiting.map((batch) => (
            <BatchCard key={batch.id} batch={batch} onTap={() => go(routes.batch(batch.id))} />
          ))}
        </Section>
      )}
      <Section title="政策和故事" more="全部" onMore={() => go(routes.articles())}>
        {facts.articles.slice(0, 5).map((article) => (
          <ArticleCard key={article.id} article={article} />
        ))}
      </Section>
    </>
  );
}

function stepUrl(step: ReturnType<typeof mainStep>): string {
  switch (step.kind) {
    case 'answer':
      return routes.batch(step.batchId);
    case 'sign-in':
      return routes.signIn();
    case 'register':
      return routes.register();
    case 'need':
      return routes.need();
    case 'mine':
      return routes.mine();
    case 'batches':
    case 'work':
      return routes.batches();
  }
}
