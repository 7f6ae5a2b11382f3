import type { RoomView } from '@/contracts/realtime'
import { CaseGuidance } from '@/features/cases/guidance/case-guidance'
import { ShowArticle } from '@/features/rooms/show-article'

/** Questions to legal guides beside the rooms; an article of an answer can be shown in one of them. */
export default function GuidanceSide({ caseId, rooms }: { caseId: string; rooms: readonly RoomView[] }) {
  return <CaseGuidance caseId={caseId} articleActs={(articleId) => <ShowArticle articleId={articleId} rooms={rooms.filter((room) => room.caseId === caseId)} />} />
}
