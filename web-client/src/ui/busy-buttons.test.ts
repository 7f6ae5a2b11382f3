import { Linter } from 'eslint'
import { expect, it } from 'vitest'
import { busyButtons } from '../../busy-buttons.js'

const found = (code: string) => new Linter().verify(code, {
  languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
  rules: { 'no-restricted-syntax': ['error', ...busyButtons] },
}).map(({ message, ruleId }) => ruleId === null ? message : 'found')

it.each([
  '<button disabled={first} />',
  '<Select disabled={set.isPending} />',
  '<Button disabled={!ready || save.isPending} busy={false} />',
  '<Button onClick={() => save.mutate()} />',
  '<button onClick={() => save.mutate()} />',
  '<Press onClick={async () => { await save.mutateAsync(1) }} />',
  '<form onSubmit={() => save.mutate()}><Button type="submit" /></form>',
])('is found: %s', (code) => expect(found(code)).toEqual(['found']))

it.each([
  '<Button disabled={!ready} busy={save.isPending} onClick={() => save.mutate()} />',
  '<Button onClick={() => setOpen(true)} />',
  '<form onSubmit={() => save.mutate()}><p><Button type="submit" busy={save.isPending} /></p></form>',
  '<form onSubmit={() => search()}><Button type="submit" /></form>',
])('stands: %s', (code) => expect(found(code)).toEqual([]))
