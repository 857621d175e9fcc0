// Constants and conventions of everything that computes with motion. SI inside; right-handed frame, z up.
// Curvature and lateral G > 0: left-hand turn. Longitudinal > 0: speeding up.

/** Standard gravity, m/s² (ISO 80000-3). */
export const GRAVITY_MS2 = 9.80665

export const KMH_PER_MS = 3.6
