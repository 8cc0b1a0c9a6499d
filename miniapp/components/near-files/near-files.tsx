import { View } from '@tarojs/components';
import { Button } from '../button/button';
import { Sides } from '../sides/sides';
import { entryRows, type Entry, type NearFile } from './model';

interface NearFilesProps {
  readonly entry: Entry;
  /** As far as the page knows it. */
  readonly villageName: string;
  readonly near: readonly NearFile[];
  readonly isBusy: boolean;
  readonly use: (file: NearFile) => void;
  readonly open: () => void;
  readonly back: () => void;
}

const titles = ['要登记的', '已有的档案'] as const;

/** Before a second file is written: the files that may be hers, side by side with what was entered. */
export function NearFiles({ entry, villageName, near, isBusy, use, open, back }: NearFilesProps) {
  return (
    <>
      <View id="near-asks" className="panel-title">
        先看一看，是不是已经登记过？
      </View>
      {near.map((one) => (
        <View key={one.file.id} className="panel">
          <Sides
            titles={titles}
            why={one.why}
            isVeryNear={one.isVeryNear}
            rows={entryRows(entry, villageName, one.file)}
          />
          <View className="buttons">
            <Button id={`use-${one.file.id}`} isBusy={isBusy} onTap={() => use(one)}>
              就是她，用这份
            </Button>
          </View>
        </View>
      ))}
      <View className="buttons">
        <Button id="near-back" kind="quiet" onTap={back}>
          回去改
        </Button>
        <Button id="open-another" kind="plain" isBusy={isBusy} onTap={open}>
          都不是她，新建一份
        </Button>
      </View>
    </>
  );
}
