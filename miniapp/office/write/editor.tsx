import { View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { blockKindNames, blockKinds, type BlockKind } from '../../../server/articles/blocks.rules';
import { call, CallFailed } from '../../api/call';
import type { components } from '../../api/schema';
import { sendFile, type Choice } from '../../api/send-file';
import { homeRegion } from '../../api/session';
import { useDeed } from '../../api/use-deed';
import { whenPasted } from '../../api/when-pasted';
import { Button } from '../../components/button/button';
import { say } from '../../components/page/page';
import { BlockEditor } from './block-editor';
import { Conflict } from './conflict';
import { ConcernEditor } from './concern-editor';
import { Facts } from './facts';
import { Reach } from './reach';
import {
  blankArticle,
  entryOf,
  fromDraft,
  inserted,
  missingIn,
  moved,
  sayImported,
  typed,
  withBlock,
  withoutBlock,
  type ArticleDraft,
  type Desk,
} from './model';
import { useAutosave } from './autosave';
import { forgetUnsaved, keepUnsaved, keptOnServer, unsavedOf } from './unsaved';

interface EditorProps {
  readonly begun: Desk | undefined;
  /** The article has changed on the server. */
  readonly onDone: (id: string) => void;
}

const papers = ['pdf', 'docx', 'xlsx'];

/** Writes an article block by block; saves it from the revision it began from; gives it to the reviewers. */
export function Editor({ begun, onDone }: EditorProps) {
  const [kept] = useState(() => unsavedOf(begun?.id) ?? keptOnServer(begun));
  const [beganFrom, setBeganFrom] = useState(kept?.beganFrom ?? begun?.revision ?? 0);
  const [article, setArticle] = useState<ArticleDraft>(
    () => kept?.article ?? (begun ? fromDraft(begun) : blankArticle(homeRegion())),
  );
  const [theirs, setTheirs] = useState<Desk>();
  const { isBusy, does } = useDeed();
  const latest = useRef(article);
  latest.current = article;
  const { autosave, stop, trouble } = useAutosave();

  const change = (part: Partial<ArticleDraft>) => {
    const next = { ...latest.current, ...part };
    latest.current = next;
    setArticle(next);
    keepUnsaved(begun?.id, { beganFrom, article: next });
    autosave(begun?.id, beganFrom, next);
  };
  const add = (index: number, more: ArticleDraft['blocks']) =>
    change({ blocks: inserted(latest.current.blocks, index, more) });

  /** Saves a new revision; undefined where somebody else saved one meanwhile, which is then shown beside it. */
  const save = async (from = beganFrom): Promise<{ id: string; revision: number } | undefined> => {
    stop();
    const body = entryOf(latest.current);
    try {
      const saved = begun
        ? await call('PUT /api/articles/{id}', { path: { id: begun.id }, body: { ...body, beganFrom: from } })
        : await call('POST /api/articles', { body });
      forgetUnsaved(begun?.id);
      setBeganFrom(saved.revision);
      setTheirs(undefined);
      return saved;
    } catch (error) {
      if (!begun || !(error instanceof CallFailed) || error.code !== 'article.editedMeanwhile') throw error;
      setTheirs(await call('GET /api/drafts/{id}', { path: { id: begun.id } }));
      return undefined;
    }
  };
  const keep = (from?: number) =>
    does(async () => {
      const saved = await save(from);
      if (!saved) return;
      say('存好了');
      onDone(saved.id);
    });
  const submit = () =>
    does(async () => {
      const saved = await save();
      if (!saved) return;
      const { id, revision } = saved;
      await call('POST /api/articles/{id}/submission', { path: { id }, body: { revision } });
      say('交给一审了');
      onDone(id);
    });
  const takeIn = async (asked: Promise<components['schemas']['ImportedView'] | undefined>, index: number) => {
    const imported = await asked;
    if (!imported) return;
    add(index, imported.blocks.map(typed));
    say(sayImported(imported));
  };
  const addFile = (kind: 'picture' | 'attachment', choice: Choice) =>
    does(async () => {
      const path = kind === 'picture' ? '/api/files/pictures' : '/api/files/papers';
      const sent = await sendFile<{ id: string }>(path, choice);
      if (!sent) return;
      const [fileId, last] = [sent.answer.id, latest.current.blocks.length - 1];
      const named = kind === 'attachment' ? { name: sent.name.replace(/\.\w+$/, '') } : {};
      add(last, [{ kind, text: '', fileId, ...named }]);
    });
  const importDocx = () =>
    does(async () => {
      const sent = sendFile<components['schemas']['ImportedView']>('/api/article-imports/docx', ['docx']);
      await takeIn(
        sent.then((got) => got?.answer),
        latest.current.blocks.length - 1,
      );
    });
  const addBlock = (kind: BlockKind) => {
    if (kind === 'picture') addFile(kind, 'picture');
    else if (kind === 'attachment') addFile(kind, papers);
    else change({ blocks: [...latest.current.blocks, { kind, text: '' }] });
  };

  const pasted = useRef<(html: string, into: string) => boolean>(() => false);
  pasted.current = (html, into) => {
    const index = Number(into.replace('block-', ''));
    does(() => takeIn(call('POST /api/article-imports/html', { body: { html } }), index));
    return true;
  };
  useEffect(() => whenPasted((html, into) => pasted.current(html, into)), []);

  const missing = missingIn(article);
  if (theirs)
    return (
      <Conflict
        theirs={theirs}
        mine={article}
        isBusy={isBusy}
        onTakeTheirs={() => {
          stop();
          forgetUnsaved(begun?.id);
          setArticle(fromDraft(theirs));
          setBeganFrom(theirs.revision);
          setTheirs(undefined);
        }}
        onKeepMine={() => keep(theirs.revision)}
      />
    );
  return (
    <View className="panel write">
      {kept && (
        <View className="line-about" id="unsaved">
          接着上次没存的写。
        </View>
      )}
      {trouble && (
        <View className="desk-missing" id="autosave-trouble">
          {trouble}
        </View>
      )}
      <Facts article={article} onChange={change} />
      {article.blocks.map((block, index) => (
        <BlockEditor
          key={index}
          index={index}
          block={block}
          isFirst={index === 0}
          isLast={index === article.blocks.length - 1}
          onChange={(part) => change({ blocks: withBlock(latest.current.blocks, index, part) })}
          onMove={(by) => change({ blocks: moved(latest.current.blocks, index, by) })}
          onRemove={() => change({ blocks: withoutBlock(latest.current.blocks, index) })}
        />
      ))}
      <ConcernEditor concern={article.concern} onChange={(concern) => change({ concern })} />
      <Reach article={article} onChange={change} />
      <View className="write-add">
        {blockKinds.map((kind) => (
          <View
            key={kind}
            id={`add-${kind}`}
            className="write-add-one"
            onClick={() => addBlock(kind)}
            aria-role="button"
          >
            加{blockKindNames[kind]}
          </View>
        ))}
        <View id="import-docx" className="write-add-one" onClick={importDocx} aria-role="button">
          导入Word
        </View>
      </View>
      {missing && <View className="none">{missing}</View>}
      <View className="buttons">
        <Button
          id="save"
          kind="plain"
          isBusy={isBusy}
          isOff={article.title.trim() === ''}
          onTap={() => keep()}
        >
          存草稿
        </Button>
        <Button id="submit" isBusy={isBusy} isOff={missing !== undefined} onTap={submit}>
          交给一审
        </Button>
      </View>
    </View>
  );
}
