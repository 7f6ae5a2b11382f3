// What the service would have sent by SMS or mail (it keeps it in Development).
import { until } from './until.mjs'

const used = new Set()

async function newest(request, contact, wanted) {
  return until(`something delivered to ${contact}`, async () => {
    const response = await request.get('/api/outbox', { params: { to: contact } })
    const messages = (await response.json()).filter((message) => message.to === contact && wanted(message) && !used.has(message.id))
    return messages.sort((a, b) => Date.parse(b.at) - Date.parse(a.at))[0]
  })
}

/** The newest code that was not asked for before, and not sent before `since` (ms): an older one may be another scene's. */
export async function codeFor(request, contact, since = 0) {
  const message = await newest(request, contact, ({ code, at }) => code && Date.parse(at) >= since)
  used.add(message.id)
  return message.code
}

/** The path and fragment of the invitation sent to a contact. */
export async function linkFor(request, contact) {
  const { link } = await newest(request, contact, (message) => message.link)
  const { pathname, hash } = new URL(link, 'http://any')
  return pathname + hash
}
