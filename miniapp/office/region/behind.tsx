import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Measure } from '../../../server/ledgers/region-files/measures.rules';
import { call } from '../../api/call';
import { useAnswer } from '../../api/use-answer';
import { Pager } from '../../components/office/pager';
import { Answered } from '../../components/page/page';
import { Tag } from '../../components/tag/tag';
import { go, routes } from '../../routes';
import { sayWoman, titleOf } from './model';

/** As the server pages them. */
const perPage = 30;

/** The women behind one number, page by page. */
export function Behind({ code, of }: { code: string; of: Measure }) {
  const [page, setPage] = useState(1);
  const asking = useAnswer(
    () => call('GET /api/region-files/{code}/women', { path: { code }, query: { of, page } }),
    `${code} ${of} ${page}`,
  );
  return (
    <View className="panel" id="behind">
      <Answered asking={asking} isEmpty={({ total }) => total === 0} emptySays="这里还没有人。">
        {({ women, total }) => (
          <>
            <View className="panel-title">{titleOf(of, total)}</View>
            {women.map((woman) => (
              <View
                key={woman.womanId}
                className="line"
                onClick={() => go(routes.woman(woman.womanId))}
                aria-role="link"
              >
                <View className="line-main">
                  <View className="line-name">{woman.name}</View>
                  <View className="line-about">{woman.villageName}</View>
                  <View className="line-about">{sayWoman(woman)}</View>
                </View>
                {woman.isRegisteredPoor && <Tag tone="wait">建档立卡</Tag>}
              </View>
            ))}
            <Pager page={page} perPage={perPage} total={total} onTurn={setPage} />
          </>
        )}
      </Answered>
    </View>
  );
}
