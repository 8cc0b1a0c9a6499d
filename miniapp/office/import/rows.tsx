import { View } from '@tarojs/components';
import { useState } from 'react';
import { call, type Answer } from '../../api/call';
import { useAnswer } from '../../api/use-answer';
import { useDeed } from '../../api/use-deed';
import { Pager } from '../../components/office/pager';
import { Answered } from '../../components/page/page';
import { go, routes } from '../../routes';
import { tabsOf, type Verdict } from './model';

type Import = Answer<'GET /api/imports/{id}'>;
type Row = Answer<'GET /api/imports/{id}/rows'>['rows'][number];

const perPage = 20;

/** The rows of a register, one verdict at a time; of a near match an officer says whether she is another woman. */
export function Rows({ one, isAsked }: { one: Import; isAsked: boolean }) {
  const tabs = tabsOf(one);
  const [chosen, setChosen] = useState<Verdict>();
  const [page, setPage] = useState(1);
  const verdict = chosen ?? tabs[0]?.verdict;
  if (!verdict) return null;
  const choose = (next: Verdict) => {
    setChosen(next);
    setPage(1);
  };
  return (
    <View className="panel">
      <View className="import-tabs">
        {tabs.map((tab) => (
          <View
            key={tab.verdict}
            id={`rows-${tab.verdict}`}
            className={`office-room ${tab.verdict === verdict ? 'office-room-on' : ''}`}
            onClick={() => choose(tab.verdict)}
            aria-role="radio"
            aria-checked={tab.verdict === verdict}
          >
            {tab.says}
          </View>
        ))}
      </View>
      <Page key={`${verdict} ${page}`} {...{ id: one.id, verdict, page, isAsked, setPage }} />
    </View>
  );
}

interface PageProps {
  readonly id: string;
  readonly verdict: Verdict;
  readonly page: number;
  readonly isAsked: boolean;
  readonly setPage: (page: number) => void;
}

function Page({ id, verdict, page, isAsked, setPage }: PageProps) {
  const query = { verdict, page };
  const asking = useAnswer(
    () => call('GET /api/imports/{id}/rows', { path: { id }, query }),
    `${id} ${verdict} ${page}`,
  );
  const { does } = useDeed();
  const say = ({ n, isAnother }: Row) =>
    does(async () => {
      await call('PUT /api/imports/{id}/near-rows', { path: { id }, body: { n, isAnother: !isAnother } });
      asking.again();
    });
  return (
    <Answered asking={asking}>
      {({ rows, total }) => (
        <>
          {rows.map((row) => (
            <View key={row.n} className="line import-row">
              <View className="line-main">
                <View className="line-name">
                  第{row.n}行 {row.name}
                </View>
                {row.reasons.map((reason) => (
                  <View key={reason} className="line-about">
                    {reason}
                  </View>
                ))}
                {row.known.map((file) => (
                  <View
                    key={file.id}
                    className="import-known"
                    onClick={() => go(routes.woman(file.id))}
                    aria-role="link"
                  >
                    已有：{file.name} · {file.villageName}
                    {file.bornInYear && ` · ${file.bornInYear}年生`}
                    {file.phone && ` · ${file.phone}`} ›
                  </View>
                ))}
              </View>
              {verdict === 'near' && isAsked && (
                <View
                  id={`another-${row.n}`}
                  className="import-another"
                  onClick={() => say(row)}
                  aria-role="checkbox"
                  aria-checked={row.isAnother}
                >
                  {row.isAnother ? '☑' : '☐'} 是另一个人，新建
                </View>
              )}
            </View>
          ))}
          <Pager page={page} perPage={perPage} total={total} onTurn={setPage} />
        </>
      )}
    </Answered>
  );
}
