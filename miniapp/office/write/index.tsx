import { useRouter } from '@tarojs/taro';
import { call } from '../../api/call';
import { useAnswer } from '../../api/use-answer';
import { Office } from '../../components/office/office';
import { Answered } from '../../components/page/page';
import { goInstead, routes } from '../../routes';
import { DeskPanel } from './desk-panel';
import { Editor } from './editor';
import { Reviewed } from './reviewed';
import './index.scss';

/** An article on the desk: written while it may be written on, read and reviewed while it is under review. */
export default function Write() {
  const { id } = useRouter().params;
  const asking = useAnswer(async () => (id ? call('GET /api/drafts/{id}', { path: { id } }) : null), id);
  // A new article gets an address of its own, so that the page can be opened again where it was left.
  const changed = (changedId: string) =>
    changedId === id ? asking.again() : goInstead(routes.write(changedId));
  return (
    <Office title="写文章" room="none">
      <Answered asking={asking}>
        {(desk) =>
          desk ? (
            <>
              <DeskPanel desk={desk} onDone={changed} />
              {desk.abilities.write ? (
                <Editor key={`${desk.id}-${desk.stage}`} begun={desk} onDone={changed} />
              ) : (
                <Reviewed desk={desk} onDone={changed} />
              )}
            </>
          ) : (
            <Editor key="new" begun={undefined} onDone={changed} />
          )
        }
      </Answered>
    </Office>
  );
}
