import { Image, View } from '@tarojs/components';
import './code-picture.scss';

/** A QR code with the words that say what to do with it. */
export function CodePicture({ id, address, says }: { id: string; address: string; says: string }) {
  return (
    <View className="code-picture">
      <Image id={id} className="code-picture-image" src={address} mode="aspectFit" />
      <View className="code-picture-says">{says}</View>
    </View>
  );
}
