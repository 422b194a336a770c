import HedgeModel

/// The levels of the simulated market at one instant.
struct SimulatedState: Sendable {
  /// The instant.
  let instant: Timestamp
  /// The hour that holds it.
  let hour: Int
  /// Log prices, bases and carry in the order of ``SimulatedPath``.
  let levels: [Double]
}
