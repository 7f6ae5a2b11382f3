import { useTranslation } from 'react-i18next'
import type { EnforcementView, PacketItemView } from '@/contracts/realtime'
import { missingOf } from './joint-application'
import { OneArticle } from './routes'

/** What the packet lacks and who has to supply it; what is there, folded away. */
export function Packet({ view }: { view: EnforcementView }) {
  const { t } = useTranslation()
  const missing = missingOf(view)
  const there = view.packet.filter((item) => item.isThere)
  return (
    <div className="stack tight" data-testid="packet">
      {missing.length === 0 && <p className="notice good" data-testid="packet-complete"><b>{t('enforcement.complete')}</b></p>}
      {missing.length > 0 && (
        <>
          <h4>{t('enforcement.missing')}</h4>
          <ul className="plain stack tight" data-testid="packet-missing">{missing.map((item) => <li key={item.part + (item.partyId ?? '')} className="missing"><Item item={item} missing /></li>)}</ul>
        </>
      )}
      <details><summary className="small">{t('enforcement.have', { count: there.length })}</summary><ul className="plain small">{there.map((item) => <li key={item.part + (item.partyId ?? '')}>✓ <Item item={item} /></li>)}</ul></details>
      <OneArticle article={view.packetArticle} />
    </div>
  )
}

function Item({ item, missing = false }: { item: PacketItemView; missing?: boolean }) {
  const { t } = useTranslation()
  const name = item.partyName ?? t('enforcement.anyParty')
  return <>{t(`enforcement.part.${item.part}`)}{missing ? <span className="small soft"> · {t(`enforcement.by.${item.supplier}`, { name })}</span> : item.supplier === 'Party' && item.partyName !== null && <span className="soft"> · {name}</span>}</>
}
