import { capitals, figures } from '@/lib/money'

/** An amount as it binds: figures and 大写. */
export function Amount({ fen, words = true }: { fen: number; words?: boolean }) {
  return (
    <span className="amount">
      <span className="figures">¥ {figures(fen)}</span>
      {words && <span className="capitals" lang="zh-CN">{capitals(fen)}</span>}
    </span>
  )
}
