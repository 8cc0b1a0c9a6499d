import { View } from '@tarojs/components';
import { call } from '../../api/call';
import { useDeed } from '../../api/use-deed';
import { Button } from '../../components/button/button';
import { say } from '../../components/page/page';
import { byVillage, type BoardNotice } from './model';

/** What hangs on the board of each village, to be printed or copied by hand, and that it hangs there. */
export function BoardSheets({ board, again }: { board: readonly BoardNotice[]; again: () => void }) {
  const { isBusy, does } = useDeed();
  if (board.length === 0) return <View className="panel none">没有要贴的。电话打不通的，才会到这里。</View>;
  const hung = (lines: readonly BoardNotice[]) =>
    does(async () => {
      try {
        for (const { id } of lines)
          await call('POST /api/calls/{id}/results', { path: { id }, body: { result: 'hung' } });
        say('记下了');
      } finally {
        again();
      }
    });
  return (
    <>
      <View className="line-about calls-about">名字只写头尾，可以贴在村务公开栏。</View>
      {process.env.TARO_ENV === 'h5' && (
        <View className="buttons calls-tools">
          <Button id="print" onTap={() => window.print()}>
            打印
          </Button>
        </View>
      )}
      {byVillage(board).map(({ villageName, lines }) => (
        <View key={villageName} className="panel calls-sheet">
          <View className="panel-title">{villageName} 培训通知</View>
          {lines.map(({ id, shortName, sentence }) => (
            <View key={id} className="calls-sheet-line">
              {shortName}：{sentence}
            </View>
          ))}
          <View className="line-about">请认识的乡亲转告，也可以找村妇联帮办人。</View>
          <View className="buttons calls-tools">
            <Button kind="plain" isBusy={isBusy} onTap={() => hung(lines)}>
              贴出去了
            </Button>
          </View>
        </View>
      ))}
    </>
  );
}
