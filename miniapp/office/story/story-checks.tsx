import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../api/call';
import type { components } from '../../api/schema';
import { useDeed } from '../../api/use-deed';
import { Button } from '../../components/button/button';
import { Field } from '../../components/field/field';
import { say } from '../../components/page/page';

type Check = components['schemas']['StoryCheckView'];

/** What has not passed its check, and a way to ask a person to look again. */
export function StoryChecks({ checks, onDone }: { checks: readonly Check[]; onDone: () => void }) {
  const [open, setOpen] = useState<string>();
  const [words, setWords] = useState('');
  const { isBusy, does } = useDeed();
  const appeal = (id: string) =>
    does(async () => {
      await call('POST /api/checks/{id}/appeal', { path: { id }, body: { words } });
      setOpen(undefined);
      say('交给区县来看了');
      onDone();
    });
  return (
    <>
      {checks
        .filter(({ state }) => state !== 'passed')
        .map((check) => (
          <View key={check.id} id={`check-${check.id}`}>
            <View className="line">
              <View className="line-main">
                {check.fileId ? '照片' : '文字'}：{check.stateName}
                {check.reason && `（${check.reason}）`}
              </View>
              {check.mayAppeal && open !== check.id && (
                <View
                  id={`appeal-${check.id}`}
                  className="line-act"
                  onClick={() => setOpen(check.id)}
                  aria-role="button"
                >
                  请人再看
                </View>
              )}
            </View>
            {open === check.id && (
              <>
                <Field
                  id="appeal-words"
                  name="为什么没有问题"
                  longest={200}
                  value={words}
                  onInput={setWords}
                />
                <View className="buttons">
                  <Button
                    id="appeal-send"
                    isBusy={isBusy}
                    isOff={words.trim() === ''}
                    onTap={() => appeal(check.id)}
                  >
                    交上去
                  </Button>
                </View>
              </>
            )}
          </View>
        ))}
    </>
  );
}
