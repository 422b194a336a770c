import HedgeModel

extension ProgramFailure {
  /// What cannot be told, with the exit code its cause calls for.
  init(_ reason: UnknownReason) {
    switch reason.kind {
    case .notReceived, .tooFewObservations, .invalid: self.init(.noData, reason.detail)
    case .notConfigured: self.init(.configuration, reason.detail)
    case .undefined: self.init(.runtime, reason.detail)
    }
  }
}
