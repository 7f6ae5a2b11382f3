/** Does what can be done in a room: by the button in sight, or by the one in the menu beside it. */
export async function act(pane, id) {
  const button = pane.getByTestId(id)
  await button.waitFor({ state: 'attached' })
  if (!(await button.isVisible())) await pane.getByTestId('acts-more').click()
  await button.click()
}
