import { View } from '@tarojs/components';
import { useState } from 'react';
import { dayOf, sayDay, sayInstant } from '../../../server/calendar/days.rules';
import { call } from '../../api/call';
import { useAnswer } from '../../api/use-answer';
import { Button } from '../../components/button/button';
import { Office } from '../../components/office/office';
import { Pager } from '../../components/office/pager';
import { Answered } from '../../components/page/page';
import { Picker } from '../../components/picker/picker';
import { deedChoices, queryOf, type RecordsFilter } from './model';
import './index.scss';

const perPage = 30;
const everything: RecordsFilter = { deed: '', from: '', to: '', account: '' };

/** What somebody may have to answer for: who did it, when, where and why. Of a woman her number alone. */
export default function Records() {
  const [filter, setFilter] = useState(everything);
  const [page, setPage] = useState(1);
  const query = queryOf(filter, page, perPage);
  const asking = useAnswer(() => call('GET /api/records', { query }), JSON.stringify(query));
  const change = (part: Partial<RecordsFilter>) => {
    setFilter({ ...filter, ...part });
    setPage(1);
  };
  const today = dayOf(new Date());
  return (
    <Office title="操作记录" room="records">
      <View className="records-filter">
        <Picker
          mode="selector"
          range={deedChoices.map(([, name]) => name)}
          value={deedChoices.findIndex(([deed]) => deed === filter.deed)}
          onChange={({ detail }) => change({ deed: deedChoices[Number(detail.value)]?.[0] ?? '' })}
        >
          <View id="deed" className="region-picker-one">
            {deedChoices.find(([deed]) => deed === filter.deed)?.[1]}
            <View className="region-picker-arrow">▾</View>
          </View>
        </Picker>
        {(['from', 'to'] as const).map((end) => (
          <Picker
            key={end}
            mode="date"
            value={filter[end] || today}
            end={today}
            onChange={({ detail }) => change({ [end]: detail.value })}
          >
            <View id={end} className="region-picker-one">
              {filter[end] ? sayDay(filter[end]) : end === 'from' ? '从哪天' : '到哪天'}
              <View className="region-picker-arrow">▾</View>
            </View>
          </Picker>
        ))}
        {filter !== everything && (
          <Button id="everything" kind="quiet" onTap={() => change(everything)}>
            不限
          </Button>
        )}
      </View>
      <Answered asking={asking} isEmpty={({ records }) => records.length === 0} emptySays="没有这样的记录。">
        {({ records, total }) => (
          <View className="panel">
            <View className="line-about">共{total}条</View>
            {records.map((record) => (
              <View key={record.id} className="line">
                <View className="line-main">
                  <View className="line-name">
                    {record.deedName} · {record.said}
                  </View>
                  <View className="line-about">
                    {record.regionName}
                    {record.womanId && ` · 档案号 ${record.womanId}`}
                  </View>
                </View>
                <View className="records-who">
                  <View
                    className="records-name"
                    onClick={() => change({ account: record.byAccountId })}
                    aria-role="button"
                  >
                    {record.byName || '（没有名字）'}
                  </View>
                  <View className="line-about">{sayInstant(new Date(record.at))}</View>
                </View>
              </View>
            ))}
            <Pager page={page} perPage={perPage} total={total} onTurn={setPage} />
          </View>
        )}
      </Answered>
    </Office>
  );
}
