import 'fake-indexeddb/auto'
import { afterEach } from 'vitest'
import { cleanup } from '@testing-library/react'

afterEach(cleanup)

// jsdom lays nothing out and scrolls nothing.
Object.assign(Element.prototype, { scrollTo: () => undefined, scrollBy: () => undefined })
