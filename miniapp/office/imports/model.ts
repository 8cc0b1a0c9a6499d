import type { components } from '../../api/schema';

type ImportView = components['schemas']['ImportView'];

/** In a few words, what became of a register. */
export function sayOutcome({
  stage,
  stageName,
  share,
  opened,
  newRows,
}: Pick<ImportView, 'stage' | 'stageName' | 'share' | 'opened' | 'newRows'>): string {
  if (stage === 'reading' || stage === 'writing') return `${stageName} ${share}%`;
  if (stage === 'done' || stage === 'kept') return `新建了${opened}份档案`;
  if (stage === 'ready') return `${stageName}：${newRows}份新档案`;
  return stage === 'failed' ? `${stageName}，新建了${opened}份档案` : stageName;
}
