// swift-tools-version: 6.1
import PackageDescription

/// Settings every room shares: Swift 6 mode comes from the tools version; upcoming checks that catch
/// accidental imports and existential boxes are switched on for all.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "hedgetop",
  targets: [
    // Values and laws of a hedge. Imports nothing of ours.
    .target(name: "HedgeModel", swiftSettings: strict),

    // Pure functions from portfolio, prices and betas to figures.
    .target(name: "HedgeAnalytics", dependencies: ["HedgeModel"], swiftSettings: strict),
    // The feed protocol, the inbox, and feeds that need no network.
    .target(name: "MarketData", dependencies: ["HedgeModel"], swiftSettings: strict),
    // Rules with hysteresis, as a state machine.
    .target(name: "Alerting", dependencies: ["HedgeModel", "HedgeAnalytics"], swiftSettings: strict),
    // State, actions, the reducer, and the timer that drives it.
    .target(
      name: "HedgeStore", dependencies: ["HedgeModel", "HedgeAnalytics", "MarketData", "Alerting"],
      swiftSettings: strict),

    // The terminal, from cells to ncurses. Knows nothing of hedges.
    .target(name: "TerminalCells", swiftSettings: strict),
    .target(name: "CNcurses", linkerSettings: [.linkedLibrary("ncursesw")]),
    .target(name: "NcursesTerminal", dependencies: ["TerminalCells", "CNcurses"], swiftSettings: strict),
    // What is drawn where: panels, screen, key table, themes.
    .target(
      name: "Panels", dependencies: ["HedgeModel", "HedgeAnalytics", "Alerting", "HedgeStore", "TerminalCells"],
      swiftSettings: strict),

    // What tests share: sample snapshots, a pseudo-terminal with a screen to look at, and recorded frames.
    .target(name: "CPty"),
    .target(
      name: "HedgeTestSupport",
      dependencies: [
        "HedgeModel", "HedgeAnalytics", "Alerting", "HedgeStore", "MarketData", "TerminalCells", "CPty",
      ], swiftSettings: strict),

    .testTarget(name: "HedgeModelTests", dependencies: ["HedgeModel"], swiftSettings: strict),
    .testTarget(name: "HedgeAnalyticsTests", dependencies: ["HedgeAnalytics"], swiftSettings: strict),
    .testTarget(name: "MarketDataTests", dependencies: ["MarketData"], swiftSettings: strict),
    .testTarget(name: "HedgeStoreTests", dependencies: ["HedgeStore"], swiftSettings: strict),
    .testTarget(
      name: "PanelsTests",
      dependencies: [
        "Panels", "HedgeTestSupport", "HedgeModel", "HedgeAnalytics", "Alerting", "HedgeStore", "TerminalCells",
      ],
      exclude: ["Spot/Frames", "Legs/Frames", "Beta/Frames", "Margin/Frames", "Funding/Frames", "Screen/Frames"],
      swiftSettings: strict),
    .testTarget(
      name: "TerminalCellsTests", dependencies: ["TerminalCells", "HedgeTestSupport"], exclude: ["Frames"],
      swiftSettings: strict),
    // A screen and nothing else, to be stopped, killed, hung up and crashed.
    .executableTarget(
      name: "TerminalProbe", dependencies: ["NcursesTerminal", "TerminalCells"], path: "Tests/TerminalProbe",
      swiftSettings: strict),
    .testTarget(
      name: "NcursesTerminalTests",
      dependencies: ["NcursesTerminal", "TerminalCells", "CNcurses", "HedgeTestSupport", "TerminalProbe"],
      swiftSettings: strict),
  ]
)
