// Notifications of the warming: what was made while nobody looked. A click leads to the room that tells the rest.

import { Notification } from 'electron'
import type { RunNotice } from '../core/desktop/run-notice'
import { desktopWords } from './desktop-words'

export class Notifier {
  /** Held until they are closed: a notification that is collected as garbage no longer hears its click. */
  private readonly open = new Set<Notification>()

  constructor(private readonly onClick: () => void) {}

  tellRun({ kind, warmed, failed }: RunNotice): void {
    const { title, body } = desktopWords().notices[kind]
    this.tell(title, body(warmed, failed))
  }

  tellOverdue(): void {
    const { title, body } = desktopWords().notices.overdue
    this.tell(title, body)
  }

  close(): void {
    for (const notification of this.open) notification.close()
    this.open.clear()
  }

  private tell(title: string, body: string): void {
    if (!Notification.isSupported()) return
    const notification = new Notification({ title, body })
    this.open.add(notification)
    notification.on('close', () => this.open.delete(notification))
    notification.on('click', () => {
      this.open.delete(notification)
      this.onClick()
    })
    notification.show()
  }
}
