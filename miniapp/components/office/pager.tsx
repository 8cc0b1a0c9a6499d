import { View } from '@tarojs/components';
import { Button } from '../button/button';

interface PagerProps {
  /** From 1. */
  readonly page: number;
  readonly perPage: number;
  readonly total: number;
  readonly onTurn: (page: number) => void;
}

/** The way through a list of many pages; nothing where there is only one. */
export function Pager({ page, perPage, total, onTurn }: PagerProps) {
  return (
    <View className="pages">
      {page > 1 && (
        <Button kind="plain" onTap={() => onTurn(page - 1)}>
          上一页
        </Button>
      )}
      {page * perPage < total && (
        <Button kind="plain" onTap={() => onTurn(page + 1)}>
          下一页
        </Button>
      )}
    </View>
  );
}
