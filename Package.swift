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
    // The terminal, from cells to ncurses. Knows nothing of hedges.
    .target(name: "TerminalCells", swiftSettings: strict),
    .target(name: "CNcurses", linkerSettings: [.linkedLibrary("ncursesw")]),
    .target(name: "NcursesTerminal", dependencies: ["TerminalCells", "CNcurses"], swiftSettings: strict),

    // What tests share: a pseudo-terminal with a screen to look at, and recorded frames.
    .target(name: "CPty"),
    .target(name: "HedgeTestSupport", dependencies: ["TerminalCells", "CPty"], swiftSettings: strict),

    .testTarget(
      name: "HedgeTestSupportTests", dependencies: ["HedgeTestSupport", "TerminalCells"], swiftSettings: strict),
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
