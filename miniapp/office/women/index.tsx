import { Input, View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../api/call';
import { isA } from '../../api/session';
import { useAnswer } from '../../api/use-answer';
import { Button } from '../../components/button/button';
import { Office } from '../../components/office/office';
import { Pager } from '../../components/office/pager';
import { Answered } from '../../components/page/page';
import { Tag } from '../../components/tag/tag';
import { go, routes } from '../../routes';
import './index.scss';

const perPage = 30;

/** The women of the reader's region; a helper registers for those without a phone. */
export default function Women() {
  const [name, setName] = useState('');
  const [page, setPage] = useState(1);
  const asking = useAnswer(
    () => call('GET /api/women', { query: { name: name.trim() || undefined, page, size: perPage } }),
    `${name} ${page}`,
  );
  return (
    <Office title="妇女名单" room="women">
      <Input
        id="search"
        className="women-search"
        value={name}
        placeholder="按姓名找"
        onInput={({ detail }) => {
          setName(detail.value);
          setPage(1);
        }}
      />
      <View className="buttons">
        {isA('helper') && (
          <Button id="register-for-her" kind="plain" onTap={() => go(routes.registerForHer())}>
            给一位妇女建档
          </Button>
        )}
        <Button id="region-file" kind="plain" onTap={() => go(routes.region())}>
          村、乡镇、区县档案
        </Button>
      </View>
      <Answered
        asking={asking}
        isEmpty={({ women }) => women.length === 0}
        emptySays={name ? '没有找到这个名字。' : '名单还是空的。'}
      >
        {({ women, total }) => (
          <View className="panel">
            <View className="line-about">共{total}人</View>
            {women.map((woman) => (
              <View
                key={woman.id}
                id={`woman-${woman.id}`}
                className="line"
                onClick={() => go(routes.woman(woman.id))}
                aria-role="link"
              >
                <View className="line-main">
                  <View className="line-name">{woman.name}</View>
                  <View className="line-about">{woman.villageName}</View>
                </View>
                {woman.isRegisteredPoor && <Tag tone="wait">建档立卡</Tag>}
                <View className="line-about">{woman.phone ?? '没有手机'}</View>
              </View>
            ))}
            <Pager page={page} perPage={perPage} total={total} onTurn={setPage} />
          </View>
        )}
      </Answered>
    </Office>
  );
}
