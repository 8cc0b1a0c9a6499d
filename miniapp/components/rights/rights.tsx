import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { dayOf, sayDate } from '../../../server/calendar/days.rules';
import { call } from '../../api/call';
import { download } from '../../api/download';
import type { components } from '../../api/schema';
import { useAnswer } from '../../api/use-answer';
import { useDeed } from '../../api/use-deed';
import { Button } from '../button/button';
import { Answered, say } from '../page/page';
import { Section } from '../section/section';
import { Tag } from '../tag/tag';
import './rights.scss';

type Consent = components['schemas']['ConsentView'];

interface RightsProps {
  readonly womanId: string;
  /** Whether she holds the phone herself, or her helper speaks for her. */
  readonly isHerself: boolean;
  readonly onChange?: () => void;
}

/** What she agreed to, each taken back by the same tap that gave it; and all of it as a file. */
export function Rights({ womanId, isHerself, onChange }: RightsProps) {
  const asking = useAnswer(() => call('GET /api/women/{id}/consents', { path: { id: womanId } }), womanId);
  const { isBusy, does } = useDeed();
  const answer = (consent: Consent) =>
    does(async () => {
      const agrees = !consent.holds;
      if (!(await sure(agrees ? consent.text : consent.withdrawal, agrees, isHerself))) return;
      await call('POST /api/women/{id}/consents', {
        path: { id: womanId },
        body: { purpose: consent.purpose, agrees },
      });
      say(agrees ? '已同意' : '已撤回');
      asking.again();
      onChange?.();
    });
  return (
    <Section title={isHerself ? '我同意的事' : '她同意的事'}>
      <Answered asking={asking}>
        {(consents) => (
          <>
            {consents.map((consent) => (
              <View key={consent.purpose} className="right" id={`consent-${consent.purpose}`}>
                <View className="right-what">
                  <View className="right-name">
                    {consent.name} <Tag tone={consent.holds ? 'good' : 'still'}>{stateOf(consent)}</Tag>
                  </View>
                  <View className="right-about">{consent.text}</View>
                  {consent.history[0] && (
                    <View className="right-about">
                      {sayDate(dayOf(new Date(consent.history[0].at)))}
                      {consent.history[0].isWithdrawal ? '撤回' : '同意'} · {consent.history[0].byHand}
                    </View>
                  )}
                </View>
                <Button
                  id={`answer-${consent.purpose}`}
                  kind="plain"
                  isBusy={isBusy}
                  onTap={() => answer(consent)}
                >
                  {consent.holds ? '撤回' : '同意'}
                </Button>
              </View>
            ))}
          </>
        )}
      </Answered>
      <View className="buttons">
        <Button
          id="take-file"
          kind="plain"
          isBusy={isBusy}
          onTap={() => does(() => download(`/api/women/${womanId}/holdings/file`))}
        >
          {isHerself ? '把我的档案存成表格' : '把她的档案存成表格'}
        </Button>
      </View>
    </Section>
  );
}

function stateOf({ holds, history }: Consent): string {
  if (holds) return '已同意';
  return history.length > 0 ? '已撤回' : '没有同意';
}

async function sure(words: string, agrees: boolean, isHerself: boolean): Promise<boolean> {
  const { confirm } = await Taro.showModal({
    title: agrees ? (isHerself ? '您同意吗？' : '她在纸上签名了吗？') : '确定撤回吗？',
    content: words,
    confirmText: agrees ? '同意' : '撤回',
    cancelText: '再想想',
  });
  return confirm;
}
