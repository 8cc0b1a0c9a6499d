import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { call } from '../../api/call';
import type { components } from '../../api/schema';
import { forgetSession, me } from '../../api/session';
import { useAnswer } from '../../api/use-answer';
import { useDeed } from '../../api/use-deed';
import { Button } from '../../components/button/button';
import { Answered, Page, say } from '../../components/page/page';
import { WhomToAsk } from '../../components/whom-to-ask/whom-to-ask';
import { Rights } from '../../components/rights/rights';
import { Section } from '../../components/section/section';
import { goInstead, routes } from '../../routes';
import { linesShown, partsShown } from './model';
import './index.scss';

/** All that is kept of her, what she agreed to, and the way out. */
export default function MyFile() {
  const womanId = me()?.womanId ?? '';
  const asking = useAnswer(() => call('GET /api/women/{id}/holdings', { path: { id: womanId } }), womanId);
  return (
    <Page title="我的档案">
      <Answered asking={asking}>
        {(parts) => (
          <>
            {partsShown(parts).map((part) => (
              <Part key={part.title} part={part} />
            ))}
            <View className="my-file-what">写错了、要补充，请找您的帮办人改：</View>
            <WhomToAsk />
            <Rights womanId={womanId} isHerself onChange={asking.again} />
            <Forget womanId={womanId} />
          </>
        )}
      </Answered>
    </Page>
  );
}

function Part({ part: { title, lines } }: { part: components['schemas']['HoldingView'] }) {
  const [isOpen, setOpen] = useState(title === '档案');
  return (
    <Section title={title}>
      <View className="my-file-part">
        {(isOpen ? lines : lines.slice(0, linesShown)).map(({ what, value }, at) => (
          <View key={at} className="my-file-line">
            <View className="my-file-what">{what}</View>
            <View className="my-file-value">{value}</View>
          </View>
        ))}
        {!isOpen && lines.length > linesShown && (
          <View className="my-file-more" onClick={() => setOpen(true)} aria-role="button">
            还有{lines.length - linesShown}条 ▼
          </View>
        )}
      </View>
    </Section>
  );
}

function Forget({ womanId }: { womanId: string }) {
  const { isBusy, does } = useDeed();
  const forget = () =>
    does(async () => {
      const { confirm } = await Taro.showModal({
        title: '删除我的信息？',
        content: '姓名、电话、身份证号都会删掉，报名会退掉，微信也会退出登录。删了找不回来。',
        confirmText: '删除',
        cancelText: '不删',
      });
      if (!confirm) return;
      await call('POST /api/women/{id}/erasure', { path: { id: womanId }, body: {} });
      forgetSession();
      say('已经删除了');
      goInstead(routes.home());
    });
  return (
    <View className="my-file-end">
      <Button id="forget-me" kind="quiet" isBusy={isBusy} onTap={forget}>
        删除我的信息
      </Button>
    </View>
  );
}
