/** Texts of reading aloud; loaded with it. */
export const aloud = {
  this: '朗读这一条', stop: '停止朗读',
  follow: '新消息读给我听', following: '正在朗读新消息',
  clauses: '逐条读给我听', clause: '从这一条读起',
  none: '这台设备没有中文语音，不能朗读。可以在系统设置的“文字转语音”里安装。',
} as const
