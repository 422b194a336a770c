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

    .testTarget(name: "TerminalCellsTests", dependencies: ["TerminalCells"], swiftSettings: strict),
    .testTarget(name: "NcursesTerminalTests", dependencies: ["NcursesTerminal"], swiftSettings: strict),
  ]
)
