import { expect, it } from 'vitest'
import openapi from '@/contracts/openapi.json'
import source from './endpoints.ts?raw'

interface Schema { $ref?: string; items?: Schema; oneOf?: Schema[] }
interface Operation { responses: Record<string, { content?: Record<string, { schema?: Schema }> }> }

const paths = openapi.paths as unknown as Record<string, Record<string, Operation>>
const plain = (path: string) => path.replace(/\{\w+\}/g, '{}')

/** What an operation answers with, as the client writes it: `Wire.Name`, `Wire.Name[]`; nothing for an empty answer, null for what is no JSON object. */
function answersOf(operation: Operation): (string | undefined | null)[] {
  return Object.entries(operation.responses).filter(([status]) => status.startsWith('2')).flatMap<string | undefined | null>(([, answer]) => {
    const contents = Object.values(answer.content ?? {})
    return contents.length === 0 ? [undefined] : contents.map(({ schema }) => named(schema))
  })
}

function named(schema: Schema | undefined): string | null {
  if (schema?.$ref) return `Wire.${schema.$ref.split('/').at(-1) ?? ''}`
  if (schema?.items?.$ref) return `${named(schema.items) ?? ''}[]`
  const one = schema?.oneOf?.find(({ $ref }) => $ref)
  return one ? named(one) : null
}

const declared = [...source.matchAll(/^ {2}'(GET|POST|PUT|DELETE) ([^']+)': \{.*?returns: ([^;}]+?) ?\}/gm)].map(([, method = '', path = '', returns = '']) => ({ method, path, returns }))

it('is what the service answers', () => {
  expect(declared.length).toBeGreaterThan(150)
  const wrong = declared.filter(({ path, returns }) => path !== '/outbox' && returns !== 'string').flatMap(({ method, path, returns }) => {
    const operation = Object.entries(paths).find(([route]) => plain(route) === plain(`/api${path}`))?.[1][method.toLowerCase()]
    if (!operation) return [`${method} ${path} does not exist`]
    const answers = answersOf(operation)
    if (answers.includes(null)) return []
    const parts = returns.split(' | ').map((part) => (part === 'undefined' ? undefined : part)).filter((part) => part !== 'null')
    return parts.every((part) => answers.includes(part)) && answers.every((answer) => parts.includes(answer ?? undefined)) ? [] : [`${method} ${path}: ${returns} here, ${answers.join(' | ')} there`]
  })
  expect(wrong).toEqual([])
})
