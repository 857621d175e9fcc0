// Names of places that are seen for what they are, and have to be said to who does not see them.

export const ENGLISH_ACCESS_WORDS = {
  wallStatus: 'What hangs here',
  chartPanels: 'The charts',
} as const
