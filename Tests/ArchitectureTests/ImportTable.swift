/// Which modules each room may import.
enum ImportTable {
  /// Rooms of this package by room: the table of the architecture page, `Sources/README.md`. A room that is not listed
  /// may not exist.
  static let rooms: [String: Set<String>] = [
    "HedgeModel": [],
    "CHedgeKernels": [],
    "HedgeAnalytics": ["HedgeModel", "CHedgeKernels"],
    "MarketData": ["HedgeModel"],
    "Venues": ["HedgeModel", "MarketData"],
    "VenueTransport": ["Venues"],
    "Alerting": ["HedgeModel", "HedgeAnalytics"],
    "Notifications": ["HedgeModel", "MarketData", "Alerting"],
    "Journal": ["HedgeModel"],
    "HedgeConfiguration": ["HedgeModel"],
    "HedgeStore": ["HedgeModel", "HedgeAnalytics", "MarketData", "Alerting"],
    "Metrics": ["HedgeModel", "HedgeAnalytics", "Alerting", "HedgeStore"],
    "HTTPPort": [],
    "TerminalCells": [],
    "ScreenWire": ["TerminalCells"],
    "ScreenSocket": [],
    "Panels": ["HedgeModel", "HedgeAnalytics", "Alerting", "HedgeStore", "TerminalCells"],
    "CNcurses": [],
    "NcursesTerminal": ["TerminalCells", "CNcurses"],
    "CProcess": [],
    "CPty": [],
    "HedgeTestSupport": [
      "HedgeModel", "HedgeAnalytics", "MarketData", "Alerting", "HedgeStore", "TerminalCells", "CPty",
    ],
    "hedgetop": [
      "HedgeModel", "HedgeAnalytics", "MarketData", "Venues", "VenueTransport", "Alerting", "Notifications", "Journal",
      "HedgeConfiguration", "HedgeStore", "Metrics", "HTTPPort", "TerminalCells", "Panels", "CNcurses",
      "NcursesTerminal", "CHedgeKernels", "ScreenWire", "ScreenSocket", "CProcess",
    ],
  ]

  /// Other people's modules by room: each library is known in one room only, but for the logger
  /// and for digests, by which venues and receivers of alerts each have their signatures.
  static let libraries: [String: Set<String>] = [
    "Journal": ["GRDB"],
    "HedgeConfiguration": ["TOMLKit"],
    "HedgeTestSupport": ["Testing"],
    "Venues": ["Crypto"],
    "Notifications": ["Crypto"],
    "VenueTransport": [
      "AsyncHTTPClient", "NIOCore", "NIOHTTP1", "NIOHTTPCompression", "NIOPosix", "NIOSSL", "NIOWebSocket",
    ],
    "HTTPPort": ["NIOCore", "NIOHTTP1", "NIOPosix"],
    "hedgetop": ["ArgumentParser", "Logging"],
  ]

  /// Modules of the tool chain that may be imported anywhere.
  static let everywhere: Set<String> = ["Swift", "FoundationEssentials"]

  /// Modules of the tool chain that reach a clock, a thread or a file.
  static let system: Set<String> = ["Dispatch", "Glibc", "Synchronization"]

  /// Rooms that are pure, values in and values out, with the modules of the tool chain they may still import: the C
  /// library for its mathematics only, and one lock, behind which the names of sources are numbered.
  static let pureRooms: [String: Set<String>] = [
    "HedgeModel": ["Synchronization"], "HedgeAnalytics": ["Glibc", "Darwin", "Musl"], "Alerting": [],
    "Metrics": [], "TerminalCells": [], "ScreenWire": [],
    "Panels": ["Glibc", "Musl"],
  ]

  /// Files that need the whole of Foundation, by path below `Sources`; the others do with its essentials.
  static let wholeFoundation: Set<String> = [
    "hedgetop/Commands/WatchCommand.swift", "hedgetop/Composition/StandardError.swift",
    "hedgetop/Composition/ThemeLibrary.swift", "hedgetop/Options/DisplayOptions.swift",
    "hedgetop/Options/PortfolioOptions.swift", "hedgetop/Report/JSONOutput.swift",
  ]

  /// Everything `room` may import; nil for a room that may not exist.
  static func modules(for room: String) -> Set<String>? {
    rooms[room]?.union(libraries[room] ?? []).union(everywhere).union(pureRooms[room] ?? system)
  }
}
