import { View } from '@tarojs/components';
import {
  leavingReasonNames,
  leavingReasons,
  opinionNames,
  opinions,
  type LeavingReason,
  type Opinion,
} from '../../../server/feedback/feedback.rules';
import { Choice } from '../choice/choice';
import { facePictures, reasonPictures } from './feedback-pictures';
import './feedback.scss';

interface TilesProps<Answer> {
  /** Before each tile's own name, where several women stand on one screen. */
  readonly id?: string;
  readonly chosen: Answer | null;
  readonly onTap: (answer: Answer) => void;
}

/** Three faces: what the course was to her. */
export function Faces({ id = '', chosen, onTap }: TilesProps<Opinion>) {
  return (
    <View className="feedback-faces">
      {opinions.map((opinion) => (
        <Choice
          key={opinion}
          id={`${id}opinion-${opinion}`}
          shape="card"
          name={opinionNames[opinion]}
          picture={facePictures[opinion]}
          isChosen={chosen === opinion}
          onTap={() => onTap(opinion)}
        />
      ))}
    </View>
  );
}

/** Why she left: a picture for each reason. */
export function ReasonTiles({ id = '', chosen, onTap }: TilesProps<LeavingReason>) {
  return (
    <View className="feedback-reasons">
      {leavingReasons.map((reason) => (
        <Choice
          key={reason}
          id={`${id}reason-${reason}`}
          name={leavingReasonNames[reason]}
          picture={reasonPictures[reason]}
          isChosen={chosen === reason}
          onTap={() => onTap(reason)}
        />
      ))}
    </View>
  );
}
