export const law = {
  show: '出示法条',
  search: '查什么',
  hint: '例如：人民调解法 29，或者：拖欠 劳动报酬',
  none: '没有找到。换一个词，或者只写法律名称和条号。',
  empty: '还没有导入法律文本。请运行维护人员用 scripts/statutes 导入。',
  more: '只列出前 {{count}} 条，请再加一个词。',
  send: '出示这一条',
  showIn: '出示到',
  showSend: '出示',
  shown: '已出示',
  version: '{{date}}通过的文本',
  asShown: '以出示时的文本为准；后来修改的，这里不变。',
} as const
