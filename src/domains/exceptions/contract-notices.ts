import { listReader } from '../../contract/answers'
import { noticeRow, noticeSent } from '../../contract/notice'

/** What other seats did: read once the first picture stands. */
export const readers = [listReader({ id: 'exceptions.notices', row: noticeRow })]

/** What is sent with an action that is no button of a record. */
export const sends = { 'exceptions.note': noticeSent }
