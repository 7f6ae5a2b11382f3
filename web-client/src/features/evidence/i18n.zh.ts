export const evidence = {
  camera: '拍照',
  file: '选择文件',
  voice: '录一段语音',
  look: '打开看',
  hide: '收起',
  hash: '校验',
  sending: '正在上传…',
  kinds: '照片、PDF、文字文件或语音，每个不超过 20 MB，语音不超过两分钟。',
  title: '证据材料',
  none: '没有证据材料。',
  remove: '移除 {{name}}',
} as const
