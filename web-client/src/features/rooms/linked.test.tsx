import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Linked } from './linked'

test('an address can be followed, and what is behind it learns nothing', () => {
  render(<p>看这里：<Linked text="见 https://example.cn/a?b=1。还有http://x.cn/2，谢谢 (https://y.cn/z)." /></p>)
  const links = screen.getAllByRole('link')
  expect(links.map((link) => link.getAttribute('href'))).toEqual(['https://example.cn/a?b=1', 'http://x.cn/2', 'https://y.cn/z'])
  for (const link of links) expect(link.getAttribute('rel')).toBe('noopener noreferrer nofollow')
  expect(document.querySelector('p')?.textContent).toBe('看这里：见 https://example.cn/a?b=1。还有http://x.cn/2，谢谢 (https://y.cn/z).')
})

test.each(['javascript:alert(1)', 'data:text/html,x', 'ftp://x.cn', 'www.x.cn', 'https://'])('%s stays words', (text) => {
  render(<Linked text={text} />)
  expect(screen.queryByRole('link')).toBeNull()
})
