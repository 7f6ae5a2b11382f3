import type { TextPieceView } from '@/contracts/realtime'

/** Two wordings in one: what was taken out is struck through, what was put in is underlined; never by colour alone. */
export function Pieces({ pieces }: { pieces: readonly TextPieceView[] }) {
  return pieces.map((piece, at) =>
    piece.kind === 'Kept' ? <span key={at}>{piece.text}</span> : piece.kind === 'Removed' ? <del key={at}>{piece.text}</del> : <ins key={at}>{piece.text}</ins>)
}
