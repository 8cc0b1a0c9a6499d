import { View } from '@tarojs/components';
import Taro, { useDidShow } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { families, familyNames } from '../../../server/needs/families.rules';
import { reaches } from '../../../server/needs/needs.rules';
import { call } from '../../api/call';
import { me } from '../../api/session';
import { useDeed } from '../../api/use-deed';
import { Button } from '../../components/button/button';
import { Choice } from '../../components/choice/choice';
import { familyPictures } from '../../components/family-picture/family-picture';
import { Page, say } from '../../components/page/page';
import { Speak } from '../../components/speak/speak';
import { TabBar } from '../../components/tab-bar/tab-bar';
import bike from '../../pictures/icon-bike.svg';
import bus from '../../pictures/icon-bus.svg';
import train from '../../pictures/icon-train.svg';
import walk from '../../pictures/icon-walk.svg';
import { go, routes } from '../../routes';
import { cardWaiting, sendCard, sendWaitingCard } from '../../offline/card-waiting';
import { Circumstances } from './circumstances';
import { forgetDraft, keepDraft, keptDraft } from './draft';
import { InThePhone, StillSo } from './still-so';
import {
  aloud,
  blank,
  canGoOn,
  cardOf,
  fromCard,
  lastStep,
  questions,
  toggle,
  winter,
  type Draft,
} from './model';
import './index.scss';

const wayPictures = [walk, bike, bus, train];
const months = Array.from({ length: 12 }, (_, index) => index + 1);

/** The need card in a minute: four screens, one question each, nothing to type; asked anew each season by one tap. */
export default function NeedCard() {
  const [draft, setDraft] = useState<Draft>(() => keptDraft() ?? blank);
  const [step, setStep] = useState(0);
  const [waits, setWaits] = useState(() => cardWaiting() !== undefined);
  const [toConfirm, setToConfirm] = useState<Draft | undefined>();
  const { isBusy, does } = useDeed();
  const womanId = me()?.womanId ?? undefined;

  useDidShow(() => {
    void sendWaitingCard().then(
      (came) => setWaits(came === 'waiting'),
      () => setWaits(false), // It was refused; she taps a new one.
    );
    if (!womanId || keptDraft() || cardWaiting()) return;
    void call('GET /api/women/{id}/need-card', { path: { id: womanId } }).then(
      ({ card }) => {
        if (!card) return;
        setDraft(fromCard(card));
        setToConfirm(card.isStale && card.families.length > 0 ? fromCard(card) : undefined);
      },
      () => undefined, // Without a signal she begins with an empty card.
    );
  });

  // What waits goes out by itself when the signal is back; the page that says so must hear of it.
  useEffect(() => {
    if (!waits) return undefined;
    const whenConnected: Taro.onNetworkStatusChange.Callback = ({ isConnected }) => {
      if (!isConnected) return;
      void sendWaitingCard().then(
        (came) => {
          if (came === 'waiting') return;
          setWaits(false);
          say('有信号了，已经发出去');
        },
        () => setWaits(false),
      );
    };
    Taro.onNetworkStatusChange(whenConnected);
    return () => Taro.offNetworkStatusChange(whenConnected);
  }, [waits]);

  const change = (next: Draft) => {
    setDraft(next);
    keepDraft(next);
  };
  const send = () =>
    does(async () => {
      if (!womanId) {
        go(me() ? routes.register(routes.need()) : routes.signIn(routes.need()));
        return;
      }
      const came = await sendCard(cardOf(draft));
      forgetDraft();
      setStep(0);
      setToConfirm(undefined);
      setWaits(came === 'waiting');
      if (came === 'waiting') return;
      say('记下了，按您的情况找课程');
      go(routes.batches());
    });
  const confirm = () =>
    does(async () => {
      await call('POST /api/women/{id}/need-card/confirmation', { path: { id: womanId! } });
      setToConfirm(undefined);
      say('记下了，还按这些找课程');
      go(routes.batches());
    });
  const next = () => (step < lastStep ? setStep(step + 1) : send());

  if (waits || toConfirm)
    return (
      <>
        <Page title="我想学" isTab>
          {waits ? (
            <InThePhone onChange={() => setWaits(false)} />
          ) : (
            <StillSo
              draft={toConfirm!}
              isBusy={isBusy}
              onConfirm={confirm}
              onChange={() => setToConfirm(undefined)}
            />
          )}
        </Page>
        <TabBar chosen="need" />
      </>
    );
  return (
    <>
      <Page title="我想学" isTab>
        <View className="need-progress">
          第{step + 1}步，共{lastStep + 1}步
        </View>
        <View className="need-question">{questions[step]}</View>
        <View className="need-speak">
          <Speak id={`step-${step}`} says={aloud(step)} />
        </View>

        {step === 0 && (
          <View className="need-grid need-grid-2">
            {families.map((family) => (
              <Choice
                key={family}
                id={`family-${family}`}
                shape="card"
                name={familyNames[family]}
                picture={familyPictures[family]}
                isChosen={draft.families.includes(family)}
                place={draft.families.indexOf(family) + 1 || undefined}
                onTap={() => change({ ...draft, families: toggle(draft.families, family) })}
              />
            ))}
          </View>
        )}
        {step === 1 && (
          <>
            <View className="need-quick">
              <Choice
                id="months-winter"
                shape="small"
                name="猫冬有空"
                isChosen={false}
                onTap={() => change({ ...draft, freeMonths: winter })}
              />
              <Choice
                id="months-all"
                shape="small"
                name="全年都行"
                isChosen={false}
                onTap={() => change({ ...draft, freeMonths: months })}
              />
            </View>
            <View className="need-grid need-grid-4">
              {months.map((month) => (
                <Choice
                  key={month}
                  id={`month-${month}`}
                  shape="small"
                  name={`${month}月`}
                  isChosen={draft.freeMonths.includes(month)}
                  onTap={() => change({ ...draft, freeMonths: toggle(draft.freeMonths, month) })}
                />
              ))}
            </View>
          </>
        )}
        {step === 2 && (
          <View className="need-list">
            {reaches.map(({ km, name, about }, index) => (
              <Choice
                key={km}
                id={`reach-${km}`}
                name={name}
                about={`${about}，${km}公里以内`}
                picture={wayPictures[index]}
                isChosen={draft.farthestKm === km}
                onTap={() => change({ ...draft, farthestKm: km })}
              />
            ))}
          </View>
        )}
        {step === 3 && <Circumstances draft={draft} change={change} />}

        <View className="need-buttons">
          {step > 0 && (
            <Button id="before" kind="plain" onTap={() => setStep(step - 1)}>
              上一步
            </Button>
          )}
          <Button id="next" onTap={next} isBusy={isBusy} isOff={!canGoOn(step, draft)}>
            {step < lastStep ? '下一步' : '选好了'}
          </Button>
        </View>
      </Page>
      <TabBar chosen="need" />
    </>
  );
}
