import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { familyNames } from '../../../server/needs/families.rules';
import { leftStates } from '../../../server/feedback/feedback.rules';
import { call } from '../../api/call';
import { isA } from '../../api/session';
import { useAnswer } from '../../api/use-answer';
import { useDeed } from '../../api/use-deed';
import { BatchCard } from '../../components/batch-card/batch-card';
import { Button } from '../../components/button/button';
import { Office } from '../../components/office/office';
import { Answered, say } from '../../components/page/page';
import { Tag } from '../../components/tag/tag';
import { toneOf } from '../../pages/mine/model';
import { blank, cardOf, fromCard, type Draft } from '../../pages/need/model';
import { go, routes } from '../../routes';
import { useState } from 'react';
import { factsOf, type HerFile } from './model';
import { QuickCard } from './quick-card';
import './index.scss';

/** One woman's file as her helper and her county see it; whatever she can do on a phone, her helper does here for her. */
export default function WomanFile() {
  const { id = '' } = useRouter().params;
  const asking = useAnswer(() => load(id), id);
  return (
    <Office title="她的档案" room="none">
      <Answered asking={asking}>{(file) => <File file={file} again={asking.again} />}</Answered>
    </Office>
  );
}

async function load(id: string): Promise<HerFile> {
  const path = { id };
  const mayActForHer = isA('helper') || isA('county_officer');
  const [woman, { card }, enrolments, { outcome }, batches] = await Promise.all([
    call('GET /api/women/{id}', { path }),
    call('GET /api/women/{id}/need-card', { path }),
    mayActForHer ? call('GET /api/women/{id}/enrolments', { path }) : [],
    mayActForHer ? call('GET /api/women/{id}/assignment', { path }) : { outcome: null },
    mayActForHer ? call('GET /api/batches', { query: { womanId: id } }) : [],
  ]);
  return { woman, card, enrolments, outcome, batches };
}

function File({ file, again }: { file: HerFile; again: () => void }) {
  const { woman, card, enrolments, outcome, batches } = file;
  const [draft, setDraft] = useState<Draft | undefined>();
  const { isBusy, does } = useDeed();
  const act = (deed: () => Promise<unknown>) => does(() => deed().then(again));
  const suiting = batches
    .filter(({ fit, id }) => fit?.misfits.length === 0 && !enrolments.some(({ batch }) => batch.id === id))
    .slice(0, 5);
  const mayRegister = isA('helper') || isA('county_officer');
  return (
    <>
      <View className="panel">
        <View className="panel-title">{woman.name}</View>
        {factsOf(woman).map((fact) => (
          <View key={fact} className="line-about">
            {fact}
          </View>
        ))}
        {mayRegister && (
          <View className="buttons">
            <Button id="open-profile" kind="plain" onTap={() => go(routes.profile(woman.id))}>
              档案详情
            </Button>
            <Button id="write-story" kind="plain" onTap={() => go(routes.newStory(woman.id))}>
              写她的故事
            </Button>
          </View>
        )}
      </View>

      <View className="panel">
        <View className="panel-title">她想学</View>
        {card ? (
          <>
            <View>{card.families.map((family) => familyNames[family]).join('、')}</View>
            <View className="line-about">
              {card.freeMonths.map((month) => `${month}月`).join(' ')} · {card.farthestKm}公里以内
              {card.needsChildCare ? ' · 孩子要有人看' : ''}
            </View>
            {card.isStale && <Tag tone="still">本季没确认</Tag>}
          </>
        ) : (
          <View className="none">还没有登记需求。</View>
        )}
        {mayRegister && !draft && (
          <View className="buttons">
            {card?.isStale && card.families.length > 0 && (
              <Button
                id="still-so"
                isBusy={isBusy}
                onTap={() =>
                  act(() =>
                    call('POST /api/women/{id}/need-card/confirmation', { path: { id: woman.id } }).then(() =>
                      say('记下了'),
                    ),
                  )
                }
              >
                问过了，还想学这些
              </Button>
            )}
            <Button id="write-need" kind="plain" onTap={() => setDraft(card ? fromCard(card) : blank)}>
              {card ? '改需求' : '登记需求'}
            </Button>
          </View>
        )}
        {draft && (
          <QuickCard
            draft={draft}
            change={setDraft}
            isBusy={isBusy}
            send={() =>
              act(() =>
                call('PUT /api/women/{id}/need-card', {
                  path: { id: woman.id },
                  body: { ...cardOf(draft), source: 'visit' },
                }).then(() => {
                  setDraft(undefined);
                  say('记下了');
                }),
              )
            }
          />
        )}
      </View>

      {outcome && (
        <View className="panel">
          <View className="panel-title">分配结果</View>
          <View>{outcome.sentence}</View>
        </View>
      )}

      {enrolments.length > 0 && <View className="panel-title">她的课程</View>}
      {enrolments.map(({ enrolmentId, batch, state, stateName, sentence, abilities }) => (
        <View key={batch.id}>
          <BatchCard batch={batch} onTap={() => go(routes.batch(batch.id))}>
            {state && <Tag tone={toneOf(state)}>{stateName}</Tag>}
            <View className="line-about">{sentence}</View>
          </BatchCard>
          {mayRegister && state && leftStates.includes(state) && (
            <View
              id={`why-${batch.id}`}
              className="line-act"
              aria-role="link"
              onClick={() => go(routes.officeFeedback(batch.id))}
            >
              问问为什么没去 ›
            </View>
          )}
          {mayRegister && enrolmentId && (
            <View className="buttons">
              {abilities.accept && (
                <Button
                  id={`accept-${batch.id}`}
                  isBusy={isBusy}
                  onTap={() =>
                    act(() => call('POST /api/enrolments/{id}/acceptance', { path: { id: enrolmentId } }))
                  }
                >
                  她说去
                </Button>
              )}
              {(abilities.decline || abilities.giveUp) && (
                <Button
                  kind="plain"
                  isBusy={isBusy}
                  onTap={() =>
                    void sure('名额会让给别的姐妹，确定吗？').then(
                      (yes) =>
                        yes &&
                        act(() =>
                          abilities.decline
                            ? call('POST /api/enrolments/{id}/declining', { path: { id: enrolmentId } })
                            : call('POST /api/enrolments/{id}/giving-up', { path: { id: enrolmentId } }),
                        ),
                    )
                  }
                >
                  {abilities.decline ? '她说不去' : '替她退出'}
                </Button>
              )}
            </View>
          )}
        </View>
      ))}

      {mayRegister && suiting.length > 0 && (
        <View className="panel">
          <View className="panel-title">适合她的班</View>
          {suiting.map((batch) => (
            <View key={batch.id} className="line">
              <View className="line-main">
                <View className="line-name">{batch.title}</View>
                <View className="line-about">
                  {batch.venueRegionName} 约{batch.fit?.km}公里
                </View>
              </View>
              <View
                id={`apply-${batch.id}`}
                className="line-act"
                onClick={() =>
                  act(() =>
                    call('POST /api/batches/{id}/enrolments', {
                      path: { id: batch.id },
                      body: { womanId: woman.id },
                    }),
                  )
                }
                aria-role="button"
              >
                替她报名
              </View>
            </View>
          ))}
        </View>
      )}
    </>
  );
}

async function sure(question: string): Promise<boolean> {
  const { confirm } = await Taro.showModal({
    title: '请确认',
    content: question,
    confirmText: '确定',
    cancelText: '再想想',
  });
  return confirm;
}
