import { View } from '@tarojs/components';
import { call } from '../../api/call';
import { useAnswer } from '../../api/use-answer';
import { Office } from '../../components/office/office';
import { Answered } from '../../components/page/page';
import { RemindOfTasks } from '../../components/remind/remind-of-tasks';
import { Tag } from '../../components/tag/tag';
import { sayWhen } from '../../pages/notices/model';
import { go } from '../../routes';
import { inTwo, type Task } from './model';

/** What somebody has to do in her office. Once she has opened it, no message need tell her of what stands here. */
export default function Tasks() {
  const asking = useAnswer(load, '', 'tasks');
  return (
    <Office title="待办" room="tasks">
      <Answered asking={asking}>
        {(tasks) => {
          const { open, done } = inTwo(tasks);
          return (
            <>
              <View className="panel" id="open-tasks">
                <View className="panel-title">等您办的</View>
                {open.length === 0 && <View className="none">眼下没有要办的事。有了会写在这里。</View>}
                {open.map((task) => (
                  <Line key={task.id} task={task} />
                ))}
              </View>
              <RemindOfTasks />
              {done.length > 0 && (
                <View className="panel" id="done-tasks">
                  <View className="panel-title">办过的</View>
                  {done.map((task) => (
                    <Line key={task.id} task={task} />
                  ))}
                </View>
              )}
            </>
          );
        }}
      </Answered>
    </Office>
  );
}

/** One task; a tap leads to where it is done. What is done can still be looked at. */
function Line({ task: { sentence, page, createdAt, isDone } }: { task: Task }) {
  return (
    <View className="line" onClick={() => go(page)} aria-role="link">
      <View className="line-main">
        <View className={isDone ? 'line-about' : 'line-name'}>{sentence}</View>
        <View className="line-about">{sayWhen(createdAt, new Date())}</View>
      </View>
      {isDone ? <Tag tone="still">已办</Tag> : <View className="line-act">去办 ›</View>}
    </View>
  );
}

async function load(): Promise<readonly Task[]> {
  const tasks = await call('GET /api/tasks');
  // That the server does not hear of it costs a message too many, not a task.
  await call('POST /api/notices/seen').catch(() => undefined);
  return tasks;
}
