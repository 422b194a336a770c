import HedgeModel

/// The instant all tests look from: 2026-11-18T14:40:00Z.
let testNow = Timestamp(milliseconds: 1_795_012_800_000)
