import { Navigate } from 'react-router'
import { useMe } from '@/features/accounts/me'
import { ownPage } from '@/features/accounts/own-page'
import { GuideDesk } from '@/features/cases/guidance/guide-desk'

export default function GuidancePage() {
  const me = useMe().data
  if (me && !me.roles.includes('Guide')) return <Navigate to={ownPage(me)} replace />
  return <GuideDesk organisation={me?.organisationName ?? null} />
}
