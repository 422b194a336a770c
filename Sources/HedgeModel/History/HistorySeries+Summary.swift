extension HistorySeries.Column {
  /// The latest value that is known; nil when none is.
  public var latest: Double? { last.last { $0?.isFinite ?? false } ?? nil }

  /// The lowest value there was; nil when none is known.
  public var minimum: Double? { lowest.lazy.compactMap { $0?.ifNumber }.min() }

  /// The highest value there was; nil when none is known.
  public var maximum: Double? { highest.lazy.compactMap { $0?.ifNumber }.max() }

  /// The latest value less the first that is known; nil when none is.
  public var change: Double? {
    guard let latest, let first = last.lazy.compactMap({ $0?.ifNumber }).first else { return nil }
    return latest - first
  }

  /// How much of the time the figure is known of, from 0 to 1; 0 of no time at all.
  public var knownShare: Double {
    last.isEmpty ? 0 : Double(last.count { $0?.isFinite ?? false }) / Double(last.count)
  }
}

extension HistorySeries {
  /// Whether net beta must have been beyond its band at some time of each span; nil where it, the target or the band is
  /// unknown.
  ///
  /// The highest net beta was met by no target above the highest one, and the lowest by none below the lowest, so a
  /// target that moves and net beta that follows it are no breach. Where the target stood still nothing is missed.
  public var isBeyondBand: [Bool?] {
    guard let beta = columns[.netBeta], let target = columns[.target], let band = columns[.band] else {
      return instants.map { _ in nil }
    }
    return instants.indices.map { index in
      guard let low = beta.lowest[index], let high = beta.highest[index], let lowTarget = target.lowest[index],
        let highTarget = target.highest[index], let band = band.highest[index]
      else { return nil }
      return max(high - highTarget, lowTarget - low) > band
    }
  }

  /// At how many points net beta was beyond its band, of those where that is known; nil when it is known of none.
  ///
  /// A point counts however short the breach was in its span: this is no share of the time.
  public var pointsBeyondBand: (beyond: Int, known: Int)? {
    let known = isBeyondBand.compactMap(\.self)
    return known.isEmpty ? nil : (known.count(where: \.self), known.count)
  }
}

extension Double {
  /// Itself, or nil when it is no number or infinite.
  fileprivate var ifNumber: Double? { isFinite ? self : nil }
}
