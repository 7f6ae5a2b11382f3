/** Texts of voice notes; loaded with the recorder. */
export const voiceNote = {
  title: '录一段语音',
  lead: '最长两分钟。点“开始录音”后，浏览器会问能不能用麦克风，请选择“允许”。录完先听一遍，再决定发不发。',
  start: '开始录音', stop: '录好了', again: '重录', send: '发送语音',
  recording: '正在录音 {{time}}，最长 2:00', listen: '听一遍', name: '语音 {{minutes}}分{{seconds}}秒',
  denied: '浏览器没有允许使用麦克风。请在浏览器的网站设置里改为允许，再试一次。',
  missing: '没有找到能用的麦克风。', unsupported: '这个浏览器不能录音。请用系统自带的浏览器打开，或者改为打字。', failed: '录音没有成功，请再试一次。',
} as const
