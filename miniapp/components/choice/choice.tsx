import { Image, View } from '@tarojs/components';
import './choice.scss';

interface ChoiceProps {
  readonly id: string;
  readonly name: string;
  readonly about?: string;
  readonly picture?: string;
  readonly isChosen: boolean;
  /** Its place in her order, where order matters. */
  readonly place?: number;
  readonly shape?: 'card' | 'row' | 'small';
  readonly onTap: () => void;
}

/** Something to tap instead of typing: a picture with a word or two. Chosen is shown by a mark as well as by colour. */
export function Choice({ id, name, about, picture, isChosen, place, shape = 'row', onTap }: ChoiceProps) {
  return (
    <View
      id={id}
      className={`choice choice-${shape} ${isChosen ? 'choice-on' : ''}`}
      onClick={onTap}
      aria-role="checkbox"
      aria-checked={isChosen}
      aria-label={name}
    >
      {picture && <Image className="choice-picture" src={picture} mode="aspectFit" />}
      <View className="choice-words">
        <View className="choice-name">{name}</View>
        {about && <View className="choice-about">{about}</View>}
      </View>
      {isChosen && <View className="choice-mark">{place ?? '✓'}</View>}
    </View>
  );
}
