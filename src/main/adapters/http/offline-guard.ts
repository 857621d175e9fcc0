// Says "offline" at once where the system knows it, instead of after timeouts.

import { AppError } from '../../core/app-error'
import { isLoopback, type Transport } from './transport'

/**
 * @param isOnline false only if there is certainly no network (Electron's `net.isOnline`); true promises nothing,
 *   so failures to resolve a name are understood in `transfer-failure` as well.
 */
export function withOfflineGuard(transport: Transport, isOnline: () => boolean): Transport {
  return {
    async exchange(exchange) {
      if (!isLoopback(exchange.url) && !isOnline())
        throw new AppError('source/offline', new URL(exchange.url).host)
      await transport.exchange(exchange)
    },
  }
}
