/** Where a picture that was sent is shown from, drawn about so wide, in pixels. */
export function pictureUrl(fileId: string, width: number): string {
  return `${process.env.TARO_APP_API ?? ''}/api/files/${fileId}?width=${width}`;
}
