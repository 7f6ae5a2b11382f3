import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryView, InterpreterView } from '@/contracts/realtime'
import { usePreferences } from '@/lib/preferences'
import { Icon } from '@/ui/icon'
import { bodyOf, type RenderingBody } from '../bodies'
import { readsIn } from './reading-language'
import { Rendering } from './rendering'
import { waitsForRendering } from './use-renderings'

interface Props {
  entry: EntryView
  renderings: readonly EntryView[]
  interpreters: readonly InterpreterView[]
  /** The original in a few words. */
  original: string
  children: ReactNode
}

/** An entry with what interpreters have made of it: the reader's own language first when there is one; the original is always in sight, whole by one tap. */
export function Rendered({ entry, renderings, interpreters, original, children }: Props) {
  const { t, i18n } = useTranslation()
  const reads = readsIn(usePreferences().reads, i18n.language)
  const own = renderings.findLast((one) => bodyOf<RenderingBody>(one).language === reads)
  const rest = renderings.filter((one) => one !== own)
  return (
    <>
      {own ? (
        <>
          <Rendering entry={own} first />
          <details className="rendering-original" data-testid="original">
            <summary><span className="rendering-label">{t('guests.rendering.original')}</span> <span className="rendering-brief">{original}</span></summary>
            {children}
          </details>
        </>
      ) : children}
      {rest.map((one) => <Rendering key={one.sequence} entry={one} />)}
      {waitsForRendering(entry, renderings, interpreters) && <span className="rendering-waits" data-testid="rendering-waits"><Icon name="clock" size={16} /> {t('guests.rendering.waits')}</span>}
    </>
  )
}
