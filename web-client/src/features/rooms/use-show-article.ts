import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '@/lib/api'
import { uuid7 } from '@/lib/uuid7'

export interface ShownArticle {
  readonly roomId: string
  readonly articleId: string
}

/** Shows an article in a room. The same article in the same room has the same id: sent twice by an impatient hand it stands there once. */
export function useShowArticle(onSuccess?: () => void) {
  const [ids] = useState(() => new Map<string, string>())
  return useMutation({
    mutationFn: ({ roomId, articleId }: ShownArticle) => {
      const key = `${roomId} ${articleId}`
      const clientMessageId = ids.get(key) ?? uuid7()
      ids.set(key, clientMessageId)
      return api('POST /rooms/{id}/law-cards', { path: { id: roomId }, body: { clientMessageId, articleId } })
    },
    onSuccess: () => onSuccess?.(),
  })
}
