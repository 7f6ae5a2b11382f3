import { uuid7 } from '@/lib/uuid7'

/** This page, among all on which the same person may write. */
export const desk = uuid7()
