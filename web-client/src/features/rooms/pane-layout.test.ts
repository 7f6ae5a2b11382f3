import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { arrange, closeRoom, emptyLayout, focusPane, keepOnly, loadLayout, neighbour, openBeside, openRoom, resize, saveLayout, withPreset, type PaneLayout } from './pane-layout'

const storage = () => {
  const kept = new Map<string, string>()
  return { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value), kept }
}

describe('arranging panes', () => {
  it('fills free panes, then replaces the one in use', () => {
    let layout = openRoom(openRoom(emptyLayout, 'a'), 'b')
    expect(layout.rooms).toEqual(['a', 'b'])
    layout = openRoom(focusPane(layout, 0), 'c')
    expect(layout.rooms).toEqual(['c', 'b'])
    expect(layout.active).toBe(0)
  })

  it('focuses a room that is open already', () => {
    const layout = openRoom(openRoom(openRoom(emptyLayout, 'a'), 'b'), 'a')
    expect(layout.rooms).toEqual(['a', 'b'])
    expect(layout.active).toBe(0)
  })

  it('keeps the pane in use when fewer panes are wanted', () => {
    const four = ['a', 'b', 'c', 'd'].reduce(openRoom, withPreset(emptyLayout, 4))
    const one = withPreset(four, 1)
    expect(one.rooms).toEqual(['d'])
    expect(one.active).toBe(0)
  })

  it('opens a caucus beside the room it was asked for in, as long as there are panes', () => {
    let layout = openBeside(openRoom(withPreset(emptyLayout, 1), 'joint'), 'caucus')
    expect(layout).toMatchObject({ preset: 2, rooms: ['joint', 'caucus'], active: 1 })
    layout = openBeside(layout, 'other')
    expect(layout).toMatchObject({ preset: 4, rooms: ['joint', 'caucus', 'other'] })
    expect(openBeside(openRoom(layout, 'd'), 'e').rooms).toEqual(['joint', 'caucus', 'other', 'e'])
  })

  it('drops rooms the person lost and keeps the focus on the same room', () => {
    const layout = ['a', 'b', 'c'].reduce(openRoom, withPreset(emptyLayout, 4))
    const left = keepOnly(layout, new Set(['b', 'c']))
    expect(left.rooms[left.active]).toBe('c')
    expect(left.rooms).toEqual(['b', 'c'])
  })

  it('walks the list with J and K, around its ends', () => {
    expect(neighbour(['a', 'b', 'c'], 'c', 1)).toBe('a')
    expect(neighbour(['a', 'b', 'c'], 'a', -1)).toBe('c')
    expect(neighbour(['a', 'b'], undefined, 1)).toBe('a')
    expect(neighbour([], 'a', 1)).toBeUndefined()
  })

  it('never shows a room twice, never more than the preset, whatever is done', () => {
    const act = fc.oneof(
      fc.record({ do: fc.constant('open' as const), room: fc.constantFrom('a', 'b', 'c', 'd', 'e') }),
      fc.record({ do: fc.constant('close' as const), room: fc.constantFrom('a', 'b', 'c', 'd', 'e') }),
      fc.record({ do: fc.constant('preset' as const), preset: fc.constantFrom(1 as const, 2 as const, 4 as const) }),
      fc.record({ do: fc.constant('focus' as const), index: fc.integer({ min: -1, max: 5 }) }),
    )
    fc.assert(
      fc.property(fc.array(act), (acts) => {
        const last = acts.reduce<PaneLayout>((layout, one) => {
          if (one.do === 'open') return openRoom(layout, one.room)
          if (one.do === 'close') return closeRoom(layout, one.room)
          if (one.do === 'preset') return withPreset(layout, one.preset)
          return focusPane(layout, one.index)
        }, emptyLayout)
        expect(new Set(last.rooms).size).toBe(last.rooms.length)
        expect(last.rooms.length).toBeLessThanOrEqual(last.preset)
        expect(last.active).toBeGreaterThanOrEqual(0)
        expect(last.active).toBeLessThan(Math.max(1, last.rooms.length))
      }),
    )
  })
})

describe('fitting panes into the window', () => {
  const four = ['a', 'b', 'c', 'd'].reduce(openRoom, withPreset(emptyLayout, 4))

  it('puts four beside each other on a wide screen, two by two on a desk, one at a time on a phone', () => {
    expect(arrange(four, 1500, 900)).toEqual({ shown: ['a', 'b', 'c', 'd'], columns: 4 })
    expect(arrange(four, 1100, 800)).toEqual({ shown: ['a', 'b', 'c', 'd'], columns: 2 })
    expect(arrange(focusPane(four, 2), 700, 500)).toEqual({ shown: ['b', 'c'], columns: 2 })
    expect(arrange(focusPane(four, 2), 360, 700)).toEqual({ shown: ['c'], columns: 1 })
    expect(arrange(four, 1100, 800, 1.4)).toEqual({ shown: ['c', 'd'], columns: 2 })
  })

  it('always shows the active room, never more than fit, in their order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 2600 }), fc.integer({ min: 0, max: 1600 }), (count, active, width, height) => {
        const layout = focusPane(['a', 'b', 'c', 'd'].slice(0, count).reduce(openRoom, withPreset(emptyLayout, 4)), active)
        const { shown, columns } = arrange(layout, width, height)
        const order = shown.map((room) => layout.rooms.indexOf(room))
        expect(order).toEqual([...order].sort())
        expect(columns).toBeLessThanOrEqual(Math.max(1, Math.floor(width / 330)))
        if (count > 0) expect(shown).toContain(layout.rooms[layout.active])
      }),
    )
  })
})

describe('keeping the arrangement', () => {
  it('comes back as it was after a reload, for this person alone', () => {
    const store = storage()
    const layout = resize(['a', 'b', 'c'].reduce(openRoom, withPreset(emptyLayout, 4)), 'column', 0.3)
    saveLayout('wang', layout, store)
    expect(loadLayout('wang', store)).toEqual(layout)
    expect(loadLayout('li', store)).toEqual(emptyLayout)
  })

  it('survives a broken or hostile value', () => {
    for (const text of ['', '{', '[]', 'null', '{"rooms":[1,2],"preset":9,"active":99,"split":{"column":"x","row":99}}']) {
      const store = storage()
      store.kept.set('odr.panes.wang', text)
      const layout = loadLayout('wang', store)
      expect(layout.rooms).toEqual([])
      expect(layout.active).toBe(0)
      expect(layout.split.row).toBeLessThanOrEqual(0.8)
    }
  })

  it('does not let a pane be dragged away to nothing', () => {
    expect(resize(emptyLayout, 'column', -3).split.column).toBe(0.2)
    expect(resize(emptyLayout, 'row', 7).split.row).toBe(0.8)
  })
})
