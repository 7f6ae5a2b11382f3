/** A sentence in which a name has no other form than the Chinese one: marked as such, so that it is read aloud rightly. */
export function InChinese({ text, name }: { text: string; name: string }) {
  const at = name === '' ? -1 : text.indexOf(name)
  return at < 0 ? <>{text}</> : <>{text.slice(0, at)}<span lang="zh-CN">{name}</span>{text.slice(at + name.length)}</>
}
