import type { LeavingReason, Opinion } from '../../../server/feedback/feedback.rules';
import fair from '../../pictures/face-fair.svg';
import noHelp from '../../pictures/face-no-help.svg';
import useful from '../../pictures/face-useful.svg';
import child from '../../pictures/icon-child.svg';
import other from '../../pictures/icon-other.svg';
import puzzled from '../../pictures/icon-puzzled.svg';
import road from '../../pictures/icon-road.svg';
import suitcase from '../../pictures/icon-suitcase.svg';
import unsuited from '../../pictures/icon-unsuited.svg';
import unwell from '../../pictures/icon-unwell.svg';
import wheat from '../../pictures/icon-wheat.svg';

export const facePictures: Readonly<Record<Opinion, string>> = { useful, fair, no_help: noHelp };

export const reasonPictures: Readonly<Record<LeavingReason, string>> = {
  ...{ farm_work: wheat, too_far: road, no_child_care: child, unwell },
  ...{ too_hard: puzzled, unsuited, work_elsewhere: suitcase, other },
};
