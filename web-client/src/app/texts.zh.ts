import { accounts } from '@/features/accounts/i18n.zh'
import { cases } from '@/features/cases/i18n.zh'
import { enterprises } from '@/features/enterprises/i18n.zh'
import { evidence } from '@/features/evidence/i18n.zh'
import { negotiation } from '@/features/negotiation/i18n.zh'
import { network } from '@/features/network/i18n.zh'
import { rooms } from '@/features/rooms/i18n.zh'
import { enforcement } from '@/features/settlements/enforcement/i18n.zh'
import { settlements } from '@/features/settlements/i18n.zh'
import { ui } from '@/ui/i18n.zh'
import { apply } from './apply/i18n.zh'
import { app } from './i18n.zh'

export const texts = { ui, app, apply, accounts, network, cases, evidence, rooms, negotiation, settlements, enforcement, enterprises } as const
