import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '@/lib/api'
import { Failed, Loading } from '@/ui/states'
import { GuideQuestion } from './guide-question'
import { repliedTo } from './replied-to'
import { useTitleMark } from './use-title-mark'
import './guidance.css'

/** The legal guide's page: his own questions, and those to be taken; what is due first on top. */
export function GuideDesk({ organisation }: { organisation: string | null }) {
  const { t } = useTranslation()
  const questions = useQuery({ queryKey: ['guidance'], queryFn: () => api('GET /guidance'), refetchInterval: 60_000 })
  useTitleMark(questions.data?.filter((one) => repliedTo(one) || one.state === 'Open').length ?? 0)
  if (questions.isPending) return <Loading />
  if (questions.isError) return <Failed error={questions.error} retry={() => void questions.refetch()} />
  const [mine, open] = [questions.data.filter((one) => one.isMine), questions.data.filter((one) => !one.isMine)]
  return (
    <div className="page stack loose guidance" data-testid="guide-desk">
      <header className="stack tight"><h1>{t('guidance.desk.title')}</h1>{organisation !== null && <p className="soft small">{organisation}</p>}<p>{t('guidance.desk.lead')}</p></header>
      {questions.data.length === 0 && <p className="notice" data-testid="no-guidance">{t('guidance.desk.none')}</p>}
      {mine.length > 0 && <section className="stack"><h2>{t('guidance.desk.mine')}</h2>{[...mine].sort((a, b) => Number(repliedTo(b)) - Number(repliedTo(a))).map((one) => <GuideQuestion key={one.id} one={one} />)}</section>}
      {open.length > 0 && <section className="stack"><h2>{t('guidance.desk.open')}</h2>{open.map((one) => <GuideQuestion key={one.id} one={one} />)}</section>}
    </div>
  )
}
