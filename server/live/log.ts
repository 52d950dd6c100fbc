/** What the gateway finds worth a line in the log: codes and ids, never what people wrote. */
export type LiveLogEvent =
  'screen.greeted' | 'screen.parted' | 'screen.fault' | 'screen.hurried' | 'live.draining'

export type LiveLog = (
  code: LiveLogEvent,
  fields: { unit?: string; audience?: string; why?: string; screen?: string; count?: number }
) => void
