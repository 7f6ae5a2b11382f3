import type { ExhibitView } from '@/contracts/realtime'
import { api } from '@/lib/api'
import { Refusal } from '@/lib/refusal'

export const largestFile = 20 * 1024 * 1024

/** What the file picker offers. The service decides by the content, not by the name. */
export const offered = 'image/jpeg,image/png,image/webp,application/pdf,text/plain,.jpg,.jpeg,.png,.webp,.pdf,.txt'

export interface Place {
  caseId?: string
  roomId?: string
  clientMessageId?: string
}

/** Sends one file; into a room it becomes an entry there, seen by that room's audience only. */
export async function uploadExhibit(file: File, place: Place = {}): Promise<ExhibitView> {
  if (file.size > largestFile) {
    throw new Refusal({ code: 'evidence.too-large', zh: '文件超过 20 MB，请压缩或分开上传。', en: 'The file is larger than 20 MB; please make it smaller or send it in parts.' }, 422)
  }
  const body = new FormData()
  for (const [name, value] of Object.entries(place) as [string, string | undefined][]) if (value !== undefined) body.set(name, value)
  body.set('file', file, file.name)
  return api('POST /exhibits', { body })
}

export const exhibitAddress = (id: string): string => `/api/exhibits/${encodeURIComponent(id)}`

export const sizeOf = (bytes: number): string =>
  bytes < 1024 ? `${bytes} B` : bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
