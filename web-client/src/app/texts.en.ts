import { accounts } from '@/features/accounts/i18n.en'
import { cases } from '@/features/cases/i18n.en'
import { enterprises } from '@/features/enterprises/i18n.en'
import { evidence } from '@/features/evidence/i18n.en'
import { negotiation } from '@/features/negotiation/i18n.en'
import { network } from '@/features/network/i18n.en'
import { rooms } from '@/features/rooms/i18n.en'
import { enforcement } from '@/features/settlements/enforcement/i18n.en'
import { settlements } from '@/features/settlements/i18n.en'
import { ui } from '@/ui/i18n.en'
import { apply } from './apply/i18n.en'
import { app } from './i18n.en'

export const texts = { ui, app, apply, accounts, network, cases, evidence, rooms, negotiation, settlements, enforcement, enterprises }
