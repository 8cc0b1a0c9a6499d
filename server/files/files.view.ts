import type { FileKind } from './files.rules';
import type { StoredFile } from './stored-file.entity';

export class FileView {
  id: string;
  kind: FileKind;
  /** Of a picture, in pixels. */
  width: number | null;
  height: number | null;
}

export function viewFile({ id, kind, width, height }: StoredFile): FileView {
  return { id, kind, width, height };
}
