import type { Cover } from '../../../server/articles/articles.rules';
import cover1 from '../../pictures/cover-1.svg';
import cover2 from '../../pictures/cover-2.svg';
import cover3 from '../../pictures/cover-3.svg';
import cover4 from '../../pictures/cover-4.svg';
import cover5 from '../../pictures/cover-5.svg';
import cover6 from '../../pictures/cover-6.svg';

/** The project's own cover pictures, by the names that articles keep. */
export const covers: Readonly<Record<Cover, string>> = {
  'cover-1': cover1,
  'cover-2': cover2,
  'cover-3': cover3,
  'cover-4': cover4,
  'cover-5': cover5,
  'cover-6': cover6,
};
