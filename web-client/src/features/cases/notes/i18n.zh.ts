export const notes = {
  title: '我的笔记',
  label: '只有您自己能看到',
  hint: '自动保存，换一台设备也在；不进入笔录和任何导出，案件到期销毁时一并删除。',
  notKept: '还没有保存，请不要关闭页面。',
  phase: { loading: '正在读取', saved: '已保存', writing: '正在输入', saving: '正在保存', retrying: '没有网络，联通后自动保存', conflict: '另一处也改过', failed: '没有保存' },
  conflict: { title: '您在另一台设备或页面上也改过这份笔记，那里写的是：', empty: '（空）', both: '两份都留', theirs: '用那一份', mine: '用这一份' },
} as const
