import { View } from '@tarojs/components';
import { call } from '../../api/call';
import { useAnswer } from '../../api/use-answer';
import { BatchCard } from '../../components/batch-card/batch-card';
import { Button } from '../../components/button/button';
import { Section } from '../../components/section/section';
import { go, routes } from '../../routes';

/** The batches of the courses that the article leads to; where none is open, the way to say what she wants. */
export function LinkedCourses({ ids }: { ids: readonly string[] }) {
  const { data } = useAnswer(
    async () =>
      (await Promise.all(ids.map((course) => call('GET /api/batches', { query: { course } })))).flat(),
    ids.join(),
  );
  if (ids.length === 0 || data === undefined) return null;
  return (
    <Section title="这篇说到的课">
      {data.map((batch) => (
        <BatchCard key={batch.id} batch={batch} onTap={() => go(routes.batch(batch.id))} />
      ))}
      {data.length === 0 && (
        <>
          <View className="concern-says">这门课现在没有开班。告诉我们您想学，开班先想到您。</View>
          <Button id="to-need" onTap={() => go(routes.need())}>
            我想学
          </Button>
        </>
      )}
    </Section>
  );
}
