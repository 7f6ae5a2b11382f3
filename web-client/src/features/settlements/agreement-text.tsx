/** 一、 … 四、: the parts of the text. */
const part = /^[一二三四五六七八九十]+、/

/** The frozen text, each line as it is; its title and the beginnings of its parts only look different. */
export function AgreementText({ text }: { text: string }) {
  return (
    <div className="agreement-text" lang="zh-CN" data-testid="agreement-text">
      {text.split('\n').map((line, at) => <p key={at} data-line={at} className={at === 0 ? 'agreement-title' : part.test(line) ? 'agreement-part' : undefined}>{line}</p>)}
    </div>
  )
}
