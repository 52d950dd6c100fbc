/** What the spine measures as it happens; metrics take it in. All times in milliseconds. */
export interface Gauges {
  /** one append and its answer */
  appended(took: number, commands: number): void
  /** from the first change of an event-loop turn to its last frame handed over, for one audience of a unit */
  fannedOut(took: number, screens: number): void
  /** how long after its time a duty was recorded */
  dutyRecorded(late: number): void
  /** a submit ended */
  answered(outcome: 'recorded' | 'repeated' | 'refused' | 'unsure'): void
  /** a connection was ended by the server */
  parted(reason: string): void
}
