import { View } from '@tarojs/components';
import { sayInstant } from '../../../server/calendar/days.rules';
import { call, type Answer } from '../../api/call';
import { download } from '../../api/download';
import { sendFile } from '../../api/send-file';
import { useAnswer } from '../../api/use-answer';
import { useDeed } from '../../api/use-deed';
import { Button } from '../../components/button/button';
import { Office } from '../../components/office/office';
import { Answered } from '../../components/page/page';
import { go, routes } from '../../routes';
import { sayOutcome } from './model';
import './index.scss';

type Import = Answer<'GET /api/imports/{id}'>;

/** Registers in Excel: one is sent, the earlier ones stand below. */
export default function Imports() {
  const asking = useAnswer(() => call('GET /api/imports'));
  const { isBusy, does } = useDeed();
  const send = () =>
    does(async () => {
      const sent = await sendFile<Import>('/api/imports', ['xlsx']);
      if (sent) go(routes.import(sent.answer.id));
    });
  return (
    <Office title="导入名册" room="imports">
      <View className="panel imports-begin">
        <View>选一个Excel名册（.xlsx）。先看一遍，您点了“确认”才会写进档案。</View>
        <View className="imports-tools">
          <Button id="choose-register" isBusy={isBusy} onTap={send}>
            选名册
          </Button>
          <Button id="template" kind="plain" onTap={() => does(() => download('/api/imports/template'))}>
            下载模板
          </Button>
        </View>
      </View>
      <Answered asking={asking} isEmpty={(imports) => imports.length === 0} emptySays="还没有导入过名册。">
        {(imports) => (
          <View className="panel">
            <View className="panel-title">以前导入的</View>
            {imports.map((one) => (
              <View key={one.id} className="line" onClick={() => go(routes.import(one.id))} aria-role="link">
                <View className="line-main">
                  <View className="line-name imports-name">{one.fileName}</View>
                  <View className="line-about">
                    {sayInstant(new Date(one.createdAt))} · {one.byName} · {one.regionName}
                  </View>
                </View>
                <View className="imports-outcome">{sayOutcome(one)}</View>
                <View className="line-act">打开 ›</View>
              </View>
            ))}
          </View>
        )}
      </Answered>
    </Office>
  );
}
