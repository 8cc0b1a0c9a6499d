import { BlockView } from '../blocks.view';

/** What came in, to be put into an article and looked over there. */
export class ImportedView {
  blocks: BlockView[];
  /** How many pictures were left behind: they have to be sent one by one. */
  picturesLeft: number;
  /** There was more than an article takes. */
  isCut: boolean;
}
