import FoundationEssentials
import HedgeConfiguration
import ScreenSocket

/// Where the socket of a portfolio's service is.
enum ServicePlaces {
  /// The places where a service may listen, the usual one first: the folder of the session's own files, then that of the
  /// program's state, where there is no session.
  ///
  /// - Throws: ``ProgramFailure`` when the environment tells no folder.
  static func all(of portfolio: String, environment: [String: String]) throws -> [SocketPlace] {
    let runtime = environment["XDG_RUNTIME_DIR"].flatMap { $0.hasPrefix("/") ? "\($0)/hedgetop" : nil }
    let folders = [runtime, HedgetopPaths(environment: environment)?.stateFolder].compactMap { $0 }
    guard !folders.isEmpty else {
      throw ProgramFailure(
        .runtime,
        "HOME is not set, so there is no place for the socket; set HOME or XDG_RUNTIME_DIR, or name it by --socket"
      )
    }
    return folders.map { SocketPlace(portfolio: portfolio, folder: $0) }
  }

  /// Who runs as a service of a portfolio now, in words; nil when nobody does.
  @MainActor
  static func holder(of portfolio: String, environment: [String: String]) -> String? {
    for place in (try? all(of: portfolio, environment: environment)) ?? [] {
      guard let connection = try? SocketConnection.connect(to: place) else { continue }
      defer { connection.close() }
      return connection.peer.words
    }
    return nil
  }

  /// The place where a service listens.
  static func usual(of portfolio: String, environment: [String: String]) throws -> SocketPlace {
    try all(of: portfolio, environment: environment)[0]
  }

  /// The same where the folders of the program are known.
  static func usual(of portfolio: String, paths: HedgetopPaths, environment: [String: String]) -> SocketPlace {
    (try? usual(of: portfolio, environment: environment))
      ?? SocketPlace(portfolio: portfolio, folder: paths.stateFolder)
  }
}
