import { fireEvent, render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { ActMenu } from './act-menu'

const menu = () => screen.getByTestId('more').nextElementSibling as HTMLElement

test('a talk that scrolls by itself leaves the menu open; what carries the button along shuts it', () => {
  render(
    <div data-testid="pane">
      <ActMenu label="More" testId="more"><button type="button">Close</button></ActMenu>
      <div data-testid="talk" />
    </div>,
  )
  fireEvent.click(screen.getByTestId('more'))
  expect(menu().dataset.open).toBe('true')
  fireEvent.scroll(screen.getByTestId('talk'))
  expect(menu().dataset.open).toBe('true')
  fireEvent.scroll(screen.getByTestId('pane'))
  expect(menu().dataset.open).toBe('false')
})
