import '../room-texts'

export { DifferentTimesOnCase as TimesOnCase } from '@/features/rooms/different-times/different-times'
