/** Texts about this device; loaded after the page stands. */
export const device = {
  title: '这台设备',
  newVersion: { text: '页面有新版本。没写完的话会保留。', load: '重新打开', later: '以后再说' },
  offline: {
    title: '现在没有网络',
    text: '案件和调解室的内容不保存在这台设备上，要等网络恢复才能看到。您写了还没发出的话都在：',
    again: '再试一次',
    draft: '还没发送',
    unsent: '等待发出，网络恢复后打开调解室会自动发送（{{time}}）',
    nothing: '这台设备上没有未发出的话。',
    hotline: '急事请拨打中心电话。',
  },
  install: { text: '放到桌面，下次像应用一样打开；没有网络时也能看到您没发出的话。', yes: '放到桌面', ios: '放到桌面：点浏览器的“分享”按钮，再选“添加到主屏幕”。' },
  push: {
    text: '页面没打开时，有新消息就提醒我。提醒里只说“有一条新消息”，不写姓名和内容。',
    yes: '打开提醒', no: '关掉提醒', on: '这台设备会收到新消息提醒。',
    from: '几点开始不提醒', to: '几点恢复提醒', hour: '{{hour}} 点',
    denied: '您的浏览器不允许本页面发通知，请在浏览器的网站设置里改为允许。', failed: '浏览器现在连不上它的推送服务，没有打开提醒。请换个网络再试。',
  },
  aloud: { text: '朗读：在调解室和签署页面，可以把文字读出来听。', on: '打开朗读', off: '关掉朗读' },
} as const
