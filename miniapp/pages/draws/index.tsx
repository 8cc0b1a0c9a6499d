import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { dayOf, sayDay } from '../../../server/calendar/days.rules';
import { call } from '../../api/call';
import { useAnswer } from '../../api/use-answer';
import { Answered, Page } from '../../components/page/page';
import { Section } from '../../components/section/section';
import './index.scss';

/** How equals are decided, and the numbers with which anybody can check it. */
export default function Draws() {
  const { region = '' } = useRouter().params;
  const asking = useAnswer(() => call('GET /api/lotteries', { query: { region } }), region);
  return (
    <Page title="抽签公开">
      <View className="draws-how">
        <View>条件一样的姐妹，按抽签号排先后。</View>
        <View>抽签号谁也定不了：报名时先公布一个指纹，报名截止后再用公开的开奖号一起算出来。</View>
      </View>
      <Answered asking={asking} isEmpty={(draws) => draws.length === 0} emptySays="这里还没有抽签。">
        {(draws) =>
          draws.map((draw) => (
            <Section
              key={`${draw.regionCode} ${draw.season} ${draw.round}`}
              title={`${draw.regionName} ${draw.seasonName}${draw.round > 1 ? ` 第${draw.round}次` : ''}`}
            >
              <View className="draws-line">
                {sayDay(dayOf(new Date(draw.announcedAt)))}公布指纹：
                <View className="draws-code">{draw.commitment}</View>
              </View>
              <View className="draws-line">
                开奖号取自：{draw.drawSource}
                {draw.drawNumber ? `，第${draw.drawIssue}期，${draw.drawNumber}` : '（还没有开）'}
              </View>
              {draw.secret && (
                <View className="draws-line">
                  结果公布后公开的底码：<View className="draws-code">{draw.secret}</View>
                  种子：<View className="draws-code">{draw.seed}</View>
                  <View className="draws-check">
                    底码的SHA-256就是指纹；底码、换行、期号、空格、开奖号连起来的SHA-256就是种子。
                  </View>
                </View>
              )}
            </Section>
          ))
        }
      </Answered>
    </Page>
  );
}
