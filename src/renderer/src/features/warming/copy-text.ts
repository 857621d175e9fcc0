// Text to the clipboard. By the old command and not by `navigator.clipboard`, which would need a permission, and a page
// of ours has none.

/** To be called in answer to a click. @returns whether the clipboard took it. */
export function copyText(text: string): boolean {
  const onCopy = (event: ClipboardEvent): void => {
    event.preventDefault()
    event.clipboardData?.setData('text/plain', text)
  }
  document.addEventListener('copy', onCopy)
  try {
    return document.execCommand('copy')
  } finally {
    document.removeEventListener('copy', onCopy)
  }
}
