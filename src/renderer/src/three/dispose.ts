// Gives back what a subtree holds on the GPU. three.js never does this by itself.

import type { Object3D } from 'three'

interface Disposable {
  dispose(): void
}

interface Held {
  readonly geometry?: Disposable
  readonly material?: Disposable | readonly Disposable[]
}

/**
 * Disposes geometries and materials under `root` and takes `root` out of its parent. Safe to call twice.
 * @param shared materials that outlive the subtree; they are left alone.
 */
export function disposeTree(root: Object3D, shared: ReadonlySet<unknown>): void {
  root.traverse((object) => {
    const { geometry, material } = object as Held
    geometry?.dispose()
    const materials = material === undefined ? [] : 'dispose' in material ? [material] : material
    for (const each of materials) if (!shared.has(each)) each.dispose()
  })
  root.removeFromParent()
}
