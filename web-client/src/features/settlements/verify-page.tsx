import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { api } from '@/lib/api'
import { Refusal } from '@/lib/refusal'
import { Button } from '@/ui/button'
import { TextField } from '@/ui/field'
import { Loading, Refused } from '@/ui/states'
import { CodeResult, FileResult } from './verify-results'
import './settlements.css'

/** For anybody: give the document or the code, learn whether it is genuine and what was signed when by whom. */
export default function VerifyPage() {
  const { t } = useTranslation()
  const { code } = useParams()
  const navigate = useNavigate()
  const [typed, setTyped] = useState(code ?? '')
  const check = useQuery({ queryKey: ['verify', code], queryFn: () => api('GET /verify/{code}', { path: { code: code ?? '' } }), enabled: code !== undefined, retry: false })
  const file = useMutation({
    mutationFn: (chosen: File) => {
      const body = new FormData()
      body.set('file', chosen, chosen.name)
      return api('POST /verify', { body })
    },
  })
  const unknown = check.error instanceof Refusal && check.error.status === 404
  return (
    <div className="page stack loose" data-testid="verify-page">
      <header className="stack tight">
        <h1>{t('settlements.verify.title')}</h1>
        <p className="soft">{t('settlements.verify.lead')}</p>
      </header>
      <section className="card stack" onDragOver={(event) => event.preventDefault()} onDrop={(event) => { event.preventDefault(); const [dropped] = event.dataTransfer.files; if (dropped) file.mutate(dropped) }}>
        <h2>{t('settlements.verify.byFile')}</h2>
        <label className="button quiet">
          {t('settlements.verify.choose')}
          <input type="file" className="unseen" accept="application/pdf,application/json,.pdf,.json" onChange={(event) => { const [chosen] = event.target.files ?? []; if (chosen) file.mutate(chosen); event.target.value = '' }} data-testid="verify-file" />
        </label>
        <p className="soft small">{t('settlements.verify.fileHint')}</p>
        {file.isPending && <Loading what={t('settlements.verify.checking')} />}
        <Refused error={file.error} />
        {file.data && <FileResult view={file.data} name={file.variables.name} />}
      </section>
      <section className="card stack">
        <h2>{t('settlements.verify.byCode')}</h2>
        <form className="stack" onSubmit={(event) => { event.preventDefault(); void navigate(`/verify/${encodeURIComponent(typed.trim())}`) }}>
          <TextField label={t('settlements.verify.code')} value={typed} autoComplete="off" maxLength={60} onChange={(event) => setTyped(event.target.value)} data-testid="verify-code" />
          <Button type="submit" look="quiet" disabled={typed.trim() === ''} busy={check.isFetching} data-testid="verify-code-submit">{t('settlements.verify.look')}</Button>
        </form>
        {unknown ? <div className="notice stop" role="alert" data-testid="code-unknown"><b>{t('settlements.verify.notFound')}</b><p>{t('settlements.verify.notFoundText')}</p></div> : <Refused error={check.error} />}
        {check.data && <CodeResult view={check.data} />}
      </section>
    </div>
  )
}
