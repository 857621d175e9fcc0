// What is going on, what came of it last, when it begins again, and how the last runs went.

import type { SourceKind } from '@contract/ids'
import { endedRuns } from '@contract/runs'
import { useNow, useValue } from '../../ui/use-value'
import { WORDS } from '../../ui/words'
import { LastRun } from './last-run'
import { NextRun } from './next-run'
import { NowCard } from './now-card'
import { RunsChart } from './runs-chart'
import type { WarmingRoomStore } from './warming-room-store'

interface NowPageProps {
  readonly room: WarmingRoomStore
  readonly source: SourceKind
  readonly onSettings: () => void
}

export function NowPage({ room, source, onSettings }: NowPageProps) {
  const status = useValue(room.feed.status)
  const tasks = useValue(room.feed.tasks)
  const calendars = useValue(room.names.calendars)
  const now = useNow(1_000)
  if (status === null || tasks === null) return <p className="quiet">{WORDS.warming.line.unknown}</p>
  const runs = endedRuns(tasks)
  return (
    <div className="now-page">
      <NowCard room={room} source={source} status={status} tasks={tasks} calendars={calendars} now={now} />
      <div className="now-side">
        <LastRun run={runs[0] ?? null} calendars={calendars} now={now} onDetails={room.showTask} />
        <NextRun schedule={status.schedule} now={now} previewRule={room.previewRule} onChange={onSettings} />
      </div>
      <RunsChart runs={runs} />
    </div>
  )
}
