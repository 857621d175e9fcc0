// The folders of the application as people know them, by system. The rule by which they are found stands in the main
// process; a test holds the two together.

export interface UsualFolders {
  readonly system: string
  readonly settings: string
  readonly cache: string
}

export const USUAL_FOLDERS: readonly UsualFolders[] = [
  {
    system: 'Linux',
    settings: '~/.config/F1 Sculpture Gallery',
    cache: '~/.cache/f1-sculpture-gallery',
  },
  {
    system: 'macOS',
    settings: '~/Library/Application Support/F1 Sculpture Gallery',
    cache: '~/Library/Caches/F1 Sculpture Gallery',
  },
  {
    system: 'Windows',
    settings: '%APPDATA%\\F1 Sculpture Gallery',
    cache: '%LOCALAPPDATA%\\F1 Sculpture Gallery\\Cache',
  },
]
