import { View } from '@tarojs/components';
import { call } from '../../api/call';
import { useAnswer } from '../../api/use-answer';
import { Office } from '../../components/office/office';
import { Answered } from '../../components/page/page';
import { Tag } from '../../components/tag/tag';
import { go, routes } from '../../routes';
import { Counts } from './counts';
import { sayStand } from './model';

/** Stories of exemplary women that her office sees, and how far the year is. */
export default function Stories() {
  const asking = useAnswer(() => call('GET /api/stories'));
  return (
    <Office title="典型故事" room="stories">
      <Counts />
      <Answered
        asking={asking}
        isEmpty={(stories) => stories.length === 0}
        emptySays="还没有故事。打开一位姐妹的档案，点“写她的故事”。"
      >
        {(stories) => (
          <View className="panel">
            {stories.map((story) => {
              const { says, tone } = sayStand(story);
              return (
                <View
                  key={story.id}
                  id={`story-${story.id}`}
                  className="line"
                  onClick={() => go(routes.story(story.id))}
                  aria-role="link"
                >
                  <View className="line-main">
                    <View className="line-name">{story.title}</View>
                    <View className="line-about">
                      {story.regionName} · {story.byName}
                    </View>
                  </View>
                  <Tag tone={tone}>{says}</Tag>
                </View>
              );
            })}
          </View>
        )}
      </Answered>
    </Office>
  );
}
