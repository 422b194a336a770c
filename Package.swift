// swift-tools-version: 6.1
import PackageDescription

/// Settings every room shares: Swift 6 mode comes from the tools version; upcoming checks that catch
/// accidental imports and existential boxes are switched on for all.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  // Each function in a section of its own, for the linker to leave out or to put where it is told; and no lines of
  // source for debuggers, which the linker would take out again.
  .unsafeFlags(["-function-sections", "-gnone"].flatMap { ["-Xfrontend", $0] }, .when(configuration: .release)),
]

/// The release program carries the Swift runtime in itself: it starts faster, takes less memory, and runs where no
/// toolchain is installed. The libraries are the static Foundation's own dependencies. Code nobody calls is left out,
/// equal functions are kept once, what a refresh runs through stands together (`.ci/order`), nothing is exported, and
/// symbols are stripped: each page less is a page less in memory. It stays relocatable: a fixed address would save 3 MB
/// and cost the protection of a random one.
let staticRuntime: [LinkerSetting] =
  [
    .unsafeFlags(
      ["-static-stdlib", "-use-ld=lld"]
        + [
          "--gc-sections", "--icf=all", "--no-export-dynamic", "--no-warn-symbol-ordering",
          "--symbol-ordering-file=\(Context.packageDirectory)/Sources/hedgetop/Linking/functions.order",
        ].flatMap { ["-Xlinker", $0] }
        + (Context.environment["HEDGETOP_KEEP_SYMBOLS"] == nil ? ["-Xlinker", "-s"] : []),
      .when(configuration: .release))
  ]
  + [
    "swiftSynchronization", "CoreFoundation", "_FoundationICU", "_FoundationCShims", "_FoundationCollections", "stdc++",
  ]
  .map { .linkedLibrary($0, .when(configuration: .release)) }

/// What the nested package of benchmarks measures, offered as libraries for it alone.
let rooms = [
  "HedgeModel", "HedgeAnalytics", "MarketData", "Alerting", "HedgeConfiguration", "HedgeStore", "TerminalCells",
  "Panels", "NcursesTerminal", "Venues", "VenueTransport", "Metrics", "Journal",
]

/// What a room that speaks WebSocket, or a server of ours in tests, is built on.
let network: [Target.Dependency] =
  ["NIOCore", "NIOPosix", "NIOHTTP1", "NIOWebSocket"].map { .product(name: $0, package: "swift-nio") }
  + [.product(name: "NIOSSL", package: "swift-nio-ssl")]

/// What was read of each exchange's documentation, beside its code.
let venueNotes = ["Binance", "Bybit", "Coinbase", "Deribit", "Hyperliquid", "KrakenFutures", "OKX"]
  .map { "\($0)/NOTES.md" }

