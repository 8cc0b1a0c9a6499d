import { useRouter } from '@tarojs/taro';
import { call } from '../../api/call';
import { useAnswer } from '../../api/use-answer';
import { Office } from '../../components/office/office';
import { Answered } from '../../components/page/page';
import { goInstead, routes } from '../../routes';
import { Told } from './told';
import { Writing } from './writing';
import './index.scss';

/** One woman's story: written by her helper, read and passed on by the offices above. */
export default function StoryPage() {
  const { id, woman } = useRouter().params;
  const asking = useAnswer(async () => (id ? call('GET /api/stories/{id}', { path: { id } }) : null), id);
  const done = (storyId: string) => (storyId === id ? asking.again() : goInstead(routes.story(storyId)));
  return (
    <Office title="她的故事" room="none">
      <Answered asking={asking}>
        {(story) =>
          story ? (
            <>
              <Told story={story} onDone={() => done(story.id)} />
              {story.abilities.write && (
                <Writing key={story.revision} story={story} womanId={story.womanId ?? ''} onDone={done} />
              )}
            </>
          ) : (
            <Writing story={undefined} womanId={woman ?? ''} onDone={done} />
          )
        }
      </Answered>
    </Office>
  );
}
