import type { RefusalView } from '@/contracts/realtime'

/** Refusals that say nothing about the act itself (docs/protocol.md). */
const passing: readonly string[] = ['rooms.busy', 'rooms.no-space', 'shared.draining']
const busyAgainAfter = 1_500

/** The service declined: a stable code for us, a sentence for the person. */
export class Refusal extends Error {
  readonly code: string
  readonly zh: string
  readonly en: string
  readonly status: number
  /** About a form: what is wrong with each field, by its path such as `respondents[0].contact`. */
  readonly errors: Readonly<Record<string, RefusalView>>
  /** It is about this moment, not about the act: the same may be sent again after so many ms. */
  readonly retryAfterMs: number | null

  constructor(view: RefusalView, status: number) {
    super(view.en)
    this.name = 'Refusal'
    this.code = view.code
    this.zh = view.zh
    this.en = view.en
    this.status = status
    this.errors = view.errors ?? {}
    this.retryAfterMs = view.retryAfterMs ?? (passing.includes(view.code) ? busyAgainAfter : null)
  }
}

/** The service could not be asked at all. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('the service could not be reached', { cause })
    this.name = 'Unreachable'
  }
}

function isRefusalView(value: unknown): value is RefusalView {
  const view = value as Partial<RefusalView> | null
  return typeof view === 'object' && view !== null && typeof view.code === 'string' && typeof view.zh === 'string' && typeof view.en === 'string'
}

/** ProblemDetails (RFC 9457) with `code`, `zh`, `en`; anything else becomes a refusal that names the status. */
export function refusalFromProblem(problem: unknown, status: number): Refusal {
  if (isRefusalView(problem)) return new Refusal(problem, status)
  return new Refusal({ code: `http.${status}`, zh: `服务暂时不能处理这个请求（${status}）。`, en: `The service could not handle this request (${status}).` }, status)
}

/** A HubException carries the RefusalView as JSON after SignalR's own prefix; null when the error is of another kind. */
export function refusalFromHub(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error
  const text = error instanceof Error ? error.message : ''
  const start = text.indexOf('{')
  if (start < 0) return null
  try {
    const view: unknown = JSON.parse(text.slice(start, text.lastIndexOf('}') + 1))
    return isRefusalView(view) ? new Refusal(view, 422) : null
  } catch (unreadable) {
    if (unreadable instanceof SyntaxError) return null
    throw unreadable
  }
}