let package = Package(
  name: "hedgetop",
  products: rooms.map { .library(name: $0, targets: [$0]) } + [.executable(name: "hedgetop", targets: ["hedgetop"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.0"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.0"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
  ],
  targets: [
    // Values and laws of a hedge. Imports nothing of ours.
    .target(name: "HedgeModel", swiftSettings: strict),

    // The one loop that needs the processor's widest vectors: products of all rows with all rows.
    .target(name: "CHedgeKernels"),
    // Pure functions from portfolio, prices and betas to figures.
    .target(name: "HedgeAnalytics", dependencies: ["HedgeModel", "CHedgeKernels"], swiftSettings: strict),
    // The feed protocol, the inbox, and feeds that need no network.
    .target(name: "MarketData", dependencies: ["HedgeModel"], swiftSettings: strict),
    // Exchanges, a folder each, and what they share: pure, without a socket.
    .target(
      name: "Venues", dependencies: ["HedgeModel", "MarketData", .product(name: "Crypto", package: "swift-crypto")],
      exclude: venueNotes, swiftSettings: strict),
    // The network: the one room with NIO, TLS and HTTP.
    .target(
      name: "VenueTransport",
      dependencies: [
        "Venues", .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "NIOHTTPCompression", package: "swift-nio-extras"),
      ] + network, swiftSettings: strict),
    // Rules that raise, escalate and clear alerts: a pure state machine.
    .target(name: "Alerting", dependencies: ["HedgeModel", "HedgeAnalytics"], swiftSettings: strict),
    // What is told to whom and when, and the ways there: programs, files, posts. Knows no socket.
    .target(
      name: "Notifications",
      dependencies: ["HedgeModel", "MarketData", "Alerting", .product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: strict),
    // What was decided, kept on disk before it is shown as done.
    .target(
      name: "Journal", dependencies: ["HedgeModel", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: strict),
    // The user's file, its errors by line and column, and the dated data that ships with the program.
    .target(
      name: "HedgeConfiguration", dependencies: ["HedgeModel", "TOMLKit"], resources: [.embedInCode("Resources")],
      swiftSettings: strict),
    // State, actions, the reducer, and the timer that drives it.
    .target(
      name: "HedgeStore", dependencies: ["HedgeModel", "HedgeAnalytics", "MarketData", "Alerting"],
      swiftSettings: strict),
    // Snapshots in the text format of Prometheus, and the files for those who read it.
    .target(
      name: "Metrics", dependencies: ["HedgeModel", "HedgeAnalytics", "Alerting", "HedgeStore"],
      resources: [.embedInCode("Resources")], swiftSettings: strict),
    // A port that answers GET and HEAD. Knows nothing of hedges.
    .target(
      name: "HTTPPort",
      dependencies: ["NIOCore", "NIOPosix", "NIOHTTP1"].map { .product(name: $0, package: "swift-nio") },
      swiftSettings: strict),

    // The terminal, from cells to ncurses. Knows nothing of hedges.
    .target(name: "TerminalCells", swiftSettings: strict),
    .target(name: "CNcurses", linkerSettings: [.linkedLibrary("ncursesw")]),
    .target(name: "NcursesTerminal", dependencies: ["TerminalCells", "CNcurses"], swiftSettings: strict),
    // A screen shown elsewhere: what goes over the wire, and what waits for it, as values.
    .target(name: "ScreenWire", dependencies: ["TerminalCells"], swiftSettings: strict),
    // The sockets such a screen goes over: Unix sockets of one user.
    .target(name: "ScreenSocket", swiftSettings: strict),
    // What is drawn where: panels, screen, key table, themes.
    .target(
      name: "Panels", dependencies: ["HedgeModel", "HedgeAnalytics", "Alerting", "HedgeStore", "TerminalCells"],
      swiftSettings: strict),

    // What the program asks of the C library for its own process.
    .target(name: "CProcess"),
    // The program: commands, reports, composition.
    .executableTarget(
      name: "hedgetop",
      dependencies: [
        "HedgeModel", "HedgeAnalytics", "MarketData", "Venues", "VenueTransport", "Alerting", "Notifications",
        "Journal", "HedgeConfiguration", "HedgeStore", "Metrics", "HTTPPort", "TerminalCells", "ScreenWire",
        "ScreenSocket", "Panels", "NcursesTerminal", "CProcess",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], exclude: ["Linking/functions.order"], swiftSettings: strict, linkerSettings: staticRuntime),

    // Random numbers that are the same in every run.
    .target(name: "SeededRandom", path: "Tests/SeededRandom", swiftSettings: strict),
    // What tests share: sample snapshots, recorded frames, a pseudo-terminal with a screen to look at.
    .target(name: "CPty"),
    .target(
      name: "HedgeTestSupport",
      dependencies: ["HedgeModel", "HedgeAnalytics", "Alerting", "HedgeStore", "MarketData", "TerminalCells", "CPty"],
      swiftSettings: strict),

    .testTarget(name: "HedgeModelTests", dependencies: ["SeededRandom", "HedgeModel"], swiftSettings: strict),
    .testTarget(
      name: "HedgeAnalyticsTests", dependencies: ["SeededRandom", "HedgeAnalytics", "CHedgeKernels"],
      swiftSettings: strict),
    .testTarget(name: "MarketDataTests", dependencies: ["MarketData"], swiftSettings: strict),
    // A venue on this machine, for tests: scripted answers and sessions, a proxy, certificates right and wrong.
    .target(
      name: "VenueTestServer", dependencies: network + [.product(name: "NIOTLS", package: "swift-nio")],
      path: "Tests/VenueTestServer", exclude: ["Certificates"],
      swiftSettings: strict),
    // Exchanges on that server, whose prices and accounts a test sets.
    .target(
      name: "FakeExchange",
      dependencies: ["VenueTestServer", "MarketData", "HedgeModel", .product(name: "Crypto", package: "swift-crypto")],
      path: "Tests/FakeExchange", swiftSettings: strict),
    // Faults of networks and exchanges, on the real transport and a clock of the test's own.
    .testTarget(
      name: "VenueFaultTests",
      dependencies: [
        "Venues", "VenueTransport", "VenueTestServer", "FakeExchange", "MarketData", "HedgeModel", "HedgeTestSupport",
      ], swiftSettings: strict),
    .testTarget(
      name: "VenueTransportTests",
      dependencies: [
        "SeededRandom",
        "VenueTransport", "VenueTestServer", "Venues", .product(name: "NIOEmbedded", package: "swift-nio"),
      ], swiftSettings: strict),
    .testTarget(
      name: "VenuesTests", dependencies: ["SeededRandom", "Venues", "MarketData", "HedgeModel"], swiftSettings: strict),
    .testTarget(
      name: "AlertingTests", dependencies: ["SeededRandom", "Alerting", "HedgeAnalytics", "HedgeModel"],
      swiftSettings: strict),
    // The dispatcher on a clock of its own, and the channels against programs, files and servers of this machine.
    .testTarget(
      name: "NotificationsTests",
      dependencies: [
        "Notifications", "NotificationCrashProbe", "HedgeModel", "Alerting", "MarketData", "Journal", "VenueTransport",
        "VenueTestServer", "Venues", "HedgeTestSupport",
      ], swiftSettings: strict),
    // Raises an alert whose receiver does not answer, until a test kills it; or delivers what an earlier run left.
    .executableTarget(
      name: "NotificationCrashProbe",
      dependencies: ["Notifications", "HedgeModel", "Alerting", "MarketData", "Journal"],
      path: "Tests/NotificationCrashProbe", swiftSettings: strict),
    .testTarget(
      name: "JournalTests",
      dependencies: [
        "SeededRandom",
        "Journal", "JournalCrashProbe", "HedgeModel", "HedgeTestSupport", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    // Writes decisions and says which are acknowledged, until the crash test kills it.
    .executableTarget(
      name: "JournalCrashProbe", dependencies: ["HedgeModel", "Journal"], path: "Tests/JournalCrashProbe",
      swiftSettings: strict),
    .testTarget(
      name: "HedgeConfigurationTests", dependencies: ["SeededRandom", "HedgeConfiguration", "HedgeModel", "TOMLKit"],
      exclude: ["Invalid"], swiftSettings: strict),
    .testTarget(
      name: "HedgeStoreTests",
      dependencies: [
        "SeededRandom",
        "HedgeStore", "HedgeTestSupport", "HedgeModel", "HedgeAnalytics", "MarketData", "Alerting", "Journal",
      ], swiftSettings: strict),
    // The exposition format, held against a parser of the test's own and against Prometheus's tools.
    .testTarget(
      name: "MetricsTests",
      dependencies: ["Metrics", "HedgeTestSupport", "HedgeModel", "HedgeAnalytics", "Alerting", "HedgeStore"],
      exclude: ["Texts"], swiftSettings: strict),
    .testTarget(
      name: "HTTPPortTests",
      dependencies: ["SeededRandom", "HTTPPort", "HedgeTestSupport"]
        + ["NIOCore", "NIOPosix", "NIOHTTP1", "NIOEmbedded"].map { .product(name: $0, package: "swift-nio") },
      swiftSettings: strict),
    .testTarget(
      name: "HedgeTestSupportTests", dependencies: ["HedgeTestSupport", "TerminalCells"], swiftSettings: strict),
    .testTarget(
      name: "TerminalCellsTests", dependencies: ["SeededRandom", "TerminalCells", "HedgeTestSupport"],
      exclude: ["Frames"],
      swiftSettings: strict),
    .testTarget(
      name: "ScreenWireTests", dependencies: ["SeededRandom", "ScreenWire", "TerminalCells", "HedgeTestSupport"],
      swiftSettings: strict),
    // A screen and nothing else, to be stopped, killed, hung up and crashed.
    .executableTarget(
      name: "TerminalProbe", dependencies: ["NcursesTerminal", "TerminalCells"], path: "Tests/TerminalProbe",
      swiftSettings: strict),
    .testTarget(
      name: "NcursesTerminalTests",
      dependencies: [
        "SeededRandom", "NcursesTerminal", "TerminalCells", "CNcurses", "HedgeTestSupport", "TerminalProbe",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "PanelsTests",
      dependencies: [
        "SeededRandom",
        "Panels", "HedgeTestSupport", "HedgeModel", "HedgeAnalytics", "Alerting", "HedgeStore", "TerminalCells",
      ],
      exclude: [
        "Screen/Frames", "Spot/Frames", "Legs/Frames", "Beta/Frames", "Margin/Frames", "Funding/Frames",
        "Strategies/Frames", "Allocation/Frames", "Profit/Frames", "Regime/Frames", "Correlation/Frames",
        "Estimators/Frames", "Stress/Frames", "Risk/Frames",
        "Ticket/Frames", "Costs/Frames", "Comparison/Frames", "Transition/Frames", "Portfolios/Frames",
        "History/Frames",
      ],
      swiftSettings: strict),
    // The commands, by their functions and by the built program in a pipe.
    .testTarget(
      name: "HedgetopTests",
      dependencies: [
        "hedgetop", "HedgeTestSupport", "HedgeModel", "HedgeAnalytics", "MarketData", "Venues", "Alerting", "Journal",
        "Notifications", "VenueTestServer",
        "HedgeConfiguration", "HedgeStore", "Metrics", "HTTPPort", "TerminalCells", "Panels", "NcursesTerminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], exclude: ["Help/Texts", "Status/Texts", "Stress/Texts"], swiftSettings: strict),
    // The built program in pseudo-terminals and pipes, as its users run it.
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "SeededRandom", "hedgetop", "HedgeTestSupport", "TerminalCells", "FakeExchange", "VenueTestServer", "Venues",
      ],
      swiftSettings: strict),
    .testTarget(name: "ArchitectureTests", swiftSettings: strict),
  ]
)
