import Taro from '@tarojs/taro';

/** A reason in her own words, or undefined. */
export async function writtenReason(): Promise<string | undefined> {
  // Taro's types do not know the field in WeChat's dialogue yet.
  const asked = { title: '写一下原因', editable: true, placeholderText: '几个字就行' };
  const { confirm, content } = (await Taro.showModal(asked)) as { confirm: boolean; content?: string };
  const reason = (content ?? '').trim().slice(0, 60);
  return confirm && reason !== '' ? reason : undefined;
}
