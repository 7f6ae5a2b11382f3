import type { Endpoints } from './endpoints'
import { refusalFromProblem, Unreachable } from './refusal'

type PathNames<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}` ? Name | PathNames<Rest> : never

type Input<Key extends keyof Endpoints> =
  ([PathNames<Key>] extends [never] ? object : { path: Record<PathNames<Key>, string> }) &
  (Endpoints[Key] extends { body: infer Body } ? { body: Body } : object) &
  (Endpoints[Key] extends { query: infer Query } ? { query?: Query } : object) &
  { signal?: AbortSignal }

type Answer<Key extends keyof Endpoints> = Endpoints[Key]['returns']

type Arguments<Key extends keyof Endpoints> = object extends Input<Key> ? [input?: Input<Key>] : [input: Input<Key>]

interface AnyInput {
  path?: Record<string, string>
  query?: Record<string, string | number | boolean | null | undefined>
  body?: unknown
  signal?: AbortSignal
}

export function addressOf(route: string, input: Pick<AnyInput, 'path' | 'query'> = {}): string {
  const path = route.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(input.path?.[name] ?? ''))
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(input.query ?? {})) if (value !== null && value !== undefined && value !== '') query.set(name, String(value))
  return `/api${path}${query.size > 0 ? `?${query.toString()}` : ''}`
}

async function ask(address: string, request: RequestInit): Promise<Response> {
  let response: Response
  try {
    response = await fetch(address, { credentials: 'same-origin', ...request })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new Unreachable(error)
  }
  if (response.ok) return response
  // A gateway's answer is no answer of the service: try again, do not show it as a refusal.
  if (response.status === 502 || response.status === 503 || response.status === 504) throw new Unreachable(new Error(`gateway: ${response.status}`))
  const isJson = response.headers.get('content-type')?.includes('json') ?? false
  throw refusalFromProblem(isJson ? await response.json() : null, response.status)
}

/** Calls one endpoint: `api('GET /cases/{id}', { path: { id } })`. Throws Refusal or Unreachable. */
export async function api<Key extends keyof Endpoints>(key: Key, ...[given]: Arguments<Key>): Promise<Answer<Key>> {
  const input = (given ?? {}) as AnyInput
  const [method, route] = key.split(' ') as [string, string]
  const request: RequestInit = { method }
  if (input.signal) request.signal = input.signal
  if (input.body instanceof FormData) {
    request.body = input.body
  } else if (input.body !== undefined) {
    request.body = JSON.stringify(input.body)
    request.headers = { 'content-type': 'application/json' }
  }
  const response = await ask(addressOf(route, input), request)
  const text = await response.text()
  if (text === '') return undefined
  return (response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text) as Answer<Key>
}
