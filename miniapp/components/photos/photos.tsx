import { Image, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useAnswer } from '../../api/use-answer';
import { fetchPhoto } from '../../api/photo';
import './photos.scss';

/** Photographs that not everybody may see; one tap makes one large. They are fetched under her own sign-in. */
export function Photos({ paths }: { paths: readonly string[] }) {
  const { data = [], trouble } = useAnswer(() => Promise.all(paths.map(fetchPhoto)), paths.join());
  if (paths.length === 0) return null;
  if (trouble !== undefined) return <View className="photos-trouble">{trouble}</View>;
  return (
    <View className="photos">
      {data.map((address, index) => (
        <Image
          key={address}
          id={`photo-${index}`}
          className="photos-one"
          src={address}
          mode="aspectFill"
          aria-role="button"
          aria-label={`第${index + 1}张照片，点开看大图`}
          onClick={() => void Taro.previewImage({ urls: data, current: address })}
        />
      ))}
    </View>
  );
}
