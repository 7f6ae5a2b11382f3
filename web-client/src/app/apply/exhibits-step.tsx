import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ExhibitCard } from '@/features/evidence/exhibit-card'
import '@/features/evidence/evidence.css'
import { ExhibitPicker } from '@/features/evidence/exhibit-picker'
import { uploadExhibit } from '@/features/evidence/upload'
import { useFileDrop } from '@/features/evidence/use-file-drop'
import { Button } from '@/ui/button'
import { Refused } from '@/ui/states'
import type { StepProps } from './step-props'

export function ExhibitsStep({ application, change, wrong }: StepProps) {
  const { t } = useTranslation()
  const [busy, setBusy] = useState(0)
  const [error, setError] = useState<unknown>(null)
  const send = async (files: File[]) => {
    setError(null)
    setBusy((now) => now + files.length)
    for (const file of files) {
      try {
        const exhibit = await uploadExhibit(file)
        change((now) => ({ ...now, exhibits: [...now.exhibits, exhibit] }))
      } catch (refused) {
        setError(refused)
      } finally {
        setBusy((now) => now - 1)
      }
    }
  }
  const { over, onPaste, drop } = useFileDrop((files) => void send(files))
  return (
    <section className={`stack${over ? ' drop-here' : ''}`} onPaste={onPaste} {...drop}>
      <p className="soft">{t('apply.exhibitsLead')} {t('evidence.kinds')}</p>
      <ExhibitPicker onFiles={(files) => void send(files)} />
      {busy > 0 && <p role="status">{t('evidence.sending')}</p>}
      <Refused error={error} />
      {wrong('exhibitIds') && <p className="wrong">{wrong('exhibitIds')}</p>}
      <ul className="plain stack">
        {application.exhibits.map((exhibit) => (
          <li key={exhibit.id} className="stack tight">
            <ExhibitCard exhibit={{ ...exhibit, exhibitId: exhibit.id }} />
            <Button look="plain" compact onClick={() => change((now) => ({ ...now, exhibits: now.exhibits.filter((one) => one.id !== exhibit.id) }))}>{t('evidence.remove', { name: exhibit.name })}</Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
