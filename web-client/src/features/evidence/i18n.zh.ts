export const evidence = {
  camera: '拍照',
  file: '选择文件',
  hash: '校验',
  sending: '正在上传…',
  kinds: '照片、PDF 或文字文件，每个不超过 20 MB。',
  title: '证据材料',
  none: '没有证据材料。',
  remove: '移除 {{name}}',
} as const
